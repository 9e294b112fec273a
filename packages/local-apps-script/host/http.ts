import type { IncomingMessage, ServerResponse } from 'node:http';
import { BadInput } from './input';

/** As much as Apps Script accepts in one request, in bytes. */
const LARGEST_BODY = 50 * 1024 * 1024;

/** Reads a request's body as UTF-8. @throws BadInput (413) beyond 50 MB. */
export const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new BadInput('The body is larger than 50 MB.', 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** An answer, ready to be sent. */
export interface Answer {
  readonly status: number;
  readonly body: string | Buffer;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A JSON answer. */
export const json = (value: unknown, status = 200): Answer => ({
  status,
  body: JSON.stringify(value ?? {}),
  type: 'application/json; charset=utf-8',
});

/** An HTML answer. */
export const html = (body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  body,
  type: 'text/html; charset=utf-8',
  headers,
});

/** A JSON answer that says in a sentence why not. */
export const refusal = (status: number, error: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  ...json({ error }, status),
  headers,
});

/** Sends an answer. Nothing is cached by the browser: every answer is about now. */
export const send = (response: ServerResponse, answer: Answer, withBody = true): void => {
  response.writeHead(answer.status, {
    'Content-Type': answer.type,
    'Content-Length': Buffer.byteLength(answer.body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...answer.headers,
  });
  response.end(withBody ? answer.body : undefined);
};

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Whether a request names this machine. A page elsewhere whose name was made to point here (DNS rebinding) names
 * itself instead.
 */
export const namesLoopback = (request: IncomingMessage): boolean => LOOPBACK.test(request.headers.host ?? '');

/** Whether a request comes from our own page, or from no page at all (curl, tests). */
export const isOwnOrigin = ({ headers }: IncomingMessage): boolean =>
  headers.origin === undefined
    ? headers['sec-fetch-site'] !== 'cross-site'
    : headers.origin === `http://${headers.host}`;

/** Text as it may be in HTML, between tags or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

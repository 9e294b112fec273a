import { randomBytes } from 'node:crypto';
import type { ErrorPlace, ExecutionRecord, ExecutionRequest, HtmlPage, Outcome } from '../google/execution';
import type { Json } from '../google/operations';
import type { Finished } from './executions';

/** A request to the web app's address. `query` is without the question mark. */
export interface WebRequest {
  readonly method: string;
  readonly query?: string;
  readonly body?: string;
  readonly contentType?: string;
}

/** How Google answers (docs/google.md G15 to G18). `page` comes with an HtmlService answer: what to frame. */
export interface WebResponse {
  readonly status: number;
  /** Of a 302: the path of the address that holds the output. */
  readonly location?: string;
  readonly contentType: string;
  readonly body: string;
  readonly page?: HtmlPage;
}

interface Output {
  readonly contentType: string;
  readonly body: string;
}

const RESERVED = ['c', 'sid'];
const KEPT_OUTPUTS = 1000;

const escaped = (text: string): string => text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Google's page for anything that went wrong: status 200. */
const errorPage = (message: string): WebResponse => ({
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body: `<!DOCTYPE html><html><head><title>Error</title></head><body><p>${escaped(message)}</p></body></html>`,
});

/** As Google's page names the place of an error: ` (line 12, file "Code")`. */
const where = (place: ErrorPlace | null): string =>
  place === null ? '' : ` (line ${place.line}, file "${place.file.replace(/\.(js|gs|html)$/, '')}")`;

const plainPage = (status: number, title: string): WebResponse => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body>${title}</body></html>`,
});

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

const pairs = (encoded: string): [string, string][] =>
  encoded
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...value] = part.split('=');
      return [decoded(name), decoded(value.join('='))];
    });

/** The argument of doGet and doPost. `parameter` merges query and form body; the first value of a name counts. */
const webEvent = ({ method, query = '', body = '', contentType = '' }: WebRequest): Json => {
  const type = contentType.split(';')[0]?.trim() ?? '';
  const form = method === 'POST' && type === 'application/x-www-form-urlencoded' ? pairs(body) : [];
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of [...pairs(query), ...form]) {
    if (Object.hasOwn(parameters, name)) parameters[name]?.push(value);
    else parameters[name] = [value];
  }
  const parameter = Object.fromEntries(Object.entries(parameters).map(([name, [first = '']]) => [name, first]));
  const length = Buffer.byteLength(body, 'utf8');
  return {
    parameter,
    parameters,
    queryString: query,
    contextPath: '',
    contentLength: method === 'POST' ? length : -1,
    ...(method === 'POST' && body !== ''
      ? { postData: { contents: body, type: contentType || 'application/octet-stream', length, name: 'postData' } }
      : {}),
  };
};

/** The web app as Google serves it: `/exec`, and `/echo` where ContentService output is fetched from. */
export class WebApp {
  private readonly outputs = new Map<string, Output>();

  /** @param start runs doGet or doPost as the deployer. */
  constructor(
    private readonly start: (
      request: Pick<ExecutionRequest, 'kind' | 'function' | 'args'>,
    ) => Finished | Promise<Finished>,
  ) {}

  /** Answers a request; right away when the execution is over right away. */
  request(request: WebRequest): WebResponse | Promise<WebResponse> {
    const { method } = request;
    if (method === 'HEAD') return { status: 403, contentType: 'text/html; charset=utf-8', body: '' };
    if (method !== 'GET' && method !== 'POST') return plainPage(405, 'Method Not Allowed');
    if (pairs(request.query ?? '').some(([name]) => RESERVED.includes(name)))
      return plainPage(405, 'Method Not Allowed');
    const name = method === 'GET' ? 'doGet' : 'doPost';
    const finished = this.start({ kind: name, function: name, args: [webEvent(request)] });
    return finished instanceof Promise
      ? finished.then(({ outcome, record }) => this.respond(outcome, record))
      : this.respond(finished.outcome, finished.record);
  }

  /** The output of an earlier request: GET only, a POST is 405 (docs/google.md G15). */
  echo(key: string, method = 'GET'): WebResponse {
    if (method !== 'GET' && method !== 'HEAD') return plainPage(405, 'Method Not Allowed');
    const output = this.outputs.get(key);
    return output ? { status: 200, ...output } : plainPage(404, 'Not Found');
  }

  private respond(outcome: Outcome, { place }: ExecutionRecord): WebResponse {
    if (outcome.status === 'failed') return errorPage(`${outcome.error.name}: ${outcome.error.message}${where(place)}`);
    if (outcome.status === 'timed out') return errorPage('Exceeded maximum execution time');
    if (outcome.status !== 'completed') {
      return errorPage('Sorry, unable to open the file at present. Please check the address and try again.');
    }
    const { value } = outcome;
    if (value.type === 'text') {
      return this.redirect({ contentType: `${value.mimeType}; charset=utf-8`, body: value.content });
    }
    if (value.type === 'html') {
      const { type: _type, ...page } = value;
      return { status: 200, contentType: 'text/html; charset=utf-8', body: page.content, page };
    }
    if (value.type === 'nothing') return errorPage('The script completed but did not return anything.');
    return errorPage('The script completed but the returned value is not a supported return type.');
  }

  private redirect(output: Output): WebResponse {
    const key = randomBytes(24).toString('base64url');
    this.outputs.set(key, output);
    const [oldest] = this.outputs.keys();
    if (this.outputs.size > KEPT_OUTPUTS && oldest !== undefined) this.outputs.delete(oldest);
    return { status: 302, location: `/echo/${key}`, contentType: 'text/html; charset=utf-8', body: '' };
  }
}

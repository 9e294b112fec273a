import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Office } from '../office';
import { controlAnswer } from './control-api';
import { type Call, queryOf } from './control-routes';
import type { Events } from './events';
import { type Answer, isOwnOrigin, json, namesLoopback, refusal, send } from './http';
import { BadInput } from './input';
import { pageFile } from './page-files';
import type { Project } from './project';
import { cellsShown, pageShown } from './shown-page';
import { webAppAnswer } from './web-app-routes';

/** What the host answers from. */
export interface Served {
  readonly office: Office;
  readonly events: Events;
  /** What the page is called. */
  readonly name: string;
  /** The folder of the built page. */
  readonly page: string;
  /** Control calls that the project adds. */
  readonly calls: Readonly<Record<string, Call>>;
  readonly closedToOtherSites?: Project<object>['closedToOtherSites'];
}

/** What the page may look at while the sheet is still being made ready. */
export interface Preview extends Served {
  /** How far it is, in a sentence. */
  progress(): string;
}

/**
 * Makes the function that answers every request, once `served` is there: a request that comes before set-up is done
 * waits for it. Only the page may look earlier, when `preview` gives what at.
 */
export const app =
  (served: Promise<Served>, preview: () => Preview | null) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const withBody = request.method !== 'HEAD';
    respond(request, response, served, preview)
      .catch((error: unknown) => problem(error))
      .then((answer) => answer && send(response, answer, withBody));
  };

/** A selection is seen by its own page alone. */
const SELECT = '/local/select';

const respond = async (
  request: IncomingMessage,
  response: ServerResponse,
  whenServed: Promise<Served>,
  preview: () => Preview | null,
): Promise<Answer | null> => {
  if (!namesLoopback(request))
    return refusal(403, 'This host only accepts requests from its own machine. Use http://localhost.');
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  if (url.pathname.startsWith('/local/') && request.method !== 'GET' && !isOwnOrigin(request)) {
    return refusal(403, "Only this host's own page and programs may make this call, not another page.");
  }
  const early = request.method === 'GET' ? preview() : null;
  const seen = early && (await previewAnswer(early, url));
  if (seen) return seen;
  const served = early && url.pathname === '/local/events' ? early : await whenServed;
  const { office, events, name, page, calls } = served;
  if (url.pathname === '/local/events' && request.method === 'GET') {
    events.subscribe(response);
    return null;
  }
  const answer =
    (await webAppAnswer(served, request, url)) ??
    (await controlAnswer(office, calls, request, url)) ??
    (request.method === 'GET' ? pageFile(page, url.pathname, name) : undefined) ??
    refusal(404, `There's nothing at ${request.method} ${url.pathname}.`);
  // What is on people's screens, and what has run, isn't a change of the world and tells nobody of itself.
  if ((request.method !== 'GET' && url.pathname !== SELECT) || url.pathname === '/exec') events.tick();
  return answer;
};

const CELLS = /^\/local\/cells\/([^/]+)$/;

/** What the page shows in the meantime: the sheet as it fills, and how far it is. Null for what waits until all is there. */
const previewAnswer = async (preview: Preview, url: URL): Promise<Answer | null> => {
  const { office, name, page } = preview;
  if (url.pathname === '/local/shown') {
    return json({ ...((await pageShown(office, queryOf(url))) as object), progress: preview.progress() });
  }
  const tab = CELLS.exec(url.pathname)?.[1];
  if (tab !== undefined) return json(cellsShown(office, decodeURIComponent(tab), queryOf(url)));
  return pageFile(page, url.pathname, name) ?? null;
};

/** What a caller got wrong carries these names: a value nobody knows (RangeError), or a refusal in Google's words. */
const CALLERS_MISTAKES = ['RangeError', 'URIError', 'Exception'];

/** What went wrong, as an answer: the caller's mistakes with their sentence, ours as 500. */
const problem = (error: unknown): Answer => {
  if (error instanceof BadInput) return refusal(error.status, error.message);
  if (error instanceof Error && CALLERS_MISTAKES.includes(error.name)) return refusal(400, sentence(error.message));
  return refusal(500, error instanceof Error ? error.message : String(error));
};

const sentence = (message: string): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`;

import type { IncomingMessage } from 'node:http';
import type { Office } from '../office';
import type { WebRequest, WebResponse } from '../office/web-app';
import type { Served } from './app';
import { webPage } from './frames';
import { type Answer, html, isOwnOrigin, readBody, refusal } from './http';

/** Any page may post here and read the answer, without a preflight (docs/google.md G20). */
const ANY_ORIGIN = { 'Access-Control-Allow-Origin': '*' };

const LOGIN =
  '<!DOCTYPE html><html lang="en"><head><title>Sign in</title></head><body>Sign in to open anything other than /exec.</body></html>';

/** `/exec` and `/echo/<key>` as Google serves them; undefined when the path is neither. */
export const webAppAnswer = async (
  { office, closedToOtherSites }: Pick<Served, 'office' | 'closedToOtherSites'>,
  request: IncomingMessage,
  url: URL,
): Promise<Answer | undefined> => {
  const method = request.method ?? 'GET';
  if (url.pathname === '/exec') return exec(office, closedToOtherSites, request, url, method);
  if (url.pathname.startsWith('/exec/')) return html(LOGIN, 401);
  if (url.pathname.startsWith('/echo/')) return plain(office.echo(url.pathname.slice('/echo/'.length), method), url);
  return undefined;
};

const exec = async (
  office: Office,
  closedToOtherSites: Served['closedToOtherSites'],
  request: IncomingMessage,
  url: URL,
  method: string,
): Promise<Answer> => {
  const contentType = request.headers['content-type'];
  const sent: WebRequest = {
    method,
    query: url.search.slice(1),
    body: await readBody(request),
    ...(contentType !== undefined && { contentType }),
  };
  const closed = isOwnOrigin(request) ? null : (closedToOtherSites?.(office, sent) ?? null);
  if (closed !== null) return refusal(403, closed);
  const response = await office.request(sent);
  if (!response.page) return plain(response, url);
  const { content, title, xFrame } = response.page;
  const shown = { html: content, title, functions: office.functions, url };
  const page = webPage(shown, office.world.switches.topNavigation);
  return html(page, response.status, xFrame === 'ALLOWALL' ? {} : { 'X-Frame-Options': 'DENY' });
};

const plain = ({ status, contentType, body, location }: WebResponse, url: URL): Answer => ({
  status,
  body,
  type: contentType,
  headers: { ...ANY_ORIGIN, ...(location !== undefined && { Location: new URL(location, url).href }) },
});

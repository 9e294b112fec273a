import type { Given, Json } from '../google/operations';
import type { FetchRequest } from '../google/world';
import type { WebApp, WebResponse } from './web-app';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const answerOf = ({ status, contentType, body, location }: WebResponse): Answer => ({
  status,
  headers: { 'content-type': contentType, ...(location ? { location } : {}) },
  body,
});

const json = (answer: Answer): Json => ({ ...answer });

/** Carries out UrlFetchApp.fetch: a call of the web app itself runs here, any other loopback address over HTTP. */
export const fetchLoopback = (request: FetchRequest, webAppUrl: string | null, webApp: WebApp): Given => {
  const [address = '', query = ''] = request.url.split('?');
  if (webAppUrl === null || address !== webAppUrl) return overHttp(request);
  const { method, body, contentType, followRedirects } = request;
  const given = webApp.request({
    method,
    query,
    ...(body === null ? {} : { body }),
    ...(contentType ? { contentType } : {}),
  });
  const finish = (response: WebResponse): Json => {
    const key = response.location?.split('/').pop();
    return json(answerOf(followRedirects && key !== undefined ? webApp.echo(key) : response));
  };
  return given instanceof Promise ? given.then(finish) : finish(given);
};

const overHttp = async ({ url, method, body, contentType, headers, followRedirects }: FetchRequest): Promise<Json> => {
  const response = await fetch(url, {
    method,
    body,
    headers: { ...(contentType ? { 'content-type': contentType } : {}), ...headers },
    redirect: followRedirects ? 'follow' : 'manual',
  });
  return json({ status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() });
};

import type { IncomingMessage } from 'node:http';
import type { Office } from '../office';
import { BODY_CALLS, type Call, QUERY_CALLS, queryOf } from './control-routes';
import { dialogPage } from './frames';
import { type Answer, html, json, readBody, refusal } from './http';
import { parseInput } from './input';

const DIALOG = /^\/local\/dialog\/([^/]+)$/;

/** The answer to a call of the control API, or to one of the project's `own`; undefined when the path is none of these. */
export const controlAnswer = async (
  office: Office,
  own: Readonly<Record<string, Call>>,
  request: IncomingMessage,
  url: URL,
): Promise<Answer | undefined> => {
  const { pathname } = url;
  const method = request.method ?? 'GET';
  const calls = { ...own, ...BODY_CALLS };
  const call = Object.hasOwn(calls, `${method} ${pathname}`) ? calls[`${method} ${pathname}`] : undefined;
  if (call) return json(await call(office, parseInput(await readBody(request))));
  if (method === 'GET') {
    const dialog = DIALOG.exec(pathname)?.[1];
    if (dialog) return showDialog(office, decodeURIComponent(dialog), url);
    for (const { path, call: ask } of QUERY_CALLS) {
      const found = path.exec(pathname);
      if (found) return json(await ask(office, decodeURIComponent(found[1] ?? ''), queryOf(url)));
    }
  }
  const allowed = methodsOf(pathname, calls).join(', ');
  if (allowed === '') return undefined;
  return refusal(405, `${pathname} accepts ${allowed}, not ${method}.`, { Allow: allowed });
};

const methodsOf = (pathname: string, calls: Readonly<Record<string, Call>>): string[] => [
  ...(DIALOG.test(pathname) || QUERY_CALLS.some(({ path }) => path.test(pathname)) ? ['GET'] : []),
  ...['POST', 'DELETE'].filter((method) => Object.hasOwn(calls, `${method} ${pathname}`)),
];

const showDialog = (office: Office, id: string, url: URL): Answer => {
  const dialog = office.world.ui.dialogs.find((open) => open.id === id);
  if (!dialog || dialog.html === null) return refusal(404, `There is no page for a dialog "${id}".`);
  const { html: content, title, user } = dialog;
  const as = user === office.people.staff ? 'staff' : 'operator';
  return html(dialogPage({ html: content, title, functions: office.functions, url }, id, as));
};

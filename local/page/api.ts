import type { Execution, Mail, Person, SheetPart, State } from './contract';

/** A call to the host that was refused or could not be made; the message is a sentence for the person. */
class CallFailed extends Error {}

const ask = async (path: string, options?: RequestInit): Promise<unknown> => {
  let response: Response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new CallFailed('The host does not answer. Is it still running?');
  }
  const answer = (await response.json()) as { error?: unknown };
  if (!response.ok)
    throw new CallFailed(typeof answer.error === 'string' ? answer.error : `The host answered ${response.status}.`);
  return answer;
};

const post = (path: string, body: object): Promise<unknown> =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

type Cell = string | number | boolean | null;

/** The control API of the host, as far as the page uses it. Every call throws {@link CallFailed}. */
export const api = {
  state: async () => (await ask('/local/state')) as State,
  sheet: async (tab: string, from: number, rows: number) =>
    (await ask(`/local/sheet/${encodeURIComponent(tab)}?from=${from}&rows=${rows}`)) as SheetPart,
  mails: async (since: number | null) =>
    ((await ask(`/local/mail${since === null ? '' : `?since=${since}`}`)) as { mails: Mail[] }).mails,
  executions: async (since: string | null) =>
    (
      (await ask(`/local/executions${since ? `?since=${encodeURIComponent(since)}` : ''}`)) as {
        executions: Execution[];
      }
    ).executions,
  edit: (sheet: string, range: string, values: readonly (readonly Cell[])[], user: Person) =>
    post('/local/edit', { sheet, range, values, user }),
  select: (sheet: string, range: string, user: Person) => post('/local/select', { sheet, range, user }),
  undo: (user: Person) => post('/local/undo', { user }),
  menu: (item: string, user: Person) => post('/local/menu', { item, user }),
  answer: (dialog: string, button: string, text?: string) =>
    post('/local/answer', { dialog, button, ...(text !== undefined && { text }) }),
  advance: (duration: string) => post('/local/clock', { advance: duration }),
};

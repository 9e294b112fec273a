import type { ColumnValue, CopiedRows, Execution, FoundRow, Mail, PageShown, Person, Piece } from './contract';

/** A call to the host that was refused or could not be made; the message is a sentence for the person. */
class CallFailed extends Error {}

const ask = async (path: string, options?: RequestInit): Promise<unknown> => {
  let response: Response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new CallFailed('The host isn’t responding. Is it still running?');
  }
  const answer = (await response.json()) as { error?: unknown };
  if (!response.ok)
    throw new CallFailed(typeof answer.error === 'string' ? answer.error : `The host answered ${response.status}.`);
  return answer;
};

/** Posts JSON to a control call and gives what it answers. @throws CallFailed */
export const postToHost = (path: string, body: object): Promise<unknown> =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

/** What a user does with rows; rows are counted from 1, columns are letters. */
export interface RowsAsked {
  readonly sheet: string;
  readonly action: 'insert' | 'delete' | 'sort' | 'filter' | 'unfilter';
  readonly user: Person;
  readonly row?: number;
  readonly count?: number;
  readonly column?: string;
  readonly ascending?: boolean;
  /** The shown values of the column whose rows should be hidden. */
  readonly hide?: readonly string[];
}

/** What the page shows now and asks for again. */
interface ShownAsked {
  /** '' for the tab that is shown first. */
  readonly tab: string;
  readonly from: readonly number[];
  readonly rows: number;
  /** The newest ones known; undefined for none. */
  readonly mails?: number;
  readonly executions?: string;
}

type Cell = string | number | boolean | null;

/** The control API of the host, as far as the page uses it. Every call throws {@link CallFailed}. */
export const api = {
  /** Everything that the page shows, with `rows` rows from each of the rows `from` on; with what is new in the lists. */
  shown: async ({ tab, from, rows, mails, executions }: ShownAsked) =>
    (await ask(
      `/local/shown?${new URLSearchParams({
        ...(tab !== '' && { tab }),
        from: from.join(','),
        rows: String(rows),
        ...(mails !== undefined && { mails: String(mails) }),
        ...(executions !== undefined && { executions }),
      })}`,
    )) as PageShown,
  cells: async (tab: string, from: number, rows: number) =>
    ((await ask(`/local/cells/${encodeURIComponent(tab)}?from=${from}&rows=${rows}`)) as { pieces: [Piece] }).pieces[0],
  copied: async (tab: string, from: number, rows: number) =>
    (await ask(`/local/sheet/${encodeURIComponent(tab)}?from=${from}&rows=${rows}`)) as CopiedRows,
  mails: async (since: number | null) =>
    ((await ask(`/local/mail${since === null ? '' : `?since=${since}`}`)) as { mails: Mail[] }).mails,
  executions: async (since: string | null) =>
    (
      (await ask(`/local/executions${since ? `?since=${encodeURIComponent(since)}` : ''}`)) as {
        executions: Execution[];
      }
    ).executions,
  columnValues: async (tab: string, column: number) =>
    ((await ask(`/local/column/${encodeURIComponent(tab)}?column=${column}`)) as { values: ColumnValue[] }).values,
  find: async (tab: string, text: string) =>
    (await ask(`/local/find/${encodeURIComponent(tab)}?text=${encodeURIComponent(text)}`)) as FoundRow,
  edit: (sheet: string, range: string, values: readonly (readonly Cell[])[], user: Person, pasted = false) =>
    postToHost('/local/edit', { sheet, range, values, user, pasted }),
  rows: (asked: RowsAsked) => postToHost('/local/rows', asked),
  select: (sheet: string, range: string, user: Person) => postToHost('/local/select', { sheet, range, user }),
  undo: (user: Person) => postToHost('/local/undo', { user }),
  menu: (item: string, user: Person) => postToHost('/local/menu', { item, user }),
  answer: (dialog: string, button: string, text?: string) =>
    postToHost('/local/answer', { dialog, button, ...(text !== undefined && { text }) }),
  trigger: (id: string) => postToHost('/local/trigger', { id }),
  advance: (duration: string) => postToHost('/local/clock', { advance: duration }),
};

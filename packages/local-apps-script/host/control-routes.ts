import type { Json } from '../google/operations';
import type { Office } from '../office';
import { chartsOf } from './charts';
import {
  BadInput,
  choice,
  duration,
  grid,
  type Input,
  optionalCount,
  optionalFlag,
  optionalText,
  text,
  texts,
} from './input';
import { columnValues, findRow, runTrigger } from './page-calls';
import { cellsShown, pageShown } from './shown-page';

const PEOPLE = ['operator', 'staff', 'anonymous'] as const;
const FAULTS = ['before', 'after', 'kill-before', 'kill-after', 'late'] as const;
const ROW_ACTIONS = ['insert', 'delete', 'sort', 'filter', 'unfilter'] as const;
const OF_A_COLUMN: readonly string[] = ['sort', 'filter'];
const OF_ROWS: readonly string[] = ['insert', 'delete'];
const LETTERS = /^[A-Z]{1,3}$/i;
/** As many rows as one answer carries when the caller names no number. */
const USUAL_ROWS = 100;

const user = (input: Input) => choice(input, 'user', PEOPLE, 'operator');

/** The fields that are there: an absent one is left out, not undefined. */
const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const rows = (office: Office, input: Input): unknown => {
  const action = choice(input, 'action', ROW_ACTIONS);
  const column = optionalText(input, 'column');
  if (column !== undefined && !LETTERS.test(column))
    throw new BadInput(`"column" must be the letters of a column; it is not "${column}".`);
  if (OF_A_COLUMN.includes(action) && column === undefined)
    throw new BadInput('"column" is missing (use the letters of a column).');
  const row = optionalCount(input, 'row');
  if (OF_ROWS.includes(action) && row === undefined)
    throw new BadInput('"row" is missing (use a whole number of at least 1).');
  return office.rows({
    sheet: text(input, 'sheet'),
    action,
    user: user(input),
    ...given({
      row,
      count: optionalCount(input, 'count'),
      column,
      ascending: optionalFlag(input, 'ascending'),
      hide: action === 'filter' ? texts(input, 'hide') : undefined,
    }),
  });
};

const args = (input: Input): readonly Json[] => {
  const value = input.args ?? [];
  if (!Array.isArray(value)) throw new BadInput('"args" must be a list of arguments.');
  return value;
};

/** A control call: what it does with the body that it is given, and gives as JSON. */
export type Call = (office: Office, input: Input) => unknown;

/** The calls that take a JSON body, by method and path; what each takes and gives is in docs/design.md 6.6. */
export const BODY_CALLS: Readonly<Record<string, Call>> = {
  'POST /local/edit': (office, input) =>
    office.edit({
      sheet: text(input, 'sheet'),
      range: text(input, 'range'),
      values: grid(input, 'values'),
      user: user(input),
      ...given({ pasted: optionalFlag(input, 'pasted') }),
    }),
  'POST /local/rows': rows,
  'POST /local/select': (office, input) =>
    office.select({ sheet: text(input, 'sheet'), range: text(input, 'range'), user: user(input) }),
  'POST /local/undo': (office, input) => office.undo({ user: user(input) }),
  'POST /local/answer': (office, input) =>
    office.answer({
      dialog: text(input, 'dialog'),
      button: text(input, 'button'),
      ...given({ text: optionalText(input, 'text') }),
    }),
  'POST /local/copy': (office) => office.copy(),
  'POST /local/open': (office, input) => office.open(optionalText(input, 'copy')),
  'POST /local/menu': (office, input) => office.menu({ item: text(input, 'item'), user: user(input) }),
  'POST /local/run': (office, input) =>
    office.run({ function: text(input, 'function'), args: args(input), as: choice(input, 'as', PEOPLE, 'operator') }),
  'POST /local/clock': (office, input) => office.advance(duration(input, 'advance')),
  'POST /local/faults': (office, input) =>
    office.addFault({
      service: text(input, 'service'),
      nth: optionalCount(input, 'nth') ?? 1,
      kind: choice(input, 'kind', FAULTS),
      ...given({ message: optionalText(input, 'message') }),
    }),
  'POST /local/trigger': (office, input) => runTrigger(office, text(input, 'id')),
  'POST /local/weather': (office, input) => office.weather(input),
  'DELETE /local/faults': (office) => office.clearFaults(),
};

/** The calls that take a query and no body. A tab's name is the rest of the path. */
export const QUERY_CALLS: readonly {
  readonly path: RegExp;
  readonly call: (office: Office, rest: string, query: Input) => unknown;
}[] = [
  { path: /^\/local\/state$/, call: (office) => office.state() },
  { path: /^\/local\/mail$/, call: (office, _, query) => office.mail(since(query)) },
  { path: /^\/local\/executions$/, call: (office, _, query) => office.executions(since(query)) },
  {
    path: /^\/local\/sheet\/([^/]+)$/,
    call: (office, tab, query) =>
      office.sheet(tab, optionalCount(query, 'from') ?? 1, optionalCount(query, 'rows') ?? USUAL_ROWS),
  },
  { path: /^\/local\/shown$/, call: (office, _, query) => pageShown(office, query) },
  { path: /^\/local\/cells\/([^/]+)$/, call: cellsShown },
  { path: /^\/local\/charts\/([^/]+)$/, call: chartsOf },
  {
    path: /^\/local\/column\/([^/]+)$/,
    call: (office, tab, query) => columnValues(office, tab, optionalCount(query, 'column') ?? 1),
  },
  { path: /^\/local\/find\/([^/]+)$/, call: (office, tab, query) => findRow(office, tab, String(query.text ?? '')) },
];

const since = (query: Input): string | undefined => optionalText(query, 'since');

/** The parameters of an address; those that are whole numbers as numbers. */
export const queryOf = (url: URL): Input =>
  Object.fromEntries(
    [...url.searchParams].map(([name, value]) => [
      name,
      name !== 'since' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
    ]),
  );

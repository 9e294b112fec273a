import { ARCHIVE_NAME } from '../core/bounds';
import type { MovingSheet } from '../core/moving-ports';
import { cents, formatDollars, parseAmount } from '../domain/money';
import { FIRST_STATUS, parseOrderStatus, STATUS_FACTS } from '../domain/statuses';
import { type IndexEntry, indexEntry } from '../ledger/row-owner';
import { ForPeople } from '../rpc/rpc';
import { totalInContentKey } from '../workbook/content-key';
import { type Cell, layoutOf, layoutProblem, rowOf, textOf } from '../workbook/layout';
import { parseHead } from '../workbook/ledger-row';
import { NOTE_TAB } from '../workbook/moved-tab';
import { settingRows } from '../workbook/setting-meanings';
import { TAB_KEYS, TABS, type TabKey } from '../workbook/tabs';
import type { MovingPorts } from './moving-ports';
import { readNote } from './note';
import { idInAddress } from './sheet-address';

/** One line of what comes along. */
export interface Item {
  readonly what: string;
  readonly detail: string;
}

/** What taking another sheet over would come to; nothing is written for it. */
export interface Look {
  readonly name: string;
  readonly url: string;
  /** Whether the old sheet has ended: else its code is not to be had yet. */
  readonly hasEnded: boolean;
  readonly items: readonly Item[];
  /** What stays behind or should be looked at first, a sentence each. */
  readonly notes: readonly string[];
}

const ADDRESS =
  'Paste the address of the old sheet, as the browser shows it: https://docs.google.com/spreadsheets/d/…/edit. Nothing was done.';

/**
 * The other spreadsheet, after all that can be wrong with it.
 * @throws ForPeople with what is wrong.
 */
export const oldSheet = ({ open, here }: Pick<MovingPorts, 'open' | 'here'>, address: string): MovingSheet => {
  const id = idInAddress(address);
  if (!id) throw new ForPeople(ADDRESS);
  if (id === here.id)
    throw new ForPeople('This is the address of this sheet itself: paste that of the old one. Nothing was done.');
  const old = open(id);
  if (!old)
    throw new ForPeople(
      'This account cannot open that sheet. Share it with this account as an editor, or compare the address. Nothing was done.',
    );
  if (old.builder.headers('ledger') === null)
    throw new ForPeople(
      `“${old.name}” has no orders of CPS Orders: it was never set up. Is it the right sheet? Nothing was done.`,
    );
  const mark = old.builder.mark();
  if (mark && mark !== id)
    throw new ForPeople(
      `“${old.name}” is a copy. The sheet in use is https://docs.google.com/spreadsheets/d/${mark}/edit: paste that address. Nothing was done.`,
    );
  const problems = (['ledger', 'orders'] as const).map((tab) =>
    layoutProblem(layoutOf(tab, (old.builder.headers(tab) ?? []) as readonly Cell[])),
  );
  const problem = problems.find(Boolean);
  if (problem) throw new ForPeople(`In “${old.name}”: ${problem} Run Set up this sheet there first. Nothing was done.`);
  return old;
};

/** Why this sheet can't take another one over; blank when it can. */
export const whyNotHere = (builder: MovingPorts['builder']): string => {
  const [, ...rows] = builder.cells('orders');
  const isEmpty = rows.every((row) => row.every((cell) => cell === '')) && orderIds(builder).length === 0;
  return isEmpty
    ? ''
    : 'This sheet has orders already. Only a new one can take another sheet over: make one, and set it up. Nothing was done.';
};

const rowsIn = (builder: Pick<MovingPorts['builder'], 'cells'>, tab: TabKey): Readonly<Record<string, Cell>>[] => {
  const [header = [], ...rows] = builder.cells(tab) as readonly (readonly Cell[])[];
  const layout = layoutOf(tab, header);
  return rows.filter((row) => row.some((cell) => cell !== '')).map((row) => rowOf(layout, row));
};

/** The orders of the Ledger, newest first. */
const entriesIn = (builder: Pick<MovingPorts['builder'], 'cells'>): IndexEntry[] =>
  rowsIn(builder, 'ledger')
    .map((cells, index) => indexEntry({ at: index + 2, cells }))
    .filter(({ id }) => id !== '');

export const orderIds = (builder: Pick<MovingPorts['builder'], 'cells'>): readonly string[] =>
  entriesIn(builder).map(({ id }) => id);

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

const ordersItem = (entries: readonly IndexEntry[]): Item => {
  const total = entries
    .filter(({ status }) => STATUS_FACTS[parseOrderStatus(status) ?? FIRST_STATUS].money !== 'off')
    .reduce((sum, { contentKey }) => sum + (parseAmount(totalInContentKey(contentKey)) ?? 0), 0);
  const counts = new Map<string, number>();
  for (const { status } of entries) counts.set(status, (counts.get(status) ?? 0) + 1);
  const statuses = [...counts].map(([status, count]) => `${count.toLocaleString('en-US')} ${status}`).join(', ');
  return {
    what: plural(entries.length, 'order'),
    detail: entries.length > 0 ? `${statuses}; ${formatDollars(cents(total))}` : '',
  };
};

const MOST_PREFIXES = 6;

const numbersItem = (builder: MovingSheet['builder']): Item => {
  const head = builder.texts('ledger', 'Head').map(parseHead).find(Boolean);
  const next = Object.entries(head?.sequences ?? {}).map(
    ([prefix, last]) => `${prefix}-${String(last + 1).padStart(4, '0')}`,
  );
  const shown = next.slice(0, MOST_PREFIXES).join(', ');
  const more = next.length > MOST_PREFIXES ? ` and ${next.length - MOST_PREFIXES} more` : '';
  return { what: 'Order numbers', detail: shown ? `go on with ${shown}${more}` : 'begin with 0001' };
};

const WAITS: readonly string[] = ['queued', 'claimed', 'waiting for quota', 'held', 'unsure', 'handing over'];

const DEFAULTS: ReadonlyMap<string, string> = new Map(
  settingRows().map((row) => [textOf(row.Setting).toLowerCase(), textOf(row.Value)]),
);

const isOwnName = (name: string): boolean =>
  !TAB_KEYS.some((key) => TABS[key].name === name) && !name.startsWith(ARCHIVE_NAME) && !isLeftBehind(name);

/** Tabs that are of no use elsewhere. */
export const isLeftBehind = (name: string): boolean =>
  [NOTE_TAB, TABS.scratch.name, 'Self-test', 'Self-test scratch'].includes(name);

const named = (names: readonly string[]): string => names.slice(0, 8).join(', ') + (names.length > 8 ? ', …' : '');

const itemsOf = (old: MovingSheet): readonly Item[] => {
  const { builder } = old;
  const orders = rowsIn(builder, 'orders');
  const outbox = rowsIn(builder, 'outbox');
  const waiting = outbox.filter(({ State }) => WAITS.includes(textOf(State))).length;
  const changed = rowsIn(builder, 'settings').filter(
    ({ Setting, Value }) => textOf(Value) !== (DEFAULTS.get(textOf(Setting).toLowerCase()) ?? ''),
  ).length;
  const texts = rowsIn(builder, 'emails').filter((row) => textOf(row.Subject) + textOf(row.Message) !== '').length;
  const all = old.tabs();
  const history = all
    .filter(({ name }) => name === TABS.activity.name || name.startsWith(ARCHIVE_NAME))
    .reduce((sum, { rows }) => sum + Math.max(0, rows - 1), 0);
  const program: readonly string[] = TABS.orders.columns.map(({ header }) => header);
  const own = (builder.headers('orders') ?? []).filter((header) => header && !program.includes(header));
  const ownTabs = all.map(({ name }) => name).filter(isOwnName);
  return [
    ordersItem(entriesIn(builder)),
    numbersItem(builder),
    {
      what: plural(orders.filter(({ Feedback }) => textOf(Feedback)).length, 'answer'),
      detail: 'of customers: ratings and comments',
    },
    {
      what: plural(outbox.length, 'email'),
      detail:
        waiting > 0
          ? `${waiting.toLocaleString('en-US')} of them still waiting: they leave from the new sheet`
          : 'none is waiting',
    },
    {
      what: plural(rowsIn(builder, 'events').length, 'event'),
      detail: `and ${plural(rowsIn(builder, 'priceList').length, 'line')} of the price list`,
    },
    { what: plural(changed, 'setting'), detail: `of your own, and ${plural(texts, 'email text')}` },
    { what: plural(history, 'line'), detail: 'of history' },
    {
      what: plural(rowsIn(builder, 'rejected').length, 'refused order'),
      detail: `and ${plural(rowsIn(builder, 'batches').length, 'print batch', 'print batches')}`,
    },
    ...(own.length > 0 ? [{ what: plural(own.length, 'column'), detail: `of your own: ${named(own)}` }] : []),
    ...(ownTabs.length > 0 ? [{ what: plural(ownTabs.length, 'tab'), detail: `of your own: ${named(ownTabs)}` }] : []),
    {
      what: 'Secrets and links',
      detail: 'the platform’s secret, links in emails, who is not to be asked for feedback',
    },
  ];
};

const notesOf = (old: MovingSheet): string[] => {
  const known = new Set(orderIds(old.builder));
  const rows = rowsIn(old.builder, 'orders');
  const unknown = rows.filter((row) => !known.has(textOf(row['Order ID']))).length;
  return [
    ...(unknown > 0
      ? [
          `${plural(unknown, 'row')} of the Orders tab ${unknown === 1 ? 'is' : 'are'} of no order that the program knows: ${unknown === 1 ? 'it comes' : 'they come'} along as typed.`,
        ]
      : []),
    'Backups stay in the operator’s Drive folder. Sheets shared with staff have to be shared again.',
  ];
};

/** What is in the old sheet, and whether it may be taken over. @throws ForPeople where it may not. */
export const lookAt = (ports: Pick<MovingPorts, 'open' | 'here' | 'builder'>, address: string): Look => {
  const why = whyNotHere(ports.builder);
  if (why) throw new ForPeople(why);
  const old = oldSheet(ports, address);
  const note = readNote(old.note());
  if (note?.state === 'done')
    throw new ForPeople(
      `“${old.name}” has moved already, to https://docs.google.com/spreadsheets/d/${note.by}/edit. Nothing was done.`,
    );
  if (note?.state === 'claimed' && note.by !== ports.here.id)
    throw new ForPeople(
      `Another sheet is taking “${old.name}” over: https://docs.google.com/spreadsheets/d/${note.by}/edit. Go on there, or give up there first. Nothing was done.`,
    );
  const hasEnded = note?.state === 'open' || note?.state === 'claimed';
  return { name: old.name, url: old.url, hasEnded, items: itemsOf(old), notes: notesOf(old) };
};

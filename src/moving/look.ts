import { ARCHIVE_NAME } from '../core/bounds';
import type { MovingSheet } from '../core/moving-ports';
import { cents, formatDollars, parseAmount } from '../domain/money';
import { FIRST_STATUS, parseOrderStatus, STATUS_FACTS } from '../domain/statuses';
import { count, numberText } from '../domain/text/for-people';
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

/** One line of what will move. */
export interface Item {
  readonly what: string;
  readonly detail: string;
}

/** What a move would bring into this sheet. Finding out writes nothing. */
export interface Look {
  readonly name: string;
  readonly url: string;
  /** Whether the old sheet is retired: until then it has no code to show. */
  readonly hasEnded: boolean;
  readonly items: readonly Item[];
  /** What stays behind or should be checked first, one sentence each. */
  readonly notes: readonly string[];
}

const ADDRESS =
  'Paste the address of the old sheet from your browser: https://docs.google.com/spreadsheets/d/…/edit. Nothing was changed.';

/**
 * The old spreadsheet, once it has passed every check.
 * @throws ForPeople if it fails one, with the reason.
 */
export const oldSheet = ({ open, here }: Pick<MovingPorts, 'open' | 'here'>, address: string): MovingSheet => {
  const id = idInAddress(address);
  if (!id) throw new ForPeople(ADDRESS);
  if (id === here.id)
    throw new ForPeople("That's the address of this sheet. Paste the old sheet's address. Nothing was changed.");
  const old = open(id);
  if (!old)
    throw new ForPeople(
      "This account can't open that sheet. Check the address, or share the sheet with this account as an editor. Nothing was changed.",
    );
  if (old.builder.headers('ledger') === null)
    throw new ForPeople(
      `“${old.name}” was never set up with CPS Orders. Check that it's the right sheet. Nothing was changed.`,
    );
  const mark = old.builder.mark();
  if (mark && mark !== id)
    throw new ForPeople(
      `“${old.name}” is a copy. Paste the address of the original instead: https://docs.google.com/spreadsheets/d/${mark}/edit. Nothing was changed.`,
    );
  const problems = (['ledger', 'orders'] as const).map((tab) =>
    layoutProblem(layoutOf(tab, (old.builder.headers(tab) ?? []) as readonly Cell[])),
  );
  const problem = problems.find(Boolean);
  if (problem)
    throw new ForPeople(`In “${old.name}”: ${problem} Run Set up this sheet there first. Nothing was changed.`);
  return old;
};

/** Why another sheet can't move into this one; blank when it can. */
export const whyNotHere = (builder: MovingPorts['builder']): string => {
  const [, ...rows] = builder.cells('orders');
  const isEmpty = rows.every((row) => row.every((cell) => cell === '')) && orderIds(builder).length === 0;
  return isEmpty
    ? ''
    : 'This sheet already has orders, and a business can only move into a new sheet. Make a new one and set it up. Nothing was changed.';
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

const ordersItem = (entries: readonly IndexEntry[]): Item => {
  const total = entries
    .filter(({ status }) => STATUS_FACTS[parseOrderStatus(status) ?? FIRST_STATUS].money !== 'off')
    .reduce((sum, { contentKey }) => sum + (parseAmount(totalInContentKey(contentKey)) ?? 0), 0);
  const counts = new Map<string, number>();
  for (const { status } of entries) counts.set(status, (counts.get(status) ?? 0) + 1);
  const statuses = [...counts].map(([status, orders]) => `${numberText(orders)} ${status}`).join(', ');
  return {
    what: count(entries.length, 'order'),
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
  return { what: 'Order numbers', detail: shown ? `continue with ${shown}${more}` : 'start with 0001' };
};

const WAITS: readonly string[] = ['queued', 'claimed', 'waiting for quota', 'held', 'unsure', 'handing over'];

const DEFAULTS: ReadonlyMap<string, string> = new Map(
  settingRows().map((row) => [textOf(row.Setting).toLowerCase(), textOf(row.Value)]),
);

const isOwnName = (name: string): boolean =>
  !TAB_KEYS.some((key) => TABS[key].name === name) && !name.startsWith(ARCHIVE_NAME) && !isLeftBehind(name);

/** Tabs that are useless in another sheet. */
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
      what: count(orders.filter(({ Feedback }) => textOf(Feedback)).length, 'answer'),
      detail: 'from customers: ratings and comments',
    },
    {
      what: count(outbox.length, 'email'),
      detail:
        waiting > 0
          ? `${numberText(waiting)} of them still waiting, to be sent from the new sheet`
          : 'none are waiting',
    },
    {
      what: count(rowsIn(builder, 'events').length, 'event'),
      detail: `and ${count(rowsIn(builder, 'priceList').length, 'price list line')}`,
    },
    { what: count(changed, 'setting'), detail: `that you changed, and ${count(texts, 'email text')}` },
    { what: count(history, 'line'), detail: 'of history' },
    {
      what: count(rowsIn(builder, 'rejected').length, 'rejected order'),
      detail: `and ${count(rowsIn(builder, 'batches').length, 'print batch', 'print batches')}`,
    },
    ...(own.length > 0 ? [{ what: count(own.length, 'column'), detail: `that you added: ${named(own)}` }] : []),
    ...(ownTabs.length > 0
      ? [{ what: count(ownTabs.length, 'tab'), detail: `that you added: ${named(ownTabs)}` }]
      : []),
    {
      what: 'Secrets and links',
      detail: "the platform's secret, links in emails, and who doesn't want feedback requests",
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
          `${count(unknown, 'row')} in the Orders tab ${unknown === 1 ? "doesn't" : "don't"} belong to any known order. ${unknown === 1 ? 'It moves' : 'They move'} as typed.`,
        ]
      : []),
    "Backups stay in the operator's Drive folder. You'll have to share the new sheet with your staff.",
  ];
};

/** What's in the old sheet. @throws ForPeople if it can't move here. */
export const lookAt = (ports: Pick<MovingPorts, 'open' | 'here' | 'builder'>, address: string): Look => {
  const why = whyNotHere(ports.builder);
  if (why) throw new ForPeople(why);
  const old = oldSheet(ports, address);
  const note = readNote(old.note());
  if (note?.state === 'done')
    throw new ForPeople(
      `“${old.name}” has already moved to https://docs.google.com/spreadsheets/d/${note.by}/edit. Nothing was changed.`,
    );
  if (note?.state === 'claimed' && note.by !== ports.here.id)
    throw new ForPeople(
      `“${old.name}” is already moving to another sheet: https://docs.google.com/spreadsheets/d/${note.by}/edit. Continue there, or cancel the move there first. Nothing was changed.`,
    );
  const hasEnded = note?.state === 'open' || note?.state === 'claimed';
  return { name: old.name, url: old.url, hasEnded, items: itemsOf(old), notes: notesOf(old) };
};

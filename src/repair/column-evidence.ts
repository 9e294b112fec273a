import { formatAmount, NO_MONEY, parseAmount } from '../domain/money';
import { ORDER_STATUSES, SHIPPING_STATUSES } from '../domain/statuses';
import { expectedRow } from '../ledger/expected-row';
import type { IndexEntry } from '../ledger/row-owner';
import { contentKeyOfRow } from '../workbook/content-key';
import { type Cell, layoutOf, rowOf } from '../workbook/layout';

/** How well the columns of the Orders tab fit its headers, by what the Ledger says of the orders in its rows. */
export interface ColumnEvidence {
  /**
   * Of the rows that should hold something under a header, the share (0 to 1) in which a column, counted from 0, holds just
   * that. Null when no row should hold anything, so that nobody can tell.
   */
  readonly score: (header: string, column: number) => number | null;
  /** Whether the rows that were looked at hold nothing in a column. */
  readonly isBlank: (column: number) => boolean;
}

/** How many rows tell as much as all of them. */
const MOST_ROWS = 300;
/** A status that was typed in the meantime, or no amount where nothing is owed, tells its column a little less surely. */
const NEARLY = 0.75;
const MINUTE = 60_000;

const WORDS: Readonly<Record<string, readonly string[]>> = {
  Status: ORDER_STATUSES,
  'Shipping Status': SHIPPING_STATUSES,
};
const AMOUNTS: readonly string[] = ['Subtotal', 'Shipping Fee', 'Total'];
const NOTHING_OWED = formatAmount(NO_MONEY);
const RATING = /^[1-5]\/5\b/;

const plain = (cell: unknown): string =>
  String(cell ?? '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();

const amountText = (cell: unknown): string => {
  const amount = parseAmount(cell);
  return amount === null ? plain(cell) : formatAmount(amount);
};

/** How surely a cell is what should be under a header: 0 to 1. */
const likeness = (header: string, cell: unknown, expected: string): number => {
  if (header === 'Created At')
    return cell instanceof Date && Math.abs(cell.getTime() - Date.parse(expected)) < MINUTE ? 1 : 0;
  const text = AMOUNTS.includes(header) ? amountText(cell) : plain(cell);
  if (text === plain(expected)) return 1;
  const isNothingOwed = AMOUNTS.includes(header) && text === '' && expected === NOTHING_OWED;
  return isNothingOwed || WORDS[header]?.includes(text) ? NEARLY : 0;
};

/** The column whose cells name the most orders, and the order by each name. */
const namedBy = (rows: readonly (readonly unknown[])[], orders: ReadonlyMap<string, IndexEntry>, width: number) => {
  const hits = Array.from(
    { length: width },
    (_, column) => rows.filter((row) => orders.has(plain(row[column]))).length,
  );
  const column = hits.indexOf(Math.max(...hits));
  return (row: readonly unknown[]): IndexEntry | undefined => orders.get(plain(row[column]));
};

const byKey = (index: readonly IndexEntry[], keyOf: (entry: IndexEntry) => string): Map<string, IndexEntry> =>
  new Map(index.map((entry): [string, IndexEntry] => [keyOf(entry), entry]).filter(([key]) => key !== ''));

/**
 * Compares the Orders tab with the Ledger. Whose a row is, its id or number tells, in whichever column these are; else its
 * name, email, items and total.
 * @param cells every cell of the tab, the header row first.
 */
export const columnEvidence = (
  cells: readonly (readonly unknown[])[],
  index: readonly IndexEntry[],
): ColumnEvidence => {
  const [header = [], ...all] = cells;
  const filled = all.filter((row) => row.some((cell) => cell !== ''));
  const step = Math.max(1, filled.length / MOST_ROWS);
  const sample = Array.from(
    { length: Math.min(filled.length, MOST_ROWS) },
    (_, at) => filled[Math.floor(at * step)] ?? [],
  );
  const layout = layoutOf('orders', header as Cell[]);
  const owners = [
    namedBy(
      sample,
      byKey(index, ({ id }) => plain(id)),
      header.length,
    ),
    namedBy(
      sample,
      byKey(index, ({ number }) => plain(number)),
      header.length,
    ),
  ];
  const contents = byKey(index, ({ contentKey }) => contentKey);
  const known = sample.flatMap((row) => {
    const entry = owners[0]?.(row) ?? owners[1]?.(row) ?? contents.get(contentKeyOfRow(rowOf(layout, row as Cell[])));
    return entry ? [{ row, expected: expectedRow(entry) }] : [];
  });
  const feedback = (column: number): number | null => {
    const texts = known.map(({ row }) => plain(row[column])).filter((text) => text !== '');
    const ratings = texts.filter((text) => RATING.test(text)).length;
    return ratings === 0 ? null : ratings / texts.length;
  };
  const score = (name: string, column: number): number | null => {
    if (name === 'Feedback') return feedback(column);
    const telling = known.filter(({ expected }) => (expected[name] ?? '') !== '');
    if (telling.length === 0) return null;
    const sum = telling.reduce((all, { row, expected }) => all + likeness(name, row[column], expected[name] ?? ''), 0);
    return sum / telling.length;
  };
  const scores = new Map<string, number | null>();
  return {
    score: (name, column) => {
      const key = `${column} ${name}`;
      if (!scores.has(key)) scores.set(key, score(name, column));
      return scores.get(key) ?? null;
    },
    isBlank: (column) => known.every(({ row }) => plain(row[column]) === ''),
  };
};

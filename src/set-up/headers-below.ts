import { type Cell, textOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const HEADERS: ReadonlySet<string> = new Set(TABS.orders.columns.map(({ header }) => plain(header)));

/** So many headers of ours in one row are no accident. */
const ENOUGH = 4;

const ours = (row: readonly unknown[]): number =>
  new Set(row.map((cell) => plain(textOf(cell as Cell))).filter((text) => HEADERS.has(text))).size;

/**
 * The row in which the headers of the Orders tab stand, where that isn't row 1: a title above them, a blank row, or a sort
 * that took them along. 1 is the first row; null where they are where they belong, or nowhere.
 */
export const headersBelow = (cells: readonly (readonly unknown[])[]): number | null => {
  const counts = cells.map(ours);
  const most = Math.max(0, ...counts.slice(1));
  return most >= ENOUGH && most > (counts[0] ?? 0) * 2 ? counts.indexOf(most, 1) + 1 : null;
};

/** What to do about it, in one sentence. */
export const headersBelowText = (row: number): string =>
  row === 2
    ? 'Orders: your headers are in row 2. Please delete row 1, so that they are the first row, and run this again.'
    : `Orders: your headers are in row ${row}. Please move them to row 1, so that nothing stands above them, and run this again.`;

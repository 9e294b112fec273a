import { type Cell, textOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const HEADERS: ReadonlySet<string> = new Set(TABS.orders.columns.map(({ header }) => plain(header)));

/** How many headers of ours in one row aren't a coincidence. */
const ENOUGH = 4;

const ours = (row: readonly unknown[]): number =>
  new Set(row.map((cell) => plain(textOf(cell as Cell))).filter((text) => HEADERS.has(text))).size;

/**
 * The row in which the headers of the Orders tab are, where that isn't row 1, the first: a title above them, a blank row,
 * or a sort that took them along. Null where they are where they belong, or nowhere.
 */
export const headersBelow = (
  cells: readonly (readonly unknown[])[],
): { readonly row: number; readonly isBelowTitle: boolean } | null => {
  const counts = cells.map(ours);
  const most = Math.max(0, ...counts.slice(1));
  if (most < ENOUGH || most <= (counts[0] ?? 0) * 2) return null;
  const above = counts.indexOf(most, 1);
  const filled = (row: readonly unknown[]) => row.filter((cell) => cell !== '').length;
  return { row: above + 1, isBelowTitle: cells.slice(0, above).every((row) => filled(row) < ENOUGH) };
};

/** What to do about it, in one sentence. */
export const headersBelowText = ({ row, isBelowTitle }: NonNullable<ReturnType<typeof headersBelow>>): string => {
  const above = row === 2 ? 'row 1' : `rows 1 to ${row - 1}`;
  const what = isBelowTitle
    ? `delete ${above}, so that they are the first row`
    : 'move them to row 1, above all orders';
  return `Orders: your headers are in row ${row}. Please ${what}, and run this again.`;
};

import type { PlacedText, TabTexts } from '../core/file-ports';
import { columnLetters } from '../workbook/a1';
import type { Person } from './scrub';

/** Rows that are read in one call. */
const BLOCK = 2_000;

/** The rows of a tab below its header, a block at a time. */
export const eachRow = (
  texts: Pick<TabTexts, 'block'>,
  tab: string,
  visit: (cells: readonly string[], row: number) => void,
): void => {
  for (let from = 2; ; from += BLOCK) {
    const rows = texts.block(tab, from, BLOCK);
    rows.forEach((cells, index) => {
      visit(cells, from + index);
    });
    if (rows.length < BLOCK) return;
  }
};

/** The header texts of a tab. */
export const headersOf = (texts: Pick<TabTexts, 'block'>, tab: string): string[] =>
  (texts.block(tab, 1, 1)[0] ?? []).map((header) => header.trim());

/** Reads the cells of a row by header; blank where there is none. */
export const cellOf =
  (headers: readonly string[], cells: readonly string[]) =>
  (header: string): string =>
    cells[headers.indexOf(header)]?.trim() ?? '';

/** Where a cell is: `B5`. */
export const a1 = ({ row, column }: Pick<PlacedText, 'row' | 'column'>): string => `${columnLetters(column - 1)}${row}`;

/** What of the Orders tab belongs to a row: its id and number. */
export interface OrdersRowKeys {
  readonly isTheirs: boolean;
  readonly name: string;
}

/** The id and number of a row of the Orders tab, and whether it is the customer's. */
export const ordersKeys = (headers: readonly string[], cells: readonly string[], person: Person): OrdersRowKeys => {
  const cell = cellOf(headers, cells);
  const [id, number] = [cell('Order ID'), cell('Order Number')];
  return { isTheirs: person.keys.has(id), name: number || id };
};

/** How a column is called. */
export const nameOf = (headers: readonly string[], column: number): string =>
  headers[column - 1] || `column ${columnLetters(column - 1)}`;

import type { SheetRow } from '../core/ports';
import { parseAmount } from '../domain/money';
import { parseOrderStatus, parseShippingStatus } from '../domain/statuses';
import { type Cell, type Row, textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import { ordersRow } from '../workbook/orders-row';
import { TABS } from '../workbook/tabs';

/** One cell that is not as in the backup. */
export interface CellDifference {
  readonly header: string;
  readonly here: string;
  readonly there: string;
}

const STANDING = ['Status', 'Shipping Status'] as const;
const MONEY: readonly string[] = ['Subtotal', 'Shipping Fee', 'Total'];
/** Columns A to R by their headers. */
export const PROGRAM_COLUMNS: readonly string[] = TABS.orders.columns.map(({ header }) => header);
/** Those that say what was ordered, by whom: neither statuses nor feedback. */
export const CONTENT = PROGRAM_COLUMNS.filter(
  (header) => header !== 'Status' && header !== 'Shipping Status' && header !== 'Feedback',
);
/** Serial numbers of the same second: Google keeps a fraction of it. */
const HALF_A_SECOND = 0.5 / 86_400;

/** Whether two cells of a column say the same. */
export const isEqual = (header: string, a: Cell | undefined, b: Cell | undefined): boolean => {
  if (textOf(a) === textOf(b)) return true;
  if (header === 'Created At') return typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) < HALF_A_SECOND;
  return MONEY.includes(header) && parseAmount(a ?? '') !== null && parseAmount(a ?? '') === parseAmount(b ?? '');
};

/** Gives the cells that an order has by the Ledger; `createdAt` as a serial number, or blank. */
export type RowOfEntry = (entry: LedgerEntry) => Row;

/** The row of an accepted order, with its moment in the spreadsheet's time zone. */
export const rowOfEntry =
  (serialOfMoment: (iso: string) => number | ''): RowOfEntry =>
  (entry) =>
    ordersRow(entry.order, entry, serialOfMoment(entry.order.createdAt));

/** A status however it is written: old rows say `void`. */
const plainStatus = (cell: Cell | undefined): string => {
  const text = textOf(cell);
  return parseOrderStatus(text) ?? parseShippingStatus(text) ?? text;
};

/** Columns L and Q, where they differ. */
export const standingDifferences = (row: SheetRow, there: Readonly<Record<string, Cell>>): CellDifference[] =>
  STANDING.filter((header) => plainStatus(row.cells[header]) !== plainStatus(there[header])).map((header) => ({
    header,
    here: textOf(row.cells[header]),
    there: textOf(there[header]),
  }));

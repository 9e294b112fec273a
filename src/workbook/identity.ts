import type { Identity } from './changes';
import { type Cell, type Row, textOf } from './layout';

const BY_CONTENT = ['Order Number', 'Customer Name', 'Email', 'Items'] as const;

/**
 * What tells a row of the Orders tab apart: its Order ID, or, where that is missing or about to change, the content that
 * a change leaves as it is.
 * @param cells the row as it was read.
 * @param written what will be written into it.
 */
export const identityOf = (cells: Row, written: Row = {}): Identity => {
  const isKept = (header: string): boolean => !(header in written) || textOf(written[header]) === textOf(cells[header]);
  const id = textOf(cells['Order ID']);
  if (id !== '' && isKept('Order ID')) return { 'Order ID': id };
  return Object.fromEntries(BY_CONTENT.filter(isKept).map((header): [string, Cell] => [header, cells[header] ?? '']));
};

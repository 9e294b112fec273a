import { contentKeyOf, contentKeyOfRow, detailsOf, detailsOfRow } from '../workbook/content-key';
import { type Row, textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';

/** What tells the row of an order from others: an entry of the Ledger's index has all of it. */
export interface KnownOrder {
  readonly id: string;
  readonly number: string;
  readonly contentKey: string;
  readonly details: string;
}

/** An accepted order, as rows are compared with it. */
export const knownOrder = ({ order }: LedgerEntry): KnownOrder => ({
  id: order.id,
  number: order.number,
  contentKey: contentKeyOf(order),
  details: detailsOf(order),
});

/** An order of which nobody has more than its row. */
export const knownByRow = (id: string, row: Row): KnownOrder => ({
  id,
  number: textOf(row['Order Number']),
  contentKey: contentKeyOfRow(row),
  details: detailsOfRow(row),
});

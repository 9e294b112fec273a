import type { OrdersBook } from '../core/ports';
import { saysNone } from '../domain/text/lines';
import { type Cell, textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import { PAYMENT_COLUMN, TRACKING_COLUMN } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import { TRACKING_FORM } from './tracking';

/**
 * The tracking number in a cell, if it can be shared. A number with too many digits, which Google has rounded, doesn't
 * count, since a wrong number is worse than none; neither do staff's own remarks, such as n/a or lost.
 */
export const asTyped = (cell: Cell | undefined): string => {
  const text = typeof cell === 'number' && !Number.isSafeInteger(cell) ? '' : textOf(cell);
  return TRACKING_FORM.test(text) && /\d/.test(text) ? text : '';
};

/** What is typed in one of staff's own columns, by order id; nothing is read if there is no such column. */
const typedIn =
  (header: string, read: (cell: Cell | undefined) => string) =>
  (orders: OrdersBook, view: WorkbookView, ids: readonly string[]): ReadonlyMap<string, string> => {
    if (ids.length === 0 || !view.places.orders?.layout.columns.has(header)) return new Map();
    const wanted = new Set(ids);
    return new Map(
      orders
        .rows(view, 2, null)
        .flatMap(({ cells }): [string, string][] =>
          wanted.has(textOf(cells['Order ID'])) ? [[textOf(cells['Order ID']), read(cells[header])]] : [],
        ),
    );
  };

/** The tracking numbers in staff's column. */
export const typedTrackingNumbers = typedIn(TRACKING_COLUMN, asTyped);

/** The payment methods in staff's column. */
export const typedPaymentMethods = typedIn(PAYMENT_COLUMN, (cell) => (saysNone(textOf(cell)) ? '' : textOf(cell)));

/**
 * The tracking number of an order for emails, pages and the order card: the one in staff's column, where they see and
 * correct it, or else the one the program was given.
 * @param typed what {@link typedTrackingNumbers} found for the order.
 */
export const trackingNumberOf = (typed: string | undefined, { progress }: Pick<LedgerEntry, 'progress'>): string =>
  typed || (progress.trackingNumber ?? '');

import type { OrdersBook } from '../core/ports';
import { saysNone } from '../domain/text/lines';
import { type Cell, textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import { PAYMENT_COLUMN, TRACKING_COLUMN } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import { TRACKING_FORM } from './tracking';

/**
 * What may be told of a cell. A number that Google has rounded, since it has too many digits for one, is none: a wrong
 * number is worse. Nor is what staff have noted for themselves, such as n/a or lost.
 */
export const asTyped = (cell: Cell | undefined): string => {
  const text = typeof cell === 'number' && !Number.isSafeInteger(cell) ? '' : textOf(cell);
  return TRACKING_FORM.test(text) && /\d/.test(text) ? text : '';
};

/** What is typed into one of staff's own columns, by order id; read for nothing where there is no such column. */
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

/** The ways of payment in staff's column. */
export const typedPaymentMethods = typedIn(PAYMENT_COLUMN, (cell) => (saysNone(textOf(cell)) ? '' : textOf(cell)));

/**
 * The tracking number of an order, as emails, pages and the card tell it: what stands in staff's column, where they see
 * and correct it; else what the program was given.
 * @param typed what {@link typedTrackingNumbers} found for the order.
 */
export const trackingNumberOf = (typed: string | undefined, { progress }: Pick<LedgerEntry, 'progress'>): string =>
  typed || (progress.trackingNumber ?? '');

import type { OrdersBook } from '../ports';
import { textOf } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';

/** Staff's own column of the Orders tab, used when it is there (design.md 2). */
export const TRACKING_COLUMN = 'Tracking Number';

/** The tracking numbers that staff typed, by order id; empty, and read for nothing, where there is no such column. */
export const typedTrackingNumbers = (
  orders: OrdersBook,
  view: WorkbookView,
  ids: readonly string[],
): ReadonlyMap<string, string> => {
  if (ids.length === 0 || !view.places.orders?.layout.columns.has(TRACKING_COLUMN)) return new Map();
  const wanted = new Set(ids);
  return new Map(
    orders
      .rows(view, 2, null)
      .flatMap(({ cells }): [string, string][] =>
        wanted.has(textOf(cells['Order ID'])) ? [[textOf(cells['Order ID']), textOf(cells[TRACKING_COLUMN])]] : [],
      ),
  );
};

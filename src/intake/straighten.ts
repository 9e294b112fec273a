import type { Change } from '../workbook/changes';
import { isWhole, layoutOf } from '../workbook/layout';
import type { LedgerEntry, LedgerHead } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import type { IntakePorts } from './intake-ports';

/** Whether a column of the Orders tab stands elsewhere than when the view was read. */
export const hasMoved = (view: WorkbookView, headers: readonly string[]): boolean => {
  const now = layoutOf('orders', headers).columns;
  return [...(view.places.orders?.layout.columns ?? [])].some(
    ([header, index]) => now.has(header) && now.get(header) !== index,
  );
};

/**
 * Somebody moved a column while an order was being stored: its new row is made again by the columns as they stand.
 * Best effort, under the lock; where it does not succeed, the sweep flags the row.
 * @param changes those that stored the order.
 * @param head the Ledger's head that they left.
 */
export const straighten = (
  ports: IntakePorts,
  changes: readonly Change[],
  { order }: LedgerEntry,
  head: LedgerHead,
): void => {
  try {
    const made = changes.flatMap((change) =>
      change.tab === 'orders' && change.change === 'insert' ? [change] : [],
    )[0];
    const view = ports.workbook.read();
    const layout = view.places.orders?.layout;
    if (!made || !layout || !isWhole(layout)) return;
    const standing = ports.orders.rows(view, made.at, 1)[0];
    if (!standing || !Object.values(standing.cells).includes(order.id)) return;
    const again: Change[] = [
      { ...made, at: made.at + 1 },
      { change: 'delete', tab: 'orders', at: made.at },
    ];
    ports.committer.commit(view, again, head);
  } catch {
    // The order stands in the Ledger: its row can be rebuilt from there.
  }
};

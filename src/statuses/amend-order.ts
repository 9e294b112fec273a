import { NOT_STORED, OTHERS_WRITE } from '../core/words';
import type { Planned } from '../core/work';
import { entryOf } from '../ledger/lookup';
import { activityRow } from '../workbook/activity-row';
import type { Row } from '../workbook/layout';
import { type LedgerEntry, ledgerRow, type Progress } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import type { ReconcilePorts } from './reconcile-ports';

/** What amending an order needs from the world. */
export type AmendPorts = Pick<ReconcilePorts, 'change' | 'ledger' | 'orders'>;

/** An order's new progress, and the line of the Activity tab about it. */
export interface Amendment {
  readonly progress: Progress;
  readonly event: string;
  readonly detail: string;
  /** Cells of its row in the Orders tab. */
  readonly cells?: Row;
}

/** The outcome: `done`, `unchanged`, or a sentence that says why nothing was done. */
export type Amended = 'done' | 'unchanged' | { readonly trouble: string };

const LOCK_WAIT = 20_000;

/**
 * Changes what the program keeps about one order, besides its statuses, in one commit under the lock.
 * @param by who asks for it.
 * @param amend decides from the order as it is now; null when nothing has to change.
 */
export const amendOrder = (
  ports: AmendPorts,
  orderId: string,
  by: string,
  amend: (entry: LedgerEntry, now: string, view: WorkbookView) => Amendment | null,
): Amended => {
  const done = ports.change({
    by: 'amend one order',
    wait: LOCK_WAIT,
    plan: ({ view, now, when }): Planned<Amended> => {
      const found = ports.ledger.find(view, 'Order ID', orderId);
      const entry = entryOf(found);
      if (!found || !entry) return { changes: [], value: { trouble: 'There is no order with this ID.' } };
      const amendment = amend(entry, now, view);
      if (!amendment) return { changes: [], value: 'unchanged' };
      const { progress, event, detail, cells: row } = amendment;
      const { id, number: orderNumber } = entry.order;
      const at = row ? ports.orders.ids(view).indexOf(id) + 2 : 0;
      const line = activityRow({ when, orderId: id, orderNumber, event, by, detail });
      return {
        changes: [
          ...(row && at > 1 ? [{ change: 'update', tab: 'orders', at, was: { 'Order ID': id }, row } as const] : []),
          { change: 'update', tab: 'ledger', at: found.at, row: ledgerRow({ ...entry, progress }) },
          { change: 'append', tab: 'activity', row: line },
        ],
        value: 'done',
      };
    },
  });
  if (done.outcome === 'landed') return done.values[0];
  return { trouble: done.outcome === 'locked' ? OTHERS_WRITE : NOT_STORED };
};

import type { Planned } from '../core/work';
import { entryOf } from '../ledger/lookup';
import type { ReconcilePorts } from '../statuses/reconcile-ports';
import { activityRow } from '../workbook/activity-row';
import { type LedgerEntry, ledgerRow } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';

type Noted = 'noted' | 'known' | 'failed';

/** Records, once per order, that its customer is still waiting: in the Ledger and the Activity tab. */
export const noteNotArrived = (
  ports: Pick<ReconcilePorts, 'change' | 'ledger'>,
  view: WorkbookView,
  { order: { id, number, customer } }: LedgerEntry,
): Noted => {
  const done = ports.change({
    by: 'note prints not arrived',
    wait: 20_000,
    view,
    plan: ({ view: current, now, when }): Planned<Noted> => {
      const found = ports.ledger.find(current, 'Order ID', id);
      const entry = entryOf(found);
      if (!found || !entry) return { changes: [], value: 'failed' };
      if (entry.progress.notArrived) return { changes: [], value: 'known' };
      const noted = { ...entry, progress: { ...entry.progress, notArrived: now } };
      const detail = `${customer.name} says the prints from order ${number} haven't arrived.`;
      const line = activityRow({
        when,
        orderId: id,
        orderNumber: number,
        event: 'not arrived',
        by: 'customer',
        detail,
      });
      return {
        changes: [
          { change: 'update', tab: 'ledger', at: found.at, row: ledgerRow(noted) },
          { change: 'append', tab: 'activity', row: line },
        ],
        value: 'noted',
      };
    },
  });
  return done.outcome === 'landed' ? done.values[0] : 'failed';
};

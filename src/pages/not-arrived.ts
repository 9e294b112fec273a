import { entryOf, headNow } from '../intake/ledger-lookup';
import { settle } from '../lifecycle/reconcile';
import type { ReconcilePorts } from '../lifecycle/reconcile-ports';
import { activityRow } from '../workbook/activity-row';
import type { Config } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { type LedgerEntry, ledgerRow } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';

/** Writes down, once per order, that its customer still waits: in the Ledger and the Activity tab. */
export const noteNotArrived = (
  ports: ReconcilePorts,
  view: WorkbookView,
  config: Config,
  { order }: LedgerEntry,
): 'noted' | 'known' | 'failed' => {
  if (!ports.lock.tryLock(20_000)) return 'failed';
  try {
    const head = headNow(ports, view, config);
    const found = ports.ledger.find(view, 'Order ID', order.id);
    const entry = entryOf(found);
    if (!found || !entry) return 'failed';
    if (entry.progress.notArrived) return 'known';
    const now = ports.clock.now().toISOString();
    const noted = { ...entry, progress: { ...entry.progress, notArrived: now } };
    const line = activityRow({
      when: serialOf(ports.clock.local(new Date(now))),
      orderId: order.id,
      orderNumber: order.number,
      event: 'not arrived',
      by: 'customer',
      detail: `${order.customer.name} says that the prints of ${order.number} have not arrived.`,
    });
    const { outcome } = settle(
      ports,
      view,
      config,
      [],
      [
        { change: 'update', tab: 'ledger', at: found.at, row: ledgerRow(noted) },
        { change: 'append', tab: 'activity', row: line },
      ],
      now,
      head,
    );
    return outcome === 'landed' ? 'noted' : 'failed';
  } finally {
    ports.lock.release();
  }
};

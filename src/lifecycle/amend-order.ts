import { newGeneration } from '../api/read-cache';
import { entryOf, headNow } from '../intake/ledger-lookup';
import type { Cache, Crypto } from '../ports';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { LAST_GOOD, readConfig } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import type { Row } from '../workbook/layout';
import { type LedgerEntry, ledgerRow, type Progress } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import { mend } from './mend-now';
import { settle } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';
import { NOT_STORED, OTHERS_WRITE } from './words';

/** What amending an order needs from the world. */
export interface AmendPorts extends ReconcilePorts {
  readonly cache: Cache;
  readonly crypto: Crypto;
  readonly properties: { all(): Readonly<Record<string, string>> };
}

/** What becomes of an order's progress, and the line of the Activity tab that says so. */
export interface Amendment {
  readonly progress: Progress;
  readonly event: string;
  readonly detail: string;
  /** Cells of its row in the Orders tab. */
  readonly cells?: Row;
}

/** What came of it: `done`, `unchanged`, or a sentence that says why nothing was done. */
export type Amended = 'done' | 'unchanged' | { readonly trouble: string };

const MOST_TRIES = 3;
const LOCK_WAIT = 20_000;

/**
 * Changes what the program keeps of one order, beside its statuses, in one commit under the lock.
 * @param by who asks for it.
 * @param amend decides from the order as it stands now; null when it stands so already.
 */
export const amendOrder = (
  ports: AmendPorts,
  orderId: string,
  by: string,
  amend: (entry: LedgerEntry, now: string, view: WorkbookView) => Amendment | null,
): Amended => {
  if (!ports.lock.tryLock(LOCK_WAIT)) return { trouble: OTHERS_WRITE };
  try {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const view = ports.workbook.read();
      const config = readConfig(view, ports.properties.all()[LAST_GOOD]);
      const head = view.head ?? headNow(ports, view, config);
      const found = ports.ledger.find(view, 'Order ID', orderId);
      const entry = entryOf(found);
      if (!found || !entry) return { trouble: 'The program has not accepted an order with this id.' };
      const now = ports.clock.now().toISOString();
      const amendment = amend(entry, now, view);
      if (!amendment) return 'unchanged';
      const { progress, event, detail, cells } = amendment;
      const { id, number } = entry.order;
      const at = cells ? ports.orders.ids(view).indexOf(id) + 2 : 0;
      const changes: Change[] = [
        ...(cells && at > 1
          ? [{ change: 'update', tab: 'orders', at, row: { 'Order ID': id, ...cells } } as const]
          : []),
        { change: 'update', tab: 'ledger', at: found.at, row: ledgerRow({ ...entry, progress }) },
        {
          change: 'append',
          tab: 'activity',
          row: activityRow({
            when: serialOf(ports.clock.local(new Date(now))),
            orderId: id,
            orderNumber: number,
            event,
            by,
            detail,
          }),
        },
      ];
      const settled = settle(ports, view, config, [], changes, now, head);
      if (settled.outcome === 'landed') {
        const { ids } = settled;
        if (ids && (ids.indexOf(id) !== ids.lastIndexOf(id) || settled.numbers?.[at - 2] !== number))
          mend(ports, view, config);
        newGeneration(ports.cache, ports.crypto);
        return 'done';
      }
      if (settled.outcome !== 'stale') break;
    }
    return { trouble: NOT_STORED };
  } finally {
    ports.lock.release();
  }
};

import { headNow } from '../intake/ledger-lookup';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { isWhole, layoutProblem, textOf } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';
import { indexEntry, mendSlips } from './mend';
import { mendingChanges } from './mend-now';
import { PORTION, settle } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';
import { rowsWritten } from './sweep';
import { NOT_STORED, OTHERS_WRITE, SET_UP_FIRST } from './words';

/** What came of writing missing rows again. */
export interface Rebuilt {
  /** Rows that got their own id back, since their content said whose they are. */
  readonly mended: number;
  /** Rows that were written anew. */
  readonly written: number;
  /** Why it stopped; blank when no order is without a row any more. */
  readonly trouble: string;
}

const MOST_PORTIONS = 100;

/** Writes the rows of orders that have none, from the Ledger, in portions under the lock (design.md 2). */
export const rebuildMissingRows = (
  ports: ReconcilePorts,
  firstView: WorkbookView,
  config: Config,
  by: string,
): Rebuilt => {
  const place = firstView.places.orders;
  const problem = place ? layoutProblem(place.layout) : 'The Orders tab is missing.';
  const nothing = { mended: 0, written: 0 };
  if (!place || !isWhole(place.layout)) return { ...nothing, trouble: `${problem} ${SET_UP_FIRST}` };
  if (!ports.lock.tryLock(20_000)) return { ...nothing, trouble: OTHERS_WRITE };
  try {
    let [mended, written] = [0, 0];
    for (let portion = 0; portion < MOST_PORTIONS; portion++) {
      const now = ports.clock.now().toISOString();
      const head = headNow(ports, firstView, config);
      const { changes, ...count } = nextPortion(ports, firstView, now, by);
      if (changes.length === 0) return { mended, written, trouble: '' };
      const { outcome } = settle(ports, firstView, config, [], changes, now, head);
      if (outcome !== 'landed') return { mended, written, trouble: NOT_STORED };
      mended += count.mended;
      written += count.written;
    }
    return { mended, written, trouble: 'There are more: please run this again.' };
  } finally {
    ports.lock.release();
  }
};

const nextPortion = (ports: ReconcilePorts, view: WorkbookView, now: string, by: string) => {
  const rows = ports.orders.rows(view, 2, null);
  const index = ports.ledger.index(view).map(indexEntry);
  const mendings = mendSlips(rows, index, true).slice(0, PORTION);
  if (mendings.length > 0) return { changes: mendingChanges(mendings), mended: mendings.length, written: 0 };
  const present = new Set(rows.map((row) => textOf(row.cells['Order ID'])));
  const missing = index.filter(({ id }) => !present.has(id)).slice(0, PORTION);
  const when = serialOf(ports.clock.local(new Date(now)));
  const told = missing.map(
    ({ id, number }): Change => ({
      change: 'append',
      tab: 'activity',
      row: activityRow({
        when,
        orderId: id,
        orderNumber: number,
        event: 'row rebuilt',
        by,
        detail: `The row of order ${number} was written again from what was accepted, by the menu.`,
      }),
    }),
  );
  const written = rowsWritten(ports, view, rows, missing);
  return { changes: written.length > 0 ? [...written, ...told] : [], mended: 0, written: missing.length };
};

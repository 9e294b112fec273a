import { serialOfDay } from '../core/day-serial';
import type { SheetRow } from '../core/ports';
import { REBUILD } from '../core/words';
import type { Moment, Planned } from '../core/work';
import { entryOf } from '../ledger/lookup';
import {
  type IndexEntry,
  indexEntry,
  MOST_REPAIRS,
  repairChanges,
  rowsHitByMistake,
  withLeftCopies,
} from '../ledger/row-owner';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { wholeRow } from '../workbook/feedback-cell';
import { isWhole, textOf } from '../workbook/layout';
import { ledgerRow, ROW_OWED } from '../workbook/ledger-row';
import { TRACKING_COLUMN } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import { holdSortedAlone } from './column-sorted-alone';
import { SWEEP } from './hint';
import { numberChanges } from './number-changes';
import { clearedNotes, isNews, type OddRow, oddRowChanges, oddRows } from './odd-rows';
import { candidatesOf, decideAll, PORTION, settling } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';
import { addReports, NOTHING_SEEN, reportOf, type SettleReport } from './report';

const ROW_MISSING = 'Row: missing';
/** As long as requests wait for the lock, so that a long sweep doesn't turn any away. */
const LOCK_HELD = 15_000;

/** The result of one run under the lock; null when the lock, the tab or a commit wasn't available. */
export interface SweepReport extends SettleReport {
  /** Whether something is left for another run right away. */
  readonly isMore: boolean;
}

/**
 * Checks all rows: it settles what events missed, flags what can't be settled, and reverts nothing
 * (docs/design.md 3.2). It writes rows that orders don't have yet and reports rows that staff deleted, once.
 * It commits in portions and releases the lock after a while.
 */
export const sweepOrders = (ports: ReconcilePorts, view: WorkbookView): SweepReport | null => {
  const { orders } = view.places;
  if (!orders || !isWhole(orders.layout)) return null;
  const begun = ports.clock.now().getTime();
  let repairRounds = 0;
  const done = ports.change({
    by: 'sweep all rows',
    wait: 10_000,
    view,
    goesOn: () => ports.clock.now().getTime() - begun < LOCK_HELD,
    plan: (moment) => planSweep(ports, moment, () => repairRounds++ < MOST_REPAIRS),
  });
  if (done.values.length === 0) return null;
  const report = done.values.reduce(addReports, NOTHING_SEEN);
  return { ...report, isMore: done.outcome === 'landed' && !done.isComplete };
};

const planSweep = (ports: ReconcilePorts, moment: Moment, mayRepair: () => boolean): Planned<SettleReport> => {
  const { view, now } = moment;
  const rows = ports.orders.rows(view, 2, null);
  const hasNumbers = view.places.orders?.layout.columns.has(TRACKING_COLUMN) === true;
  const ledger = hasNumbers ? ports.ledger.upToProgress(view) : ports.ledger.index(view);
  const index = ledger.map(indexEntry);
  const repairs = rowsHitByMistake(rows, index);
  if (repairs.length > 0 && mayRepair()) {
    const left = ports.scratch.left();
    const all = left?.token === moment.head.token ? withLeftCopies(repairs, rows, left.rows) : repairs;
    return { changes: repairChanges(all), value: NOTHING_SEEN, isMore: true };
  }
  const odd = oddRows(rows, index);
  const oddAt = new Set(odd.map(({ at }) => at));
  const sound = rows.filter((row) => !oddAt.has(row.at));
  const decided = holdSortedAlone(decideAll(ports, view, candidatesOf(ports, view, sound, index, SWEEP), now), now);
  const missing = missingChanges(ports, moment, rows, index);
  const { changes, settled, isMore } = settling(ports, moment, decided);
  const isDecided = new Set(decided.map(({ entry }) => entry.order.id));
  const kept = hasNumbers
    ? numberChanges(
        sound.filter((row) => !isDecided.has(textOf(row.cells['Order ID']))),
        rows,
        ledger,
        () => ports.orders.notes(view, TRACKING_COLUMN),
        PORTION,
      )
    : [];
  return {
    changes: [...changes, ...oddChanges(ports, moment, odd, oddAt, rows), ...missing.changes, ...kept],
    value: reportOf(settled, odd),
    isMore: isMore || missing.isMore,
  };
};

/** Orders without a row: those that never had one get it now; deleted rows are reported once. */
const missingChanges = (
  ports: ReconcilePorts,
  { view, when }: Moment,
  rows: readonly SheetRow[],
  index: readonly IndexEntry[],
): { readonly changes: Change[]; readonly isMore: boolean } => {
  const present = new Set(rows.map((row) => textOf(row.cells['Order ID'])));
  const missing = index.filter(({ id, flag }) => !present.has(id) && flag !== ROW_MISSING);
  const portion = missing.slice(0, PORTION);
  const owed = portion.filter(({ flag }) => flag === ROW_OWED);
  const written = rowsWritten(ports, view, rows, owed);
  const reported = portion
    .filter(({ flag }) => flag !== ROW_OWED)
    .flatMap(({ at, id, number }): Change[] => [
      { change: 'update', tab: 'ledger', at, row: { Flag: ROW_MISSING } },
      {
        change: 'append',
        tab: 'activity',
        row: activityRow({
          when,
          orderId: id,
          orderNumber: number,
          event: 'row missing',
          by: 'sweep',
          detail: `The row for order ${number} is missing from the Orders tab. To get it back, use ${REBUILD}.`,
        }),
      },
    ]);
  return { changes: [...written, ...reported], isMore: missing.length > portion.length };
};

/** The rows of orders from the Ledger, below the last row that has an id; older orders first. */
export const rowsWritten = (
  ports: ReconcilePorts,
  view: WorkbookView,
  rows: readonly SheetRow[],
  missing: readonly IndexEntry[],
): Change[] => {
  const ledgerRows = ports.ledger.whole(
    view,
    missing.map(({ at }) => at),
  );
  let lastRow = rows.reduce((last, row) => (textOf(row.cells['Order ID']) ? row.at : last), 1);
  return [...ledgerRows]
    .sort((a, b) => b.at - a.at)
    .flatMap((ledgerAt): Change[] => {
      const entry = entryOf(ledgerAt);
      if (!entry) return [];
      const createdAt = serialOfDay(ports.clock, entry.order.createdAt);
      lastRow += 1;
      return [
        { change: 'insert', tab: 'orders', at: lastRow, row: wholeRow(entry, createdAt) },
        { change: 'update', tab: 'ledger', at: ledgerAt.at, row: ledgerRow({ ...entry, flag: '' }) },
      ];
    });
};

/** Odd rows are reported once, as long as the note on their first cell is there; it's removed when the row is fixed. */
const oddChanges = (
  ports: ReconcilePorts,
  { view, when }: Moment,
  odd: readonly OddRow[],
  oddAt: ReadonlySet<number>,
  rows: readonly SheetRow[],
): Change[] => {
  const notes = ports.orders.notes(view, 'Order ID');
  const news = odd.filter((row) => isNews(row, notes)).slice(0, PORTION);
  return [...oddRowChanges(news, when, 'sweep'), ...clearedNotes(notes, oddAt, rows).slice(0, PORTION)];
};

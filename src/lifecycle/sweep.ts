import { entryOf, headNow } from '../intake/ledger-lookup';
import type { SheetRow } from '../ports';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { isWhole, textOf } from '../workbook/layout';
import { ledgerRow, ROW_OWED } from '../workbook/ledger-row';
import { ordersRow } from '../workbook/orders-row';
import type { WorkbookView } from '../workbook/view';
import { SWEEP } from './hint';
import { type IndexEntry, indexEntry, mendSlips } from './mend';
import { mend } from './mend-now';
import { clearedNotes, type OddRow, oddRowChanges, oddRows } from './odd-rows';
import { candidatesOf, decideAll, PORTION, settleInPortions } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';
import { type LookReport, reportOf } from './report';
import { markTorn } from './torn';
import { REBUILD } from './words';

const ROW_MISSING = 'Row: missing';
/** As long as posts are willing to wait for the lock: nobody is kept out by a long sweep. */
const LOCK_HELD = 15_000;

/** What one run under the lock came to; null when the lock, the tab or a commit could not be had. */
export interface SweepReport extends LookReport {
  /** Whether something is left for another run right away. */
  readonly isMore: boolean;
}

/**
 * Looks at all rows: what events missed is settled, what cannot be settled is flagged, nothing is put back
 * (design.md 3). Rows that the Orders tab owes an order are written, rows that staff deleted are reported once.
 * Commits in portions, and lets go of the lock after a while.
 */
export const sweepOrders = (ports: ReconcilePorts, view: WorkbookView, config: Config): SweepReport | null => {
  const { orders } = view.places;
  if (!orders || !isWhole(orders.layout) || !ports.lock.tryLock(10_000)) return null;
  const begun = ports.clock.now().getTime();
  const goesOn = () => ports.clock.now().getTime() - begun < LOCK_HELD;
  try {
    const now = ports.clock.now().toISOString();
    let head = headNow(ports, view, config);
    let rows = ports.orders.rows(view, 2, null);
    let index = ports.ledger.index(view).map(indexEntry);
    if (mendSlips(rows, index).length > 0) {
      if (mend(ports, view, config) === 0) return null;
      head = headNow(ports, view, config);
      rows = ports.orders.rows(view, 2, null);
      index = ports.ledger.index(view).map(indexEntry);
    }
    const odd = oddRows(rows, index);
    const oddAt = new Set(odd.map(({ at }) => at));
    const sound = rows.filter((row) => !oddAt.has(row.at));
    const candidates = markTorn(candidatesOf(ports, view, sound, index, SWEEP));
    const decided = decideAll(ports, view, candidates, now);
    const missing = missingChanges(ports, view, rows, index, now);
    const extra = [...oddChanges(ports, view, odd, oddAt, now), ...missing.changes];
    const settled = settleInPortions(ports, view, config, decided, extra, now, head, goesOn);
    if (settled.outcome !== 'landed' && settled.decided.length === 0) return null;
    const isMore = missing.isMore || (!settled.isComplete && settled.outcome === 'landed');
    return { ...reportOf(settled.decided, odd, settled), isMore };
  } finally {
    ports.lock.release();
  }
};

/** Orders without a row: owed ones get it now, deleted ones are told of once. */
const missingChanges = (
  ports: ReconcilePorts,
  view: WorkbookView,
  rows: readonly SheetRow[],
  index: readonly IndexEntry[],
  now: string,
): { readonly changes: Change[]; readonly isMore: boolean } => {
  const present = new Set(rows.map((row) => textOf(row.cells['Order ID'])));
  const missing = index.filter(({ id, flag }) => !present.has(id) && flag !== ROW_MISSING);
  const portion = missing.slice(0, PORTION);
  const owed = portion.filter(({ flag }) => flag === ROW_OWED);
  const written = rowsWritten(ports, view, rows, owed);
  const when = serialOf(ports.clock.local(new Date(now)));
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
          detail: `The row of order ${number} is gone from the Orders tab. Nothing is lost: ${REBUILD}.`,
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
      const createdAt = serialOf(ports.clock.local(new Date(entry.order.createdAt)));
      lastRow += 1;
      return [
        { change: 'insert', tab: 'orders', at: lastRow, row: ordersRow(entry.order, entry, createdAt) },
        { change: 'update', tab: 'ledger', at: ledgerAt.at, row: ledgerRow({ ...entry, flag: '' }) },
      ];
    });
};

/** Odd rows are told of once, as long as the note on their first cell stands; it goes when they are odd no more. */
const oddChanges = (
  ports: ReconcilePorts,
  view: WorkbookView,
  odd: readonly OddRow[],
  oddAt: ReadonlySet<number>,
  now: string,
): Change[] => {
  const notes = ports.orders.idNotes(view);
  const news = odd.filter(({ at, why }) => notes[at - 2] !== why).slice(0, PORTION);
  return [
    ...oddRowChanges(news, serialOf(ports.clock.local(new Date(now))), 'sweep'),
    ...clearedNotes(notes, oddAt).slice(0, PORTION),
  ];
};

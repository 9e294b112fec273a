import { entryOf } from '../intake/ledger-lookup';
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
import { type LookReport, mend, reportOf } from './look-at-rows';
import { doubledRows, type IndexEntry, indexEntry } from './mend';
import { type OddRow, oddRowChanges, oddRows } from './odd-rows';
import { candidatesOf, decideAll, settle } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';

/** Orders that one commit of the sweep takes; the next run takes the rest. */
const PORTION = 300;
const ROW_MISSING = 'Row: missing';

/**
 * Looks at all rows: what events missed is settled, what cannot be settled is flagged, nothing is put back
 * (design.md 3). Rows that the Orders tab owes an order are written, rows that staff deleted are reported once.
 */
export const sweepOrders = (ports: ReconcilePorts, view: WorkbookView, config: Config): LookReport | null => {
  const { orders } = view.places;
  if (!orders || !isWhole(orders.layout) || !ports.lock.tryLock(10_000)) return null;
  try {
    const now = ports.clock.now().toISOString();
    let rows = ports.orders.rows(view, 2, null);
    let index = ports.ledger.index(view).map(indexEntry);
    if (doubledRows(rows).size > 0 && mend(ports, view, config) > 0) {
      rows = ports.orders.rows(view, 2, null);
      index = ports.ledger.index(view).map(indexEntry);
    }
    const odd = oddRows(rows, index);
    const oddAt = new Set(odd.map(({ at }) => at));
    const candidates = candidatesOf(
      ports,
      view,
      rows.filter((row) => !oddAt.has(row.at)),
      index,
      SWEEP,
    ).slice(0, PORTION);
    const decided = decideAll(ports, view, candidates, now);
    const extra = [...missingChanges(ports, view, rows, index, now), ...oddChanges(ports, view, odd, now)];
    const settled = settle(ports, view, config, decided, extra, now);
    return settled.outcome === 'landed' ? reportOf(decided, odd, settled) : null;
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
): Change[] => {
  const present = new Set(rows.map((row) => textOf(row.cells['Order ID'])));
  const missing = index.filter(({ id, flag }) => !present.has(id) && flag !== ROW_MISSING).slice(0, PORTION);
  const when = serialOf(ports.clock.local(new Date(now)));
  const owed = missing.filter(({ flag }) => flag === ROW_OWED);
  const owedRows = ports.ledger.whole(
    view,
    owed.map(({ at }) => at),
  );
  let lastRow = rows.reduce((last, row) => (textOf(row.cells['Order ID']) ? row.at : last), 1);
  const written = owedRows.flatMap((ledgerAt): Change[] => {
    const entry = entryOf(ledgerAt);
    if (!entry) return [];
    const createdAt = serialOf(ports.clock.local(new Date(entry.order.createdAt)));
    lastRow += 1;
    return [
      { change: 'insert', tab: 'orders', at: lastRow, row: ordersRow(entry.order, entry, createdAt) },
      { change: 'update', tab: 'ledger', at: ledgerAt.at, row: ledgerRow({ ...entry, flag: '' }) },
    ];
  });
  const reported = missing
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
          detail: `The row of order ${number} is gone from the Orders tab. Nothing is lost: CPS Orders > Data > Rebuild missing rows.`,
        }),
      },
    ]);
  return [...written, ...reported];
};

/** Odd rows are told of once, as long as the note on their first cell stands. */
const oddChanges = (ports: ReconcilePorts, view: WorkbookView, odd: readonly OddRow[], now: string): Change[] => {
  if (odd.length === 0) return [];
  const notes = ports.orders.idNotes(view);
  const news = odd.filter(({ at, why }) => notes[at - 2] !== why).slice(0, PORTION);
  return oddRowChanges(news, serialOf(ports.clock.local(new Date(now))), 'sweep');
};

import { headNow } from '../intake/ledger-lookup';
import type { SheetRow } from '../ports';
import type { Config } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { layoutProblem, textOf } from '../workbook/layout';
import { tabProblem, type WorkbookView } from '../workbook/view';
import type { Hint } from './hint';
import { indexEntry } from './mend';
import { mendIfSlipped } from './mend-now';
import { DOUBLED, type OddRow, oddRowChanges, oddRows } from './odd-rows';
import { type Candidate, candidateOf, candidatesOf, decideAll, settleInPortions } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';
import { addReports, type LookReport, NOTHING_SEEN, reportOf } from './report';
import { SET_UP_FIRST } from './words';

/** Rows of the Orders tab, from a row number on (2 = the first below the header). */
export interface Scope {
  readonly from: number;
  readonly count: number;
}

const LOCK_WAIT = 20_000;
const MOST_TRIES = 3;
/** More rows than this are looked up through the Ledger's index. */
const FEW = 2;

/** Looks at the rows that an edit touched, and settles what differs from the Ledger (design.md 3). */
export const lookAtRows = (
  ports: ReconcilePorts,
  firstView: WorkbookView,
  config: Config,
  { from, count }: Scope,
  hint: Hint,
): LookReport => {
  const place = firstView.places.orders;
  if (!place) return { ...NOTHING_SEEN, done: false };
  const problem = layoutProblem(place.layout) || tabProblem(firstView, 'ledger');
  if (problem) return headerTrouble(problem);
  if (!ports.lock.tryLock(LOCK_WAIT)) return { ...NOTHING_SEEN, done: false };
  try {
    let view = firstView;
    let report = NOTHING_SEEN;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const now = ports.clock.now().toISOString();
      const head = view.head ?? headNow(ports, view, config);
      const rows = ports.orders
        .rows(view, from, count)
        .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''));
      const looked = rows.length <= FEW ? lookAtFew(ports, view, rows, hint) : lookAtMany(ports, view, rows, hint);
      const decided = decideAll(ports, view, looked.candidates, now);
      const notes = looked.odd.length > 0 ? ports.orders.idNotes(view) : [];
      const news = looked.odd.filter(({ at, why }) => notes[at - 2] !== why);
      const odd = oddRowChanges(news, serialOf(ports.clock.local(new Date(now))), hint.by);
      const settled = settleInPortions(ports, view, config, decided, odd, now, head);
      const hasLanded = settled.isComplete || settled.decided.length > 0;
      if (hasLanded)
        report = addReports(report, reportOf(settled.isComplete ? decided : settled.decided, looked.odd, settled));
      mendIfSlipped(ports, view, config, settled);
      if (settled.isComplete) return { ...report, done: true };
      if (settled.outcome === 'unknown' || settled.outcome === 'quota') break;
      view = ports.workbook.read();
    }
    return { ...report, done: false };
  } finally {
    ports.lock.release();
  }
};

/** What is told when a column of the Orders tab or the Ledger is gone or doubled: nothing can be decided about rows. */
export const headerTrouble = (problem: string): LookReport => ({
  ...NOTHING_SEEN,
  flagged: 1,
  messages: [`${problem} Nothing is done with statuses until then: undo, or ${SET_UP_FIRST}`],
});

interface Looked {
  readonly candidates: readonly Candidate[];
  readonly odd: readonly OddRow[];
}

/** A row or two: each order is found by its id. All ids are read only when one of them may stand twice. */
const lookAtFew = (ports: ReconcilePorts, view: WorkbookView, rows: readonly SheetRow[], hint: Hint): Looked => {
  const candidates = rows.flatMap((row) => {
    const candidate = textOf(row.cells['Order ID']) ? candidateOf(ports, view, row, hint) : null;
    return candidate ? [candidate] : [];
  });
  const isPlain = candidates.length === rows.length && !hint.touched.has('Order ID');
  if (isPlain && candidates.every(({ entry }) => entry.flag !== DOUBLED)) return { candidates, odd: [] };
  return lookAtMany(ports, view, rows, hint);
};

/** Many rows, or odd ones: what differs from the Ledger's index; nothing is done with an id that stands twice. */
const lookAtMany = (ports: ReconcilePorts, view: WorkbookView, rows: readonly SheetRow[], hint: Hint): Looked => {
  const index = ports.ledger.index(view).map(indexEntry);
  const touchedRows = new Map(rows.map((row) => [row.at, row]));
  const others = ports.orders.ids(view).map((id, place): SheetRow => ({ at: place + 2, cells: { 'Order ID': id } }));
  const all = others.map((row) => touchedRows.get(row.at) ?? row);
  const ids = new Set(rows.map((row) => textOf(row.cells['Order ID'])));
  const odd = oddRows(all, index).filter(
    ({ at, id, doubledOf }) => touchedRows.has(at) || (doubledOf !== null && ids.has(id)),
  );
  const oddAt = new Set(odd.map(({ at }) => at));
  const sound = rows.filter(({ at }) => !oddAt.has(at));
  return { candidates: candidatesOf(ports, view, sound, index, hint), odd };
};

import type { SheetRow } from '../core/ports';
import { SET_UP_FIRST } from '../core/words';
import { indexEntry } from '../ledger/row-owner';
import { layoutProblem, textOf } from '../workbook/layout';
import { tabProblem, type WorkbookView } from '../workbook/view';
import type { Hint } from './hint';
import { DOUBLED, isNews, type OddRow, oddRowChanges, oddRows } from './odd-rows';
import { type Candidate, candidateOf, candidatesOf, decideAll, settling } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';
import { addReports, NOTHING_SEEN, reportOf, type SettleReport } from './report';

/** Rows of the Orders tab, from a row number on (2 = the first below the header). */
export interface Scope {
  readonly from: number;
  readonly count: number;
}

const LOCK_WAIT = 20_000;
/** More rows than this are looked up through the Ledger's index. */
const FEW = 2;

/** Checks the rows that an edit touched and settles what differs from the Ledger (docs/design.md 3.2). */
export const settleRows = (
  ports: ReconcilePorts,
  firstView: WorkbookView,
  { from, count }: Scope,
  hint: Hint,
): SettleReport => {
  const place = firstView.places.orders;
  if (!place) return { ...NOTHING_SEEN, done: false };
  const problem = layoutProblem(place.layout) || tabProblem(firstView, 'ledger');
  if (problem) return headerTrouble(problem);
  const done = ports.change({
    by: 'settle edited rows',
    wait: LOCK_WAIT,
    view: firstView,
    plan: (moment) => {
      const { view, now, when } = moment;
      const rows = ports.orders
        .rows(view, from, count)
        .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''));
      const looked =
        rows.length <= FEW ? candidatesOfFew(ports, view, rows, hint) : candidatesOfMany(ports, view, rows, hint);
      const decided = decideAll(ports, view, looked.candidates, now);
      const { changes, settled, isMore } = settling(ports, moment, decided);
      const notes = looked.odd.length > 0 ? ports.orders.notes(view, 'Order ID') : [];
      const news = looked.odd.filter((row) => isNews(row, notes));
      const odd = isMore ? [] : oddRowChanges(news, when, hint.by);
      const seen = isMore ? settled : { ...settled, decided };
      const all = [...changes, ...odd];
      const value = { ...reportOf(seen, isMore ? [] : looked.odd), isStored: all.length > 0 };
      return { changes: all, value, isMore };
    },
  });
  return { ...done.values.reduce(addReports, NOTHING_SEEN), done: done.outcome === 'landed' };
};

/** The report when a column of the Orders tab or the Ledger is missing or duplicate: nothing can be decided about rows. */
const headerTrouble = (problem: string): SettleReport => ({
  ...NOTHING_SEEN,
  flagged: 1,
  messages: [`${problem} Until that is fixed, status changes are ignored: undo it, or ${SET_UP_FIRST}`],
});

interface Looked {
  readonly candidates: readonly Candidate[];
  readonly odd: readonly OddRow[];
}

/** A row or two: each order is found by its id. All ids are read only when one of them may be a duplicate. */
const candidatesOfFew = (ports: ReconcilePorts, view: WorkbookView, rows: readonly SheetRow[], hint: Hint): Looked => {
  const candidates = rows.flatMap((row) => {
    const candidate = textOf(row.cells['Order ID']) ? candidateOf(ports, view, row, hint) : null;
    return candidate ? [candidate] : [];
  });
  const isPlain = candidates.length === rows.length && !hint.touched.has('Order ID');
  if (isPlain && candidates.every(({ entry }) => entry.flag !== DOUBLED)) return { candidates, odd: [] };
  return candidatesOfMany(ports, view, rows, hint);
};

/** Many rows, or odd ones: what differs from the Ledger's index; rows with a duplicate id are ignored. */
const candidatesOfMany = (ports: ReconcilePorts, view: WorkbookView, rows: readonly SheetRow[], hint: Hint): Looked => {
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

import type { SheetRow } from '../ports';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { textOf } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';
import type { Hint } from './hint';
import { indexEntry, mendSlips } from './mend';
import { DOUBLED, type OddRow, oddRowChanges, oddRows } from './odd-rows';
import { type Candidate, candidateOf, candidatesOf, type Decided, decideAll, type Settled, settle } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';

/** What came of looking at some rows: how many of each, what to tell the person, which mails to send now. */
export interface LookReport {
  readonly accepted: number;
  readonly putBack: number;
  readonly flagged: number;
  readonly messages: readonly string[];
  readonly mails: Settled['mails'];
  /** False when the lock or the commit could not be had: the sweep does it later. */
  readonly done: boolean;
}

/** Rows of the Orders tab, from a row number on (2 = the first below the header). */
export interface Scope {
  readonly from: number;
  readonly count: number;
}

const LOCK_WAIT = 20_000;
const MOST_TRIES = 3;
/** More rows than this are looked up through the Ledger's index. */
const FEW = 2;

const NOT_DONE: LookReport = { accepted: 0, putBack: 0, flagged: 0, messages: [], mails: [], done: false };

/** Looks at the rows that an edit touched, and settles what differs from the Ledger (design.md 3). */
export const lookAtRows = (
  ports: ReconcilePorts,
  firstView: WorkbookView,
  config: Config,
  { from, count }: Scope,
  hint: Hint,
): LookReport => {
  if (!firstView.places.orders || !ports.lock.tryLock(LOCK_WAIT)) return NOT_DONE;
  try {
    let view = firstView;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const now = ports.clock.now().toISOString();
      const rows = ports.orders
        .rows(view, from, count)
        .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''));
      const looked = rows.length <= FEW ? lookAtFew(ports, view, rows, hint) : lookAtMany(ports, view, rows, hint);
      const decided = decideAll(ports, view, looked.candidates, now);
      const odd = oddRowChanges(looked.odd, serialOf(ports.clock.local(new Date(now))), hint.by);
      const settled = settle(ports, view, config, decided, odd, now);
      if (settled.outcome === 'landed') {
        mendIfSlipped(ports, view, config, decided, settled);
        return reportOf(decided, looked.odd, settled);
      }
      if (settled.outcome === 'unknown' || settled.outcome === 'quota') return NOT_DONE;
      view = ports.workbook.read();
    }
    return NOT_DONE;
  } finally {
    ports.lock.release();
  }
};

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
  return {
    candidates: candidatesOf(
      ports,
      view,
      rows.filter(({ at }) => !oddAt.has(at)),
      index,
      hint,
    ),
    odd,
  };
};

/** Right after a commit: every id that was written must stand exactly once, else a sort slipped in between. */
const mendIfSlipped = (
  ports: ReconcilePorts,
  view: WorkbookView,
  config: Config,
  decided: readonly Decided[],
  { ids }: Settled,
): void => {
  if (!ids) return;
  const isDoubled = decided.some(({ entry }) => ids.indexOf(entry.order.id) !== ids.lastIndexOf(entry.order.id));
  if (isDoubled) mend(ports, view, config);
};

/** Gives rows that a slipped commit hit their own id and statuses back; what is not clear is left to people. */
export const mend = (ports: ReconcilePorts, view: WorkbookView, config: Config): number => {
  const rows = ports.orders.rows(view, 2, null);
  const index = ports.ledger.index(view).map(indexEntry);
  const mendings = mendSlips(rows, index);
  const changes = mendings.map(
    ({ at, row }): Change => ({
      change: 'update',
      tab: 'orders',
      at,
      row,
      notes: { Status: '', 'Shipping Status': '' },
    }),
  );
  settle(ports, view, config, [], changes, ports.clock.now().toISOString());
  return mendings.length;
};

export const reportOf = (decided: readonly Decided[], odd: readonly OddRow[], settled: Settled): LookReport => {
  const count = (outcome: string) => decided.filter(({ decision }) => decision.outcome === outcome).length;
  const messages = decided.flatMap(({ entry, decision }) =>
    decision.message ? [`${entry.order.number}: ${decision.message}`] : [],
  );
  return {
    accepted: count('accepted'),
    putBack: count('put back'),
    flagged: count('flagged') + odd.length,
    messages: [...messages, ...odd.map(({ at, why }) => `Row ${at}: ${why}`)],
    mails: settled.mails,
    done: true,
  };
};

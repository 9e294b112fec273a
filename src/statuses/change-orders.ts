import type { SheetRow } from '../core/ports';
import { OTHERS_WRITE, SET_UP_FIRST } from '../core/words';
import { count } from '../domain/text/for-people';
import { entryOf } from '../ledger/lookup';
import { indexEntry } from '../ledger/row-owner';
import { isWhole, layoutProblem, textOf } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';
import type { KnownEmail } from './case';
import { type Decision, isIdle } from './decision';
import type { Hint } from './hint';
import { type Candidate, type Decided, emailsByOrder, type Settled, settling } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';

/** What to do with one order: a decision, or why it stays as it is. */
export type Plan = Decision | { readonly trouble: string };

/** What staff want done with one order, whatever its row looks like. */
export type Planner = (order: Candidate, known: PlanFacts) => Plan;

/** What is known besides the order: its emails, and the moment (ISO 8601, UTC). */
export interface PlanFacts {
  readonly emails: readonly KnownEmail[];
  readonly now: string;
}

/** The result of a menu action. */
export interface ChangeReport {
  /** The orders that changed. */
  readonly changed: readonly Decided[];
  /** Orders that needed no change. */
  readonly unchanged: number;
  /** A sentence for each order that wasn't changed. */
  readonly troubles: readonly string[];
  /** Emails that this execution claimed, to be sent now. */
  readonly emails: Settled['emails'];
}

const LOCK_WAIT = 20_000;
const NOBODY: ChangeReport = { changed: [], unchanged: 0, troubles: [], emails: [] };

/**
 * Changes orders as chosen in the menu, under the lock, in portions. Orders are found by their ids wherever their rows
 * are now.
 */
export const changeOrders = (
  ports: ReconcilePorts,
  firstView: WorkbookView,
  ids: readonly string[],
  hint: Hint,
  plan: Planner,
): ChangeReport => {
  const place = firstView.places.orders;
  if (!place) return { ...NOBODY, troubles: [`The Orders tab is missing: ${SET_UP_FIRST}`] };
  if (!isWhole(place.layout)) return { ...NOBODY, troubles: [`${layoutProblem(place.layout)} Nothing was done.`] };
  let left = ids;
  const done = ports.change({
    by: 'change chosen orders',
    wait: LOCK_WAIT,
    view: firstView,
    plan: (moment) => {
      const { view, now } = moment;
      const { orders, troubles } = ordersOf(ports, view, left, hint);
      const emails = emailsByOrder(ports, view);
      const plans = orders.map((order) => ({
        order,
        plan: plan(order, { emails: emails.get(order.entry.order.id) ?? [], now }),
      }));
      const decided = plans.flatMap(({ order, plan }) => ('trouble' in plan ? [] : [{ ...order, decision: plan }]));
      const { changes, settled, isMore } = settling(ports, moment, decided);
      const value: ChangeReport = {
        changed: settled.decided,
        emails: settled.emails,
        unchanged: isMore ? 0 : decided.filter(({ decision }) => isIdle(decision)).length,
        troubles: isMore
          ? []
          : [...troubles, ...plans.flatMap(({ plan }) => ('trouble' in plan ? [plan.trouble] : []))],
      };
      const isDone = new Set(settled.decided.map(({ entry }) => entry.order.id));
      if (isMore) left = left.filter((id) => !isDone.has(id));
      return { changes, value, isMore };
    },
  });
  if (done.outcome === 'locked') return { ...NOBODY, troubles: [OTHERS_WRITE] };
  const report = done.values.reduce(addChanges, NOBODY);
  if (done.outcome === 'landed') return report;
  const trouble = `Couldn't save ${count(left.length, 'order')}. Please try again in a few minutes.`;
  return { ...report, troubles: [trouble] };
};

const addChanges = (first: ChangeReport, then: ChangeReport): ChangeReport => ({
  changed: [...first.changed, ...then.changed],
  emails: [...first.emails, ...then.emails],
  unchanged: first.unchanged + then.unchanged,
  troubles: [...first.troubles, ...then.troubles],
});

/** What {@link changeOrders} would do now, without doing it. */
export const previewOrders = (
  ports: ReconcilePorts,
  view: WorkbookView,
  ids: readonly string[],
  hint: Hint,
  plan: Planner,
): {
  readonly plans: readonly { readonly order: Candidate; readonly plan: Plan }[];
  readonly troubles: readonly string[];
} => {
  const { orders, troubles } = ordersOf(ports, view, ids, hint);
  const now = ports.clock.now().toISOString();
  return { plans: orders.map((order) => ({ order, plan: plan(order, { emails: [], now }) })), troubles };
};

/** The orders of some ids with their rows; an unknown id and an id in two rows are problems. */
const ordersOf = (
  ports: ReconcilePorts,
  view: WorkbookView,
  ids: readonly string[],
  hint: Hint,
): { readonly orders: readonly Candidate[]; readonly troubles: readonly string[] } => {
  const places = new Map<string, number[]>();
  ports.orders.ids(view).forEach((id, index) => {
    if (id) places.set(id, [...(places.get(id) ?? []), index + 2]);
  });
  const index = new Map(ports.ledger.index(view).map((row) => [textOf(row.cells['Order ID']), indexEntry(row)]));
  const troubles: string[] = [];
  const found = ids.flatMap((id) => {
    const entry = index.get(id);
    const [at, another] = places.get(id) ?? [];
    if (!entry) troubles.push(`There is no order with the ID ${id}.`);
    else if (at === undefined) troubles.push(`${entry.number} has no row in the Orders tab.`);
    else if (another !== undefined)
      troubles.push(`${entry.number} is in rows ${(places.get(id) ?? []).join(' and ')}. Remove the duplicate first.`);
    else return [{ at, ledgerAt: entry.at, id, number: entry.number }];
    return [];
  });
  const rows = rowsAt(
    ports,
    view,
    found.map(({ at }) => at),
  );
  const ledgerRows = ports.ledger.whole(
    view,
    found.map(({ ledgerAt }) => ledgerAt),
  );
  const entries = new Map(ledgerRows.map((row) => [row.at, entryOf(row)]));
  const orders = found.flatMap(({ at, ledgerAt, id, number }): Candidate[] => {
    const [row, entry] = [rows.get(at), entries.get(ledgerAt)];
    const isSame = entry?.order.id === id && textOf(row?.cells['Order ID']) === id;
    if (row && entry && isSame) return [{ row, ledgerAt, entry, hint }];
    troubles.push(`Someone else was changing ${number} at the same time. Please try again.`);
    return [];
  });
  return { orders, troubles };
};

/** Rows by their numbers, in one read from the first to the last of them. */
const rowsAt = (ports: ReconcilePorts, view: WorkbookView, rows: readonly number[]): Map<number, SheetRow> => {
  if (rows.length === 0) return new Map();
  const first = rows.reduce((least, row) => Math.min(least, row));
  const last = rows.reduce((most, row) => Math.max(most, row));
  return new Map(ports.orders.rows(view, first, last - first + 1).map((row) => [row.at, row]));
};

import { type Aim, MARKS, type Mark } from '../domain/marks';
import { textOf } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';
import { type ChangeReport, changeOrders, type Plan, previewOrders } from './change-orders';
import { decide } from './decide';
import { NOTHING } from './decision';
import type { Hint } from './hint';
import { type Candidate, isGenuine } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';
import { transition } from './transition';

const WRONG_WAY = { ship: 'ships to the customer', pickup: 'is a pickup order' } as const;

/** Marks orders by the same rules as a typed status; several steps at once send one email (docs/design.md 5.4). */
export const markOrders = (
  ports: ReconcilePorts,
  view: WorkbookView,
  ids: readonly string[],
  mark: Mark,
  { by, reason = '' }: { readonly by: string; readonly reason?: string },
): ChangeReport => {
  const aim = MARKS[mark];
  return changeOrders(ports, view, ids, hintOf(aim, by, reason), (order, { now }) => planOf(order, aim, now));
};

/** What {@link markOrders} would do now. */
export const previewMark = (
  ports: ReconcilePorts,
  view: WorkbookView,
  ids: readonly string[],
  mark: Mark,
): ReturnType<typeof previewOrders> =>
  previewOrders(ports, view, ids, hintOf(MARKS[mark], '', ''), (order, { now }) => planOf(order, MARKS[mark], now));

const hintOf = ({ through }: Aim, by: string, reason: string): Hint => ({
  source: 'menu',
  by,
  touched: new Set(['Status', 'Shipping Status']),
  singleRow: false,
  seen: through,
  oneEmail: true,
  reason,
});

const planOf = ({ row, entry, hint }: Candidate, { status, only }: Aim, now: string): Plan => {
  const { number, customer, fulfillment } = entry.order;
  if (!isGenuine(row, entry)) {
    return {
      trouble: `${number}: this row no longer matches the order from ${customer.name}. Fix the row first.`,
    };
  }
  if (only && only !== fulfillment) return { trouble: `${number} ${WRONG_WAY[fulfillment]}.` };
  const seen = [textOf(row.cells.Status), ...hint.seen];
  const asked = { status, shipping: entry.shipping ?? '' };
  const { steps, refused } = transition(entry, asked, fulfillment, seen);
  if (refused[0]) return { trouble: `${number}: ${refused[0].why}` };
  const current = { Status: entry.status, 'Shipping Status': asked.shipping };
  const isShown = row.cells.Status === current.Status && row.cells['Shipping Status'] === current['Shipping Status'];
  if (steps.length === 0 && isShown) return NOTHING;
  const cells = { ...row.cells, Status: asked.status, 'Shipping Status': asked.shipping };
  const decision = decide({ row: cells, entry, hint: { ...hint, seen }, now, emails: [] });
  // An order that already has this status shows it again, whatever was typed over it.
  return steps.length === 0 ? { ...decision, cells: { ...decision.cells, ...current } } : decision;
};

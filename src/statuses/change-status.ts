import type { SheetRow } from '../core/ports';
import { busy, type Refusal, refusal } from '../core/refusal';
import type { Moment, Planned } from '../core/work';
import { entryOf } from '../ledger/lookup';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { isWhole, layoutProblem, textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import { ordersRow } from '../workbook/orders-row';
import { TRACKING_COLUMN } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import type { Hint } from './hint';
import { decideAll, isGenuine, type Settled, settling } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';
import { transition } from './transition';

/** A status requested by a program or a menu item, not typed. */
export interface StatusRequest {
  /** Exactly one of the two is filled. */
  readonly orderId: string;
  readonly orderNumber: string;
  /** The new values of columns L and Q; null leaves the column as it is. */
  readonly status: string | null;
  readonly shipping: string | null;
  readonly trackingNumber: string;
}

export interface StatusChange {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly status: string;
  readonly shippingStatus: string;
  readonly unchanged: boolean;
  readonly emails: Settled['emails'];
}

/** Sets an order's status by the same rules as a typed one; nothing is written when a step isn't allowed. */
export const changeStatus = (
  ports: ReconcilePorts,
  firstView: WorkbookView,
  request: StatusRequest,
  by: Pick<Hint, 'source' | 'by'>,
): StatusChange | Refusal => {
  const place = firstView.places.orders;
  if (!place || !isWhole(place.layout)) {
    return busy(
      `${place ? layoutProblem(place.layout) : 'The Orders tab is missing.'} Staff must repair it first.`,
      300,
    );
  }
  const done = ports.change({
    by: 'change one status',
    wait: 20_000,
    view: firstView,
    plan: (moment) => planChange(ports, moment, request, by),
  });
  if (done.outcome === 'landed') return done.values[0];
  if (done.outcome === 'locked') return busy('The sheet is busy. Please send this request again.', 10);
  return busy(`The status could not be saved right now (${done.outcome}).`, done.outcome === 'quota' ? 60 : 30);
};

const planChange = (
  ports: ReconcilePorts,
  moment: Moment,
  request: StatusRequest,
  { source, by }: Pick<Hint, 'source' | 'by'>,
): Planned<StatusChange | Refusal> => {
  const { view, now } = moment;
  const { orderId, orderNumber } = request;
  const stays = (value: StatusChange | Refusal) => ({ changes: [], value });
  const found = orderId
    ? ports.ledger.find(view, 'Order ID', orderId)
    : ports.ledger.find(view, 'Order Number', orderNumber);
  const entry = entryOf(found);
  if (!found || !entry) return stays(refusal('NOT_FOUND', `There is no order ${orderId || orderNumber}.`));
  const asked = {
    status: request.status ?? entry.status,
    shipping: request.shipping ?? entry.shipping ?? '',
  };
  const at = ports.orders.ids(view).indexOf(entry.order.id) + 2;
  const standing = at > 1 ? ports.orders.rows(view, at, 1)[0] : undefined;
  const typed = standing ? [textOf(standing.cells.Status)] : [];
  const moves = transition(entry, asked, entry.order.fulfillment, typed);
  const answer = (unchanged: boolean, emails: Settled['emails'], to = entry): StatusChange => ({
    orderId: entry.order.id,
    orderNumber: entry.order.number,
    status: to.status,
    shippingStatus: to.shipping ?? '',
    unchanged,
    emails,
  });
  if (moves.refused[0]) return stays(refusal('TRANSITION_NOT_ALLOWED', moves.refused[0].why));
  const { trackingNumber } = request;
  const isNewNumber =
    trackingNumber !== '' && trackingNumber !== entry.progress.trackingNumber && !entry.progress.erased;
  if (moves.steps.length === 0 && !isNewNumber) return stays(answer(true, []));
  const hint: Hint = { source, by, touched: new Set(['Status', 'Shipping Status']), singleRow: true, seen: typed };
  const cells = {
    ...(standing ? standing.cells : ordersRow(entry.order, entry, 0)),
    Status: asked.status,
    'Shipping Status': asked.shipping,
  };
  const row: SheetRow = { at, cells };
  if (standing && !isGenuine(standing, entry)) {
    return stays(
      refusal(
        'TRANSITION_NOT_ALLOWED',
        `The row for ${entry.order.number} in the sheet doesn't match this order. Staff must fix it first.`,
      ),
    );
  }
  const tracked = isNewNumber ? { ...entry, progress: { ...entry.progress, trackingNumber } } : entry;
  const decided = decideAll(ports, view, [{ row, ledgerAt: found.at, entry: tracked, hint }], now);
  const numbered = decided.map((it) => {
    const { decision } = it;
    const notes = standing ? decision.notes : {};
    const number = trackingNumber === '' ? {} : { [TRACKING_COLUMN]: trackingNumber };
    const cells = standing ? { ...decision.cells, ...number } : {};
    // An order that already shipped still gets its number: no step and no email.
    return { ...it, decision: { ...decision, cells, notes, entry: decision.entry ?? (isNewNumber ? tracked : null) } };
  });
  const told = isNewNumber && moves.steps.length === 0 ? [numberTold(moment, entry, trackingNumber, by)] : [];
  const { changes, settled } = settling(ports, moment, numbered);
  return {
    changes: [...changes, ...told],
    value: answer(false, settled.emails, decided[0]?.decision.entry ?? entry),
  };
};

const numberTold = ({ when }: Moment, { order }: LedgerEntry, trackingNumber: string, by: string): Change => ({
  change: 'append',
  tab: 'activity',
  row: activityRow({
    when,
    orderId: order.id,
    orderNumber: order.number,
    event: 'tracking',
    by,
    detail: `Tracking number ${trackingNumber} added to order ${order.number}.`,
  }),
});

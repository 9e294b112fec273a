import { emailOfStep } from '../domain/email-kind';
import { type OrderStatus, parseOrderStatus, parseShippingStatus, STATUS_FACTS, shippingAt } from '../domain/statuses';
import { contentKeyOf, contentKeyOfRow } from '../workbook/content-key';
import { type Row, textOf } from '../workbook/layout';
import type { LedgerEntry, Progress } from '../workbook/ledger-row';
import { withFeedback } from './logged-feedback';
import type { LoggedLine } from './logged-steps';
import { momentsKept } from './poorer-record';
import type { Source } from './restore-source';

/** Whether an order can get from one status to the other, in any number of steps. */
const leadsTo = (from: OrderStatus, to: OrderStatus): boolean =>
  from === to || STATUS_FACTS[from].next.some((next) => leadsTo(next, to));

/** The order at the status to which the log says that it has come, each moment that is new from its line. */
const afterSteps = (then: LedgerEntry, lines: readonly LoggedLine[]): LedgerEntry => {
  const steps = lines.flatMap(({ to, ...line }) => (to ? [{ ...line, to }] : []));
  const last = steps[steps.length - 1];
  if (!last || last.to === then.status) return then;
  const { fulfillment } = then.order;
  const { paid: _p, shipped: _s, cancelled: _c, previous: _v, guessed: _g, ...happened } = then.progress;
  const moments = momentsKept(last.to, last.from ?? then.status).map((moment): [string, string] => {
    const made = [...steps].reverse().find(({ to }) => STATUS_FACTS[to].moments.slice(-1)[0] === moment);
    return [moment, then.progress[moment] ?? made?.at ?? ''];
  });
  const told = steps
    .map(({ to }) => emailOfStep({ status: to, shipping: null }, fulfillment))
    .filter((kind) => kind !== null);
  const progress: Progress = {
    ...happened,
    mails: [...new Set([...(then.progress.mails ?? []), ...told])],
    ...(then.progress.guessed ? { guessed: then.progress.guessed } : {}),
    ...Object.fromEntries(moments.filter(([, at]) => at !== '')),
    ...(last.event === 'status' && last.from
      ? { previous: { status: last.from, shipping: shippingAt(last.from, fulfillment) } }
      : {}),
  };
  return { ...then, status: last.to, shipping: shippingAt(last.to, fulfillment), progress };
};

/** What a row shows, where it is the order's, its two statuses agree, and the order can have come there since. */
const asShown = (then: LedgerEntry, row: Row | undefined): LedgerEntry => {
  const status = parseOrderStatus(textOf(row?.Status));
  if (!row || !status || contentKeyOfRow(row) !== contentKeyOf(then.order) || !leadsTo(then.status, status))
    return then;
  const shipping = shippingAt(status, then.order.fulfillment);
  return parseShippingStatus(textOf(row['Shipping Status'])) === shipping ? { ...then, status, shipping } : then;
};

/** Whether an order's row shows a state it can't have reached since. If so, the statuses of other rows don't prove anything either. */
export const showsImpossible = (then: LedgerEntry, row: Row | undefined): boolean =>
  row !== undefined &&
  parseOrderStatus(textOf(row.Status)) !== null &&
  contentKeyOfRow(row) === contentKeyOf(then.order) &&
  parseOrderStatus(textOf(row.Status)) !== then.status &&
  asShown(then, row) === then;

/**
 * The record of an order that the Ledger has lost: what the backup knew, and the steps and feedback since. These the
 * Activity tab says: each is written to it in the commit of its step. A row may show the status of another order, for a
 * column that was sorted alone looks whole; it is believed only where the Activity tab doesn't reach back to the backup.
 */
export const rebuiltRecord = (then: LedgerEntry, row: Row | undefined, { log, madeAt }: Source): LedgerEntry => {
  const lines = log?.lines.get(then.order.id)?.filter(({ number }) => number === then.order.number) ?? [];
  const reachesBack = log?.since != null && madeAt != null && log.since <= madeAt;
  const isLogged = reachesBack || lines.some(({ to }) => to !== null);
  const entry = isLogged ? afterSteps(then, lines) : asShown(then, row);
  // What was said before the backup is in it.
  const since = madeAt === undefined ? [] : lines.filter(({ when }) => when > madeAt);
  const progress = withFeedback(entry.progress, then.order.number, since);
  return progress === entry.progress ? entry : { ...entry, progress };
};

import type { Ports } from '../core/all-ports';
import { nextMorning } from '../core/morning-hours';
import type { Moment, Planned } from '../core/work';
import { isHandedOver, parseOrderStatus } from '../domain/statuses';
import { newEmail } from '../email/new-email';
import { waitsForAddress } from '../email/postal-address';
import { allEmails } from '../email/read-emails';
import { entryOf, headNow } from '../ledger/lookup';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { emailSetting } from '../workbook/emails';
import { textOf } from '../workbook/layout';
import { type LedgerEntry, ledgerRow, type Progress, progressOrNone } from '../workbook/ledger-row';
import { emailKey, MAY_HAVE_LEFT, outboxRow } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { instantText } from '../workbook/zone-instant';
import { deadlineOf, dueRequests, LAST_DAY } from './due-requests';
import { ASKED_ON, isTimeToAsk } from './time-to-ask';
import { type TakenRating, type TypedPorts, takeTypedFeedback, tellOfLow } from './typed-feedback';
import { isUnsubscribed } from './unsubscribed';

export type AskPorts = TypedPorts & Pick<Ports, 'crypto' | 'properties'>;

/** The most orders per run; the next run of the morning continues. */
const PORTION = 200;

const DAY = 86_400_000;
/** Customers asked longer ago may be asked again, so older orders aren't read. */
const LOOKED_AT = 50 * DAY;

/** An order and its row in the Ledger. */
interface Placed {
  readonly at: number;
  readonly entry: LedgerEntry;
}

/**
 * Once every morning: decides who to ask for feedback today and adds the requests to the Outbox, where they have the
 * lowest priority (docs/design.md 5.5). A request that couldn't be sent in time is dropped and counted. Ratings that
 * staff typed while edit events were missing are picked up. @returns whether the Outbox may have requests that can be
 * sent now.
 */
export const askForFeedback = (ports: AskPorts, firstView: WorkbookView, config: Config): boolean => {
  if (!isTimeToAsk(ports)) return false;
  const today = ports.clock.local(ports.clock.now()).slice(0, 10);
  const done = ports.change({
    by: 'ask for feedback',
    wait: 10_000,
    view: firstView,
    plan: (moment): Planned<Asking> | null => {
      const orders = recentOrders(ports, moment.view, Date.parse(moment.now));
      const rows = orders.length > 0 ? ports.orders.rows(moment.view, 2, null) : [];
      const byId = new Map(rows.map((row) => [textOf(row.cells['Order ID']), row]));
      const withRows = orders.flatMap(({ at, entry }) => {
        const row = isTakenOver(entry.progress) ? undefined : byId.get(entry.order.id);
        return row ? [{ ledgerAt: at, entry, row }] : [];
      });
      const { changes, taken } = takeTypedFeedback(moment, withRows, 'staff');
      // The next run, a few minutes from now, will read these again.
      if (taken.length > 0) return { changes, value: { taken, isAll: false } };
      return planAsking(ports, moment, orders);
    },
  });
  if (done.outcome === 'locked') return false;
  if (done.outcome === 'landed') {
    const { taken, isAll } = done.values[0];
    if (isAll) ports.properties.set({ [ASKED_ON]: today });
    tellOfLow(ports, firstView, config, taken);
  }
  return true;
};

/** The result of a morning run. */
interface Asking {
  readonly taken: readonly TakenRating[];
  /** Whether this morning's work is complete. */
  readonly isAll: boolean;
}

/** Imported rows, whose feedback is history. */
const isTakenOver = ({ mails, askedForFeedback, feedbackDropped }: Progress): boolean =>
  mails?.includes('feedback') === true && !askedForFeedback && !feedbackDropped;

/** Decides one portion. */
const planAsking = (ports: AskPorts, moment: Moment, orders: readonly Placed[]): Planned<Asking> | null => {
  const { view, config, head } = moment;
  const now = new Date(moment.now);
  const isOn = emailSetting(view.emails, 'feedback').on;
  const mayAsk = isOn && !waitsForAddress(ports.properties.all(), config.settings);
  const dayOf = (moment: number): number =>
    Math.floor(Date.parse(`${ports.clock.local(new Date(moment)).slice(0, 10)}T00:00:00Z`) / DAY);
  const { ask, drop } = dueRequests(
    orders.map(({ entry }) => entry),
    {
      now: now.getTime(),
      nextMorning: nextMorning(now.getTime(), ports.clock.local(now)),
      dayOf,
      after: config.settings.feedbackDays,
      isUnsubscribed: (email) => isUnsubscribed(ports, email),
    },
  );
  const at = new Map(orders.map((each) => [each.entry, each.at]));
  const missed = missedRequests(ports, view, orders, now.getTime());
  const dropped = [...missed, ...(isOn ? drop : [])];
  const changes = [
    ...(mayAsk ? ask.slice(0, PORTION) : []).flatMap((entry) => askChanges(ports, entry, at.get(entry) ?? 0, now)),
    ...dropped.slice(0, PORTION).flatMap((entry) => dropChanges(ports, entry, at.get(entry) ?? 0, now)),
  ];
  // "Nothing to do" is certain only if no row of the Ledger moved during the read.
  if (changes.length === 0 && headNow(ports, view, config).revision !== head.revision) return null;
  return { changes, value: { taken: [], isAll: Math.max(mayAsk ? ask.length : 0, dropped.length) <= PORTION } };
};

/** Ledger entries of orders that were shipped, or asked about, in the last few weeks. */
const recentOrders = (ports: AskPorts, view: WorkbookView, now: number): Placed[] => {
  const progress = ports.ledger.column(view, 'Progress');
  const rows = ports.ledger
    .index(view)
    .filter(({ at, cells }) => {
      const status = parseOrderStatus(textOf(cells.Status));
      return (
        status &&
        isHandedOver(status) &&
        isRecent(progressOrNone({ Progress: progress[at - 2] ?? '' }), now - LOOKED_AT)
      );
    })
    .map(({ at }) => at);
  return ports.ledger.whole(view, rows).flatMap((row): Placed[] => {
    const entry = entryOf(row);
    return entry ? [{ at: row.at, entry }] : [];
  });
};

const isRecent = ({ shipped, askedForFeedback }: Progress, oldest: number): boolean =>
  [shipped, askedForFeedback].some((moment) => moment !== undefined && Date.parse(moment) > oldest);

/** Orders with a feedback request that wasn't sent in time, for lack of quota or because it was held. */
const missedRequests = (ports: AskPorts, view: WorkbookView, orders: readonly Placed[], now: number): LedgerEntry[] => {
  const late = orders.filter(
    ({ entry }) =>
      entry.progress.askedForFeedback &&
      !entry.progress.feedback &&
      !entry.progress.erased &&
      isHandedOver(entry.status) &&
      isJustOver(entry, now),
  );
  if (late.length === 0) return [];
  const states = new Map(allEmails(ports.outbox, view).map(({ key, state }) => [key, state]));
  return late
    .map(({ entry }) => entry)
    .filter(({ order }) => !MAY_HAVE_LEFT.includes(states.get(emailKey(order.id, 'feedback')) ?? 'sent'));
};

/** The deadline was at most a few days ago: older ones were already handled. */
const isJustOver = (entry: LedgerEntry, now: number): boolean =>
  deadlineOf(entry) <= now && now - deadlineOf(entry) < LAST_DAY * DAY;

const askChanges = (ports: AskPorts, entry: LedgerEntry, at: number, now: Date): Change[] => {
  const mails = [...(entry.progress.mails ?? []), 'feedback' as const];
  const asked = { ...entry, progress: { ...entry.progress, mails, askedForFeedback: now.toISOString() } };
  const email = newEmail(ports.clock, entry.order, 'feedback', now.toISOString(), false);
  const notAfter = instantText(ports.clock, deadlineOf(entry));
  return [
    { change: 'update', tab: 'ledger', at, row: ledgerRow(asked) },
    { change: 'append', tab: 'outbox', row: outboxRow({ ...email, notAfter }) },
  ];
};

const dropChanges = (ports: AskPorts, entry: LedgerEntry, at: number, now: Date): Change[] => {
  const { id: orderId, number: orderNumber } = entry.order;
  const { askedForFeedback: _, ...progress } = entry.progress;
  const line = activityRow({
    when: serialOf(ports.clock.local(now)),
    orderId,
    orderNumber,
    event: 'feedback dropped',
    by: 'sweep',
    detail: `The customer of ${orderNumber} wasn't asked for feedback, because ${LAST_DAY} days have passed since it was shipped.`,
  });
  return [
    {
      change: 'update',
      tab: 'ledger',
      at,
      row: ledgerRow({ ...entry, progress: { ...progress, feedbackDropped: true } }),
    },
    { change: 'append', tab: 'activity', row: line },
  ];
};

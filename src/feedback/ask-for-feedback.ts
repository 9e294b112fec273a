import { entryOf } from '../intake/ledger-lookup';
import { settle } from '../lifecycle/reconcile';
import type { ReconcilePorts } from '../lifecycle/reconcile-ports';
import { newMail } from '../mail/new-mail';
import { isUnsubscribed } from '../pages/unsubscribed';
import type { Crypto, Properties } from '../ports';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { emailSetting } from '../workbook/emails';
import { textOf } from '../workbook/layout';
import { type LedgerEntry, ledgerRow } from '../workbook/ledger-row';
import { outboxRow } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { dueRequests, LAST_DAY } from './due-requests';

export interface AskPorts extends ReconcilePorts {
  readonly crypto: Crypto;
  readonly properties: Properties;
}

/** The Script Property with the local day on which customers were last asked. */
const ASKED_ON = 'FEEDBACK_ASKED_ON';
/** Requests leave in the studio's morning: from this hour on and before that one, local time. */
const FROM_HOUR = 9;
const TO_HOUR = 12;
/** Orders that one run takes; the next run of the morning takes the rest. */
const PORTION = 200;

const DAY = 86_400_000;
const dayNumber = (local: string): number => Math.floor(Date.parse(`${local.slice(0, 10)}T00:00:00Z`) / DAY);

/**
 * Once a morning: decides who is asked for feedback today and writes the requests into the Outbox, where they leave
 * last (design.md 5). A request that could not leave in time is dropped and counted.
 */
export const askForFeedback = (ports: AskPorts, view: WorkbookView, config: Config): void => {
  const now = ports.clock.now();
  const local = ports.clock.local(now);
  const hour = Number(local.slice(11, 13));
  const today = local.slice(0, 10);
  if (hour < FROM_HOUR || hour >= TO_HOUR || ports.properties.all()[ASKED_ON] === today) return;
  if (!emailSetting(view.emails, 'feedback').on || !ports.lock.tryLock(10_000)) return;
  try {
    const rows = ports.ledger.whole(view, candidateRows(ports, view));
    const entries = rows.flatMap((row) => {
      const entry = entryOf(row);
      return entry ? [{ at: row.at, entry }] : [];
    });
    const { ask, drop } = dueRequests(
      entries.map(({ entry }) => entry),
      {
        today: dayNumber(local),
        dayOf: (moment) => dayNumber(ports.clock.local(new Date(moment))),
        after: config.settings.feedbackDays,
        isUnsubscribed: (email) => isUnsubscribed(ports, email),
      },
    );
    const at = new Map(entries.map((each) => [each.entry, each.at]));
    const portion = ask.slice(0, PORTION);
    const changes = [
      ...portion.flatMap((entry) => askChanges(ports, entry, at.get(entry) ?? 0, now)),
      ...drop.slice(0, PORTION).flatMap((entry) => dropChanges(ports, entry, at.get(entry) ?? 0, now)),
    ];
    const { outcome } = settle(ports, view, config, [], changes, now.toISOString());
    if (outcome === 'landed' && ask.length + drop.length <= PORTION) ports.properties.set({ [ASKED_ON]: today });
  } finally {
    ports.lock.release();
  }
};

/** Rows of shipped orders whose progress is of the last weeks: who may be due, and who was asked not long ago. */
const candidateRows = (ports: AskPorts, view: WorkbookView): number[] => {
  const progress = ports.ledger.column(view, 'Progress');
  const oldest = ports.clock.now().getTime() - 40 * DAY;
  return ports.ledger
    .index(view)
    .filter(({ at, cells }) => textOf(cells.Status) === 'shipped' && isRecent(textOf(progress[at - 2]), oldest))
    .map(({ at }) => at);
};

const isRecent = (progress: string, oldest: number): boolean => {
  try {
    const { shipped, askedForFeedback } = JSON.parse(progress || '{}') as LedgerEntry['progress'];
    return [shipped, askedForFeedback].some((moment) => moment !== undefined && Date.parse(moment) > oldest);
  } catch {
    return false;
  }
};

const askChanges = (ports: AskPorts, entry: LedgerEntry, at: number, now: Date): Change[] => {
  const asked = { ...entry, progress: { ...entry.progress, askedForFeedback: now.toISOString() } };
  const until = new Date(Date.parse(entry.progress.shipped ?? '') + LAST_DAY * DAY);
  const mail = newMail(ports.clock, entry.order, 'feedback', now.toISOString(), false);
  return [
    { change: 'update', tab: 'ledger', at, row: ledgerRow(asked) },
    { change: 'append', tab: 'outbox', row: outboxRow({ ...mail, notAfter: serialOf(ports.clock.local(until)) }) },
  ];
};

const dropChanges = (ports: AskPorts, entry: LedgerEntry, at: number, now: Date): Change[] => {
  const { id: orderId, number: orderNumber } = entry.order;
  const line = activityRow({
    when: serialOf(ports.clock.local(now)),
    orderId,
    orderNumber,
    event: 'feedback dropped',
    by: 'sweep',
    detail: `The customer of ${orderNumber} was not asked for feedback: ${LAST_DAY} days went by since it was shipped.`,
  });
  return [
    {
      change: 'update',
      tab: 'ledger',
      at,
      row: ledgerRow({ ...entry, progress: { ...entry.progress, feedbackDropped: true } }),
    },
    { change: 'append', tab: 'activity', row: line },
  ];
};

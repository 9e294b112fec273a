import { isMorning } from '../core/morning-hours';
import type { StaffPorts } from '../core/staff-ports';
import type { Moment, Planned } from '../core/work';
import { EMAIL_KINDS, isRequest, isStillTrue } from '../domain/email-kind';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import type { LedgerEntry } from '../workbook/ledger-row';
import { reasonIn } from '../workbook/outbox-reason';
import { FIRST_VERSION, isTest, LEASE, MAY_HAVE_LEFT, type OutboxEntry, STALE_AFTER } from '../workbook/outbox-row';
import { tabProblem, type WorkbookView } from '../workbook/view';
import { instantText } from '../workbook/zone-instant';
import { flagTexts } from './check-emails';
import { backToDeparted, departedChanges, hasDeparted, newlyDeparted } from './departed';
import { departedSince, type EmailDay, readEmailDay, writeEmailDay } from './email-day';
import type { EmailPorts } from './email-ports';
import { gatesOf } from './gates';
import { handOver, type ReadyEmail } from './hand-over';
import { copyKeys, holdBackChanges, rowChange } from './hold-back';
import { movedIn } from './moved-numbers';
import { type NextStep, nextDueOf, nextStep } from './next-step';
import { allEmails, entriesOf, outboxFrom } from './read-emails';
import { DOUBLED, NO_ORDER, NOT_TRUE, TOO_LATE, TOO_OLD, UNSURE } from './reasons';
import { receiptUse } from './receipts';
import { type HeldBack, passSendGate } from './send-gate';
import { repairSlippedMarks } from './slipped-marks';
import { tellOfHeldBack, tellOfQuota } from './tell-operator';

/** What sending needs, plus the cells with notes about errors in the texts. */
export type DueEmailPorts = EmailPorts & Pick<StaffPorts, 'cellNotes'>;

/** The most emails one run sends; the next run continues. */
const MOST_PER_RUN = 100;

/** What a run found, and what it claimed. */
interface Taken {
  /** The Outbox as read under the lock. */
  readonly emails: readonly OutboxEntry[];
  readonly ready: readonly ReadyEmail[];
  readonly heldBack: readonly HeldBack[];
  readonly remaining: number;
  readonly waiting: number;
  /** Receipts of the past hour and day, including those being sent now, and the account's daily limit. */
  readonly receipts: { readonly hour: number; readonly day: number; readonly total: number };
  readonly until: string;
  readonly rows: number;
  /** When an email may next fall due; epoch milliseconds, 0: right away. */
  readonly nextDue: number;
}

/** The result of a run: how many emails were sent, and when the next run may have work (0: right away). */
export interface DueRun {
  readonly sent: number;
  readonly nextDue: number;
}

const NOTHING_DONE: DueRun = { sent: 0, nextDue: 0 };

/** The same for callers that only want to know how many emails were sent. */
export const deliverDue = (...run: Parameters<typeof runDueEmails>): number => runDueEmails(...run).sent;

/**
 * The operator's sweep: sends what a dead execution or a staff member left behind, receipts first, and sets uncertain
 * emails aside (docs/design.md 3.7).
 */
export const runDueEmails = (ports: DueEmailPorts, view: WorkbookView, config: Config): DueRun => {
  if (!ports.sends || tabProblem(view, 'ledger')) return NOTHING_DONE;
  flagTexts(ports.cellNotes, view);
  const day = readEmailDay(ports.properties);
  const done = ports.change({
    by: 'claim due emails',
    wait: 10_000,
    view,
    plan: (moment) => planClaims(ports, moment, config, day),
  });
  if (done.outcome !== 'landed') return NOTHING_DONE;
  const claimed = done.values[0];
  const { claimedAt } = claimed;
  const taken = withCopies(ports, view, claimed);
  const { sent, behind } = handOver(ports, view, config, taken.ready, {
    claimedAt,
    remaining: taken.remaining,
    own: null,
  });
  repairSlippedMarks(ports, view, taken.emails, keysOf(taken.ready));
  const waiting = taken.waiting + behind.length;
  const next: EmailDay = {
    at: claimedAt,
    remaining: behind.length > 0 ? 0 : taken.remaining - sent,
    waiting,
    rows: taken.rows,
    receipts: taken.receipts,
  };
  if (!isSameDay(day, { ...next, remaining: taken.remaining - sent })) writeEmailDay(ports.properties, next);
  tellOfHeldBack(ports, taken.heldBack);
  if (waiting > 0 && (day?.waiting ?? 0) === 0) tellOfQuota(ports, waiting, taken.until);
  return { sent, nextDue: waiting > 0 ? 0 : taken.nextDue };
};

/** Whether nothing changed except the time of the check. */
const isSameDay = (day: EmailDay | null, { remaining, waiting, rows, receipts }: EmailDay): boolean =>
  day !== null &&
  day.remaining === remaining &&
  day.waiting === waiting &&
  day.rows === rows &&
  JSON.stringify(day.receipts) === JSON.stringify(receipts);

const keysOf = (ready: readonly ReadyEmail[]): string[] => ready.map(({ email }) => email.key);

const priority = ({ kind }: OutboxEntry): number => (kind ? EMAIL_KINDS.indexOf(kind) : -1);

/** Receipts first, feedback last, each kind in the order in which its emails were made. */
const byTurn = (a: OutboxEntry, b: OutboxEntry): number =>
  priority(a) - priority(b) || (a.createdAt ?? 0) - (b.createdAt ?? 0) || a.at - b.at;

/** Decides about every open email and claims those that leave now. */
const planClaims = (
  ports: EmailPorts,
  { view, now: moment }: Moment,
  config: Config,
  day: EmailDay | null,
): Planned<Taken & { readonly claimedAt: number }> => {
  const now = Date.parse(moment);
  const emails = allEmails(ports.outbox, view);
  const rows = emails.reduce((last, { at }) => Math.max(last, at), 1);
  const steps = stepsOf(emails, view, config, ports, now);
  const due = emails.filter((email) => steps.get(email) === 'due').sort(byTurn);
  const remaining = remainingAt(ports, day, emails, due.length, now);
  const use = receiptUse(emails, now, remaining);
  const gates = gatesOf(ports, view, config, emails, remaining, use);
  const { go, heldBack } = passSendGate(due, gates);
  const taken = go.slice(0, MOST_PER_RUN);
  const gone = newlyDeparted(emails, steps, day, now);
  const entries = entriesOf(ports.ledger, view, new Set([...taken, ...gone].map(({ orderId }) => orderId)));
  const entryOf = ({ orderId }: OutboxEntry) => entries.get(orderId)?.entry;
  const at = (time: number) => instantText(ports.clock, time);
  const claim = (email: OutboxEntry): Change => {
    if (hasDeparted(email, entryOf(email))) return backToDeparted(email);
    const why = whyNot(email, entryOf(email));
    if (why) return rowChange(email, { State: 'cancelled', Error: why });
    // An email that waited for quota long must not be too late should this execution die before it leaves.
    const isLate = email.notAfter !== null && email.notAfter < now + LEASE && !isRequest(email.kind);
    const notAfter = isLate ? { 'Not After': at(now + STALE_AFTER) } : {};
    return rowChange(email, { State: 'claimed', Error: '', 'Lease Until': at(now + LEASE), ...notAfter });
  };
  const changes = [
    ...[...steps].flatMap(([email, step]) => stepChange(email, step)),
    ...holdBackChanges(ports, heldBack, gates.testAddress),
    ...taken.map(claim),
    ...departedChanges(gone, entries),
  ];
  const receipts = taken.filter(({ kind, version }) => kind === 'receipt' && version === FIRST_VERSION).length;
  const claimed = taken.filter((email) => !hasDeparted(email, entryOf(email)) && whyNot(email, entryOf(email)) === '');
  return {
    changes,
    value: {
      emails,
      claimedAt: now,
      ready: claimed.map((email): ReadyEmail => ({ email: { ...email, state: 'claimed' }, ledgerAt: null })),
      heldBack,
      remaining,
      waiting: heldBack.filter(({ state, error }) => state === 'waiting for quota' && reasonIn(error) === null).length,
      receipts: { hour: use.hour + receipts, day: use.day + receipts, total: use.total },
      until: gates.until,
      rows,
      nextDue: go.length > taken.length ? 0 : nextDueOf(emails, now),
    },
  };
};

/** With the copies for the test address, which have rows now. */
const withCopies = (ports: EmailPorts, view: WorkbookView, taken: Taken): Taken => {
  const keys = new Set(copyKeys(taken.heldBack));
  if (keys.size === 0) return taken;
  const copies = outboxFrom(ports.outbox, view, taken.rows + 1).filter(({ key }) => keys.has(key));
  const ready = copies.map((email): ReadyEmail => ({ email: { ...email, state: 'claimed' }, ledgerAt: null }));
  return { ...taken, ready: [...taken.ready, ...ready], rows: taken.rows + copies.length };
};

const whyNot = (email: OutboxEntry, entry: LedgerEntry | undefined): string => {
  if (!entry) return NO_ORDER;
  return isTest(email.version) || (email.kind && isStillTrue(email.kind, entry)) ? '' : NOT_TRUE;
};

const stepsOf = (
  emails: readonly OutboxEntry[],
  view: WorkbookView,
  config: Config,
  ports: EmailPorts,
  now: number,
): ReadonlyMap<OutboxEntry, NextStep> => {
  const { error, testAddress } = gatesOf(ports, view, config, [], 0);
  const further = new Set(emails.filter(({ state }) => MAY_HAVE_LEFT.includes(state)).map(({ key }) => key));
  const seen = new Set<string>();
  const isForNumber = ({ state, reason }: OutboxEntry): boolean => state === 'held' && reason === 'moved';
  const moved = movedIn(
    ports,
    view,
    emails.filter(isForNumber).map(({ orderId }) => orderId),
  );
  const moment = { now, isTestMode: testAddress !== '', isMorning: isMorning(ports.clock.local(new Date(now))) };
  const steps = new Map<OutboxEntry, NextStep>();
  for (const email of emails) {
    const isDouble = seen.has(email.key) || (further.has(email.key) && !MAY_HAVE_LEFT.includes(email.state));
    seen.add(email.key);
    const isTextRight = isForNumber(email) ? !moved.has(email.orderId) : error(email.kind) === null;
    const step = nextStep(email, { ...moment, isTextRight });
    if (step) steps.set(email, isDouble && step !== 'unsure' && step !== 'departed' ? 'double' : step);
  }
  return steps;
};

const stepChange = (email: OutboxEntry, step: NextStep): Change[] => {
  switch (step) {
    case 'unsure':
      // The moment stays: the email counts for the quota of the day on which it may have left.
      return [rowChange(email, { State: 'unsure', Error: UNSURE })];
    case 'too late':
      return [rowChange(email, { State: 'cancelled', Error: TOO_LATE })];
    case 'too old':
      return [rowChange(email, { State: 'held', Error: TOO_OLD })];
    case 'double':
      return [rowChange(email, { State: 'cancelled', Error: DOUBLED })];
    case 'departed':
      return [backToDeparted(email)];
    case 'due':
      return [];
    default:
      return step satisfies never;
  }
};

/** Asks Google again when an email was sent, is due or is waiting, and once an hour. */
const remainingAt = (
  { mailer }: EmailPorts,
  day: EmailDay | null,
  emails: readonly OutboxEntry[],
  due: number,
  now: number,
): number => {
  const isNews = !day || due > 0 || day.waiting > 0 || now - day.at > 3_600_000 || departedSince(emails, day.at) > 0;
  return isNews ? mailer.remaining() : day.remaining;
};

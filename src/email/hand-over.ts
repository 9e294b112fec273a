import { EmailRefused, type OutboxMark } from '../core/outbox-ports';
import { isStillTrue, KIND_FACTS } from '../domain/email-kind';
import type { Config } from '../workbook/config';
import type { LedgerEntry } from '../workbook/ledger-row';
import { isTest, LEASE, type OutboxEntry, type OutboxState } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { instantText } from '../workbook/zone-instant';
import { isOneAddress } from './address';
import type { EmailPorts } from './email-ports';
import { factsOf, type TypedFacts, typedFacts } from './facts';
import { movedIn } from './moved-numbers';
import { entriesNear, entriesOf, outboxFrom, type PlacedEntry } from './read-emails';
import { badText, NO_ORDER, NOT_ONE_ADDRESS, NOT_TRUE, NUMBER_MOVED, quotaUsedUp } from './reasons';

/** A claimed email, and the Ledger row of its order if known. */
export interface ReadyEmail {
  readonly email: OutboxEntry;
  readonly ledgerAt: number | null;
}

/** The result of a round of emails. */
export interface Round {
  readonly sent: number;
  /** Emails behind one that the account refused to send today; they are still claimed. */
  readonly behind: readonly OutboxEntry[];
}

/** What a round goes by. */
export interface RoundFacts {
  /** Epoch milliseconds of the claim; what its lease leaves no time for is left to the sweep. */
  readonly claimedAt: number;
  /** Recipients the account may still email today, before the first one; Infinity if unknown. */
  readonly remaining: number;
  /** The orders as this execution has just committed them, where it does not see that yet, or they are new; else null. */
  readonly own: ReadonlyMap<string, LedgerEntry> | null;
  /** Whether they are new; if so, they stay as claimed for as long as the read data does. */
  readonly isNew?: boolean;
}

/** Within the last part of a lease no further email is handed over: another execution may take it up soon. */
const MARGIN = 45_000;
/** What was read longer ago is read again before an email leaves, in milliseconds. */
const FRESH = 30_000;

/**
 * Sends claimed emails one by one: marks each `handing over`, sends it, marks it `sent`. An error with one never stops
 * the others. Their orders are read again before the first one is sent (new ones are as just stored), and in a long
 * round orders and emails are read again every half minute: an email that was held, claimed by another execution or is
 * no longer true isn't sent.
 */
export const handOver = (
  ports: EmailPorts,
  view: WorkbookView,
  config: Config,
  emails: readonly ReadyEmail[],
  { claimedAt, remaining, own, isNew }: RoundFacts,
): Round => {
  if (emails.length === 0) return { sent: 0, behind: [] };
  let sent = 0;
  let left = remaining;
  let reading = readFirst(ports, view, emails, own);
  if (isNew) reading = { ...reading, at: claimedAt };
  const typed = typedFacts(
    ports,
    view,
    emails.map(({ email }) => email),
  );
  const telling = emails.filter(
    ({ email }) => email.kind && KIND_FACTS[email.kind].tellsTracking && !isTest(email.version),
  );
  const moved = movedIn(
    ports,
    view,
    telling.flatMap(({ email }) => (email.reason === 'released' ? [] : [email.orderId])),
  );
  for (const [index, { email }] of emails.entries()) {
    const now = ports.clock.now().getTime();
    if (now > claimedAt + LEASE - MARGIN) break;
    if (now > reading.at + FRESH) reading = readAgain(ports, view, emails.slice(index), now);
    if (reading.emails && reading.emails.get(email.key)?.state !== 'claimed') continue;
    const entry = reading.entries.get(email.orderId)?.entry;
    const state = tryOne(ports, view, config, email, entry, typed(email.orderId), moved, left === 1);
    if (state === 'sent' || state === 'unsure') left--;
    if (state === 'sent') sent++;
    if (state === 'waiting for quota') return { sent, behind: emails.slice(index + 1).map((each) => each.email) };
  }
  return { sent, behind: [] };
};

interface Reading {
  readonly at: number;
  /** Null: as they were claimed. */
  readonly emails: ReadonlyMap<string, OutboxEntry> | null;
  readonly entries: ReadonlyMap<string, PlacedEntry>;
}

/** The orders as of now: someone may have canceled one in the meantime. */
const readFirst = (
  ports: EmailPorts,
  view: WorkbookView,
  ready: readonly ReadyEmail[],
  own: ReadonlyMap<string, LedgerEntry> | null,
): Reading => {
  const places = new Map(ready.map(({ email, ledgerAt }) => [email.orderId, ledgerAt]));
  const at = ports.clock.now().getTime();
  const entries = own
    ? new Map([...own].map(([id, entry]) => [id, { at: places.get(id) ?? 0, entry }]))
    : entriesNear(ports.ledger, view, places);
  return { at, emails: null, entries };
};

const readAgain = (ports: EmailPorts, view: WorkbookView, ready: readonly ReadyEmail[], now: number): Reading => {
  const first = Math.min(...ready.map(({ email }) => email.at));
  const rows = outboxFrom(ports.outbox, view, first);
  return {
    at: now,
    emails: new Map(rows.map((email) => [email.key, email])),
    entries: entriesOf(ports.ledger, view, new Set(ready.map(({ email }) => email.orderId))),
  };
};

/**
 * The row shows how far its email got: the sweep sends one that is claimed; one that is handing over needs staff to
 * check.
 */
const tryOne = (...email: Parameters<typeof deliverOne>): OutboxState | null => {
  try {
    return deliverOne(...email);
  } catch {
    return null;
  }
};

/** A mark that Google failed to answer for is made once more: it says the same. */
const markTwice = ({ outbox }: EmailPorts, view: WorkbookView, at: number, mark: OutboxMark): void => {
  try {
    outbox.mark(view, at, mark);
  } catch {
    outbox.mark(view, at, mark);
  }
};

const deliverOne = (
  ports: EmailPorts,
  view: WorkbookView,
  config: Config,
  email: OutboxEntry,
  entry: LedgerEntry | undefined,
  typed: TypedFacts,
  moved: ReadonlyMap<string, string>,
  isLast: boolean,
): OutboxState => {
  const { clock, mailer } = ports;
  const to = email.version === '1' && entry ? entry.order.customer.email : email.to;
  const mark = (state: OutboxState, attempts: number, error = '', sentAt = ''): OutboxState => {
    const { key, orderId, orderNumber, kindText } = email;
    markTwice(ports, view, email.at, { key, orderId, orderNumber, kindText, to, state, attempts, error, sentAt });
    return state;
  };
  const now = () => instantText(clock, clock.now().getTime());
  const { kind, kindText, version, attempts } = email;
  if (!entry) return mark('cancelled', attempts, NO_ORDER);
  if (!isTest(version) && !(kind && isStillTrue(kind, entry))) return mark('cancelled', attempts, NOT_TRUE);
  const chosen = kind ? ports.emails.templateOf(view.emails, kind) : { error: `"${kindText}" isn't a kind of email` };
  if ('error' in chosen) return mark('held', attempts, badText(chosen.error));
  if (
    kind &&
    KIND_FACTS[kind].tellsTracking &&
    email.reason !== 'released' &&
    !isTest(version) &&
    moved.has(email.orderId)
  )
    return mark('held', attempts, NUMBER_MOVED);
  if (!isOneAddress(to)) return mark('failed', attempts, NOT_ONE_ADDRESS);
  const written = ports.emails.orderEmail(
    chosen.template,
    factsOf(ports, entry, config, { ...typed, banner: bannerOf(email, entry) }),
  );
  mark('handing over', attempts + 1);
  try {
    mailer.send({ ...written, to });
  } catch (error) {
    const state = stateAfter(error, isLast);
    const message = state === 'waiting for quota' ? quotaUsedUp('') : messageOf(error);
    // The moment stays with an email that may have left: it counts for the day's quota and the customer's.
    mark(state, attempts + 1, message, state === 'unsure' ? now() : '');
    return state;
  }
  return mark('sent', attempts + 1, '', now());
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const bannerOf = ({ version, to }: OutboxEntry, { order }: LedgerEntry): string => {
  if (!isTest(version)) return '';
  return version.startsWith('test')
    ? `This is a test for ${to}. The customer didn't get it.`
    : `Test mode: this email is for ${order.customer.email}, who will get it when test mode ends.`;
};

/**
 * Out of quota, or refused: the email surely wasn't sent. After any other error it's uncertain. So it is when the day's
 * last email throws: the quota is used up then whether or not it was sent.
 */
const stateAfter = (error: unknown, isLast: boolean): OutboxState => {
  if (!(error instanceof EmailRefused) || (isLast && error.reason === 'quota')) return 'unsure';
  return error.reason === 'quota' ? 'waiting for quota' : 'failed';
};

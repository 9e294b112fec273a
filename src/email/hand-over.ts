import { MailRefused, type OutboxMark } from '../core/ports';
import { EMAIL_KINDS, isStillTrue } from '../domain/mail-kind';
import type { Config } from '../workbook/config';
import type { LedgerEntry } from '../workbook/ledger-row';
import { isTest, LEASE, type OutboxEntry, type OutboxState } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { instantText } from '../workbook/zone-instant';
import { isOneAddress } from './address';
import { factsOf, type TypedFacts, typedFacts } from './facts';
import type { MailPorts } from './mail-ports';
import { movedIn } from './moved-numbers';
import { entriesNear, entriesOf, outboxFrom, type PlacedEntry } from './read-mails';
import { badText, NO_ORDER, NOT_ONE_ADDRESS, NOT_TRUE, NUMBER_MOVED, quotaUsedUp } from './reasons';

/** A claimed mail, and the Ledger row of its order as far as it is known. */
export interface ReadyMail {
  readonly mail: OutboxEntry;
  readonly ledgerAt: number | null;
}

/** What came of a round of mails. */
export interface Round {
  readonly sent: number;
  /** Mails behind one that the account refused to send today; they are still claimed. */
  readonly behind: readonly OutboxEntry[];
}

/** What a round goes by. */
export interface RoundFacts {
  /** Epoch milliseconds of the claim; what its lease leaves no time for is left to the sweep. */
  readonly claimedAt: number;
  /** Recipients that the account may still mail today, before the first one; Infinity while nobody knows. */
  readonly remaining: number;
  /** The orders as this execution has just committed them, where it does not see that yet; else null. */
  readonly own: ReadonlyMap<string, LedgerEntry> | null;
}

/** Within the last part of a lease no further mail is handed over: another execution may take it up soon. */
const MARGIN = 45_000;
/** What was read longer ago is read again before a mail leaves, in milliseconds. */
const FRESH = 30_000;

/**
 * Hands claimed mails over one by one: marks each `handing over`, sends, marks it `sent`. One that goes wrong never
 * stops the others. Their orders are read again before the first one leaves, and in a long round orders and mails every
 * half minute: what has been held, taken up by another execution, or is no longer true does not leave.
 */
export const handOver = (
  ports: MailPorts,
  view: WorkbookView,
  config: Config,
  mails: readonly ReadyMail[],
  { claimedAt, remaining, own }: RoundFacts,
): Round => {
  if (mails.length === 0) return { sent: 0, behind: [] };
  let sent = 0;
  let left = remaining;
  let reading = readFirst(ports, view, mails, own);
  const typed = typedFacts(
    ports,
    view,
    mails.map(({ mail }) => mail),
  );
  const telling = mails.filter(
    ({ mail }) => mail.kind && EMAIL_KINDS[mail.kind].tellsTracking && !isTest(mail.version),
  );
  const moved = movedIn(
    ports,
    view,
    telling.flatMap(({ mail }) => (mail.reason === 'released' ? [] : [mail.orderId])),
  );
  for (const [index, { mail }] of mails.entries()) {
    const now = ports.clock.now().getTime();
    if (now > claimedAt + LEASE - MARGIN) break;
    if (now > reading.at + FRESH) reading = readAgain(ports, view, mails.slice(index), now);
    if (reading.mails && reading.mails.get(mail.key)?.state !== 'claimed') continue;
    const entry = reading.entries.get(mail.orderId)?.entry;
    const state = tryOne(ports, view, config, mail, entry, typed(mail.orderId), moved, left === 1);
    if (state === 'sent' || state === 'unsure') left--;
    if (state === 'sent') sent++;
    if (state === 'waiting for quota') return { sent, behind: mails.slice(index + 1).map((each) => each.mail) };
  }
  return { sent, behind: [] };
};

interface Reading {
  readonly at: number;
  /** Null: as they were claimed. */
  readonly mails: ReadonlyMap<string, OutboxEntry> | null;
  readonly entries: ReadonlyMap<string, PlacedEntry>;
}

/** The orders as they stand now: since they were decided about somebody may have cancelled one. */
const readFirst = (
  ports: MailPorts,
  view: WorkbookView,
  ready: readonly ReadyMail[],
  own: ReadonlyMap<string, LedgerEntry> | null,
): Reading => {
  const places = new Map(ready.map(({ mail, ledgerAt }) => [mail.orderId, ledgerAt]));
  const at = ports.clock.now().getTime();
  const entries = own
    ? new Map([...own].map(([id, entry]) => [id, { at: places.get(id) ?? 0, entry }]))
    : entriesNear(ports.ledger, view, places);
  return { at, mails: null, entries };
};

const readAgain = (ports: MailPorts, view: WorkbookView, ready: readonly ReadyMail[], now: number): Reading => {
  const first = Math.min(...ready.map(({ mail }) => mail.at));
  const rows = outboxFrom(ports.outbox, view, first);
  return {
    at: now,
    mails: new Map(rows.map((mail) => [mail.key, mail])),
    entries: entriesOf(ports.ledger, view, new Set(ready.map(({ mail }) => mail.orderId))),
  };
};

/** The row says how far its mail came: claimed is made good by the sweep, handing over waits for a person. */
const tryOne = (...mail: Parameters<typeof deliverOne>): OutboxState | null => {
  try {
    return deliverOne(...mail);
  } catch {
    return null;
  }
};

/** A mark that Google failed to answer for is made once more: it says the same. */
const markTwice = ({ outbox }: MailPorts, view: WorkbookView, at: number, mark: OutboxMark): void => {
  try {
    outbox.mark(view, at, mark);
  } catch {
    outbox.mark(view, at, mark);
  }
};

const deliverOne = (
  ports: MailPorts,
  view: WorkbookView,
  config: Config,
  mail: OutboxEntry,
  entry: LedgerEntry | undefined,
  typed: TypedFacts,
  moved: ReadonlyMap<string, string>,
  isLast: boolean,
): OutboxState => {
  const { clock, mailer } = ports;
  const to = mail.version === '1' && entry ? entry.order.customer.email : mail.to;
  const mark = (state: OutboxState, attempts: number, error = '', sentAt = ''): OutboxState => {
    const { key, orderId, orderNumber, kindText } = mail;
    markTwice(ports, view, mail.at, { key, orderId, orderNumber, kindText, to, state, attempts, error, sentAt });
    return state;
  };
  const now = () => instantText(clock, clock.now().getTime());
  const { kind, kindText, version, attempts } = mail;
  if (!entry) return mark('cancelled', attempts, NO_ORDER);
  if (!isTest(version) && !(kind && isStillTrue(kind, entry))) return mark('cancelled', attempts, NOT_TRUE);
  const chosen = kind ? ports.emails.templateOf(view.emails, kind) : { fault: `${kindText} is no kind of mail` };
  if ('fault' in chosen) return mark('held', attempts, badText(chosen.fault));
  if (
    kind &&
    EMAIL_KINDS[kind].tellsTracking &&
    mail.reason !== 'released' &&
    !isTest(version) &&
    moved.has(mail.orderId)
  )
    return mark('held', attempts, NUMBER_MOVED);
  if (!isOneAddress(to)) return mark('failed', attempts, NOT_ONE_ADDRESS);
  const written = ports.emails.orderEmail(
    chosen.template,
    factsOf(ports, entry, config, { ...typed, banner: bannerOf(mail, entry) }),
  );
  mark('handing over', attempts + 1);
  try {
    mailer.send({ ...written, to });
  } catch (error) {
    const state = stateAfter(error, isLast);
    const message = state === 'waiting for quota' ? quotaUsedUp('') : messageOf(error);
    // The moment stays with a mail that may have left: it counts for the day's quota and the customer's.
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
    : `Test mode: this email is for ${order.customer.email}, who gets it when test mode ends.`;
};

/**
 * Quota and a refusal are clear: nothing left. Anything else thrown while sending means that nobody knows. Nor does anybody
 * where the day's last email throws: the quota is used up then whether it left or not.
 */
const stateAfter = (error: unknown, isLast: boolean): OutboxState => {
  if (!(error instanceof MailRefused) || (isLast && error.reason === 'quota')) return 'unsure';
  return error.reason === 'quota' ? 'waiting for quota' : 'failed';
};

import { type EmailKind, isRequest } from '../domain/email-kind';
import { mailboxOf } from '../domain/mailbox';
import {
  emailKey,
  FIRST_VERSION,
  isTest,
  type OutboxEntry,
  type OutboxState,
  testCopyOf,
} from '../workbook/outbox-row';
import {
  badText,
  forTestMode,
  KEPT_FOR_PAYMENTS,
  quotaUsedUp,
  RECEIPTS_HELD,
  SWITCHED_OFF,
  TOO_MANY_RECEIPTS,
  tooManyAtOnce,
  tooManyForOne,
} from './reasons';
import { isUnpaidReceipt, keptForMoney, type ReceiptCeilings, receiptsLeft } from './receipts';

/** The checks between an email that is due and sending it. */
export interface Gates {
  /** What is wrong with the text of a kind; null when nothing is. */
  readonly error: (kind: EmailKind | null) => string | null;
  readonly isOff: (kind: EmailKind | null) => boolean;
  /** Blank outside of test mode. */
  readonly testAddress: string;
  /** The known keys in the Outbox. */
  readonly keys: ReadonlySet<string>;
  readonly mostPerRun: number;
  readonly mostPerCustomer: number;
  /** Emails of the last 24 hours by mailbox. */
  readonly ofTheDay: ReadonlyMap<string, number>;
  /** How many may leave now; what is kept for alerts is taken off already. */
  readonly budget: number;
  /** What receipts may have of them; absent: nothing holds them back. */
  readonly receipts?: ReceiptCeilings;
  /** When the next one may be sent, ready to show; blank if unknown. */
  readonly until: string;
}

/** An email that does not leave now, and what its row says. */
export interface HeldBack {
  readonly email: OutboxEntry;
  readonly state: OutboxState;
  readonly error: string;
  /** Whether a copy goes to the test address. */
  readonly copy: boolean;
  /** Not checked again before this moment; epoch milliseconds. Absent: checked every time. */
  readonly notBefore?: number;
}

export interface GateDecision {
  readonly go: readonly OutboxEntry[];
  readonly heldBack: readonly HeldBack[];
}

/** A brand-new email, not checked by anything since. */
const isNew = (email: OutboxEntry): boolean =>
  (email.state === 'claimed' || email.state === 'queued') && email.version === FIRST_VERSION && email.error === '';

/** A feedback request is optional: it never uses emails reserved for others. */
const isOptional = ({ kind, version, reason }: OutboxEntry): boolean =>
  isRequest(kind) && version === FIRST_VERSION && reason !== 'released';

/**
 * Which of the due emails may be sent now, in order; pure. Kinds that are broken or turned off and runaways are held,
 * test mode sends copies, and anything over the day's quota waits (docs/design.md 5.6). Receipts of unpaid orders have
 * limits of their own, so that no amount of ordering uses up the emails for payment and shipping news.
 */
export const passSendGate = (emails: readonly OutboxEntry[], gates: Gates): GateDecision => {
  const go: OutboxEntry[] = [];
  const heldBack: HeldBack[] = [];
  const counts = new Map(gates.ofTheDay);
  const made = emails.filter(isNew).length;
  const ceiling = gates.receipts && receiptsLeft(gates.receipts);
  const reserve = gates.receipts ? keptForMoney(gates.receipts) : 0;
  let receipts = 0;
  for (const email of emails) {
    const set = (state: OutboxState, error: string, copy = false) => heldBack.push({ email, state, error, copy });
    const error = gates.error(email.kind);
    const isForCustomer = !isTest(email.version);
    if (error !== null) set('held', badText(error));
    else if (email.version === FIRST_VERSION && gates.isOff(email.kind) && email.reason !== 'released')
      set('held', SWITCHED_OFF);
    else if (made > gates.mostPerRun && isNew(email)) set('held', tooManyAtOnce(made, gates.mostPerRun));
    else if (isForCustomer && gates.testAddress) {
      const hasCopy = !email.kind || gates.keys.has(emailKey(email.orderId, email.kind, testCopyOf(email.version)));
      set('queued', forTestMode(gates.testAddress), !hasCopy);
    } else {
      const mailbox = mailboxOf(email.to);
      const had = counts.get(mailbox) ?? 0;
      const isFree = isUnpaidReceipt(email, gates.keys);
      if (email.version === FIRST_VERSION && had >= gates.mostPerCustomer && email.reason !== 'released') {
        set('held', tooManyForOne(gates.mostPerCustomer));
      } else if (go.length >= gates.budget) set('waiting for quota', quotaUsedUp(gates.until));
      else if (isFree && gates.receipts?.areHeld) set('waiting for quota', RECEIPTS_HELD);
      else if (isFree && ceiling && receipts >= ceiling.left) {
        heldBack.push({
          ...{ email, state: 'waiting for quota', error: TOO_MANY_RECEIPTS, copy: false },
          ...(ceiling.next === null ? {} : { notBefore: ceiling.next }),
        });
      } else if (isOptional(email) && go.length >= gates.budget - reserve) set('waiting for quota', KEPT_FOR_PAYMENTS);
      else {
        go.push(email);
        counts.set(mailbox, had + 1);
        if (isFree) receipts += 1;
      }
    }
  }
  return { go, heldBack };
};

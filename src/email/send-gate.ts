import { isRequest, type MailKind } from '../domain/mail-kind';
import { mailboxOf } from '../domain/mailbox';
import { FIRST_VERSION, isTest, mailKey, type OutboxEntry, type OutboxState, testCopyOf } from '../workbook/outbox-row';
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

/** What stands between a mail that is due and its leaving. */
export interface Gates {
  /** What is wrong with the text of a kind; null when nothing is. */
  readonly fault: (kind: MailKind | null) => string | null;
  readonly isOff: (kind: MailKind | null) => boolean;
  /** Blank outside of test mode. */
  readonly testAddress: string;
  /** Keys that stand in the Outbox, as far as they are known. */
  readonly keys: ReadonlySet<string>;
  readonly mostPerRun: number;
  readonly mostPerCustomer: number;
  /** Mails of the last 24 hours by mailbox. */
  readonly ofTheDay: ReadonlyMap<string, number>;
  /** How many may leave now; what is kept for alerts is taken off already. */
  readonly budget: number;
  /** What receipts may have of them; absent: nothing holds them back. */
  readonly receipts?: ReceiptCeilings;
  /** When the next may leave, for people; blank when nobody knows. */
  readonly until: string;
}

/** A mail that does not leave now, and what its row says. */
export interface HeldBack {
  readonly mail: OutboxEntry;
  readonly state: OutboxState;
  readonly error: string;
  /** Whether a copy goes to the test address. */
  readonly copy: boolean;
  /** Before this moment it is not looked at again; epoch milliseconds. Absent: whenever somebody looks. */
  readonly notBefore?: number;
}

export interface GateDecision {
  readonly go: readonly OutboxEntry[];
  readonly heldBack: readonly HeldBack[];
}

/** A mail that its cause has just made, and that nobody has looked at since. */
const isNew = (mail: OutboxEntry): boolean =>
  (mail.state === 'claimed' || mail.state === 'queued') && mail.version === FIRST_VERSION && mail.error === '';

/** Nobody waits for a request: it takes nothing that is kept for others. */
const isOptional = ({ kind, version, reason }: OutboxEntry): boolean =>
  isRequest(kind) && version === FIRST_VERSION && reason !== 'released';

/**
 * Which of the mails that are due may leave now, in their order; pure. Broken or switched-off kinds and runaways are
 * held, test mode sends copies, and what is beyond the day's quota waits (docs/design.md 5.6). Receipts of orders that
 * nobody has paid wait beyond their own ceilings, so that whoever orders uses up no email about money or parcels.
 */
export const passSendGate = (mails: readonly OutboxEntry[], gates: Gates): GateDecision => {
  const go: OutboxEntry[] = [];
  const heldBack: HeldBack[] = [];
  const counts = new Map(gates.ofTheDay);
  const made = mails.filter(isNew).length;
  const ceiling = gates.receipts && receiptsLeft(gates.receipts);
  const reserve = gates.receipts ? keptForMoney(gates.receipts) : 0;
  let receipts = 0;
  for (const mail of mails) {
    const set = (state: OutboxState, error: string, copy = false) => heldBack.push({ mail, state, error, copy });
    const fault = gates.fault(mail.kind);
    const isForCustomer = !isTest(mail.version);
    if (fault !== null) set('held', badText(fault));
    else if (mail.version === FIRST_VERSION && gates.isOff(mail.kind) && mail.reason !== 'released')
      set('held', SWITCHED_OFF);
    else if (made > gates.mostPerRun && isNew(mail)) set('held', tooManyAtOnce(made, gates.mostPerRun));
    else if (isForCustomer && gates.testAddress) {
      const hasCopy = !mail.kind || gates.keys.has(mailKey(mail.orderId, mail.kind, testCopyOf(mail.version)));
      set('queued', forTestMode(gates.testAddress), !hasCopy);
    } else {
      const mailbox = mailboxOf(mail.to);
      const had = counts.get(mailbox) ?? 0;
      const isFree = isUnpaidReceipt(mail, gates.keys);
      if (mail.version === FIRST_VERSION && had >= gates.mostPerCustomer && mail.reason !== 'released') {
        set('held', tooManyForOne(gates.mostPerCustomer));
      } else if (go.length >= gates.budget) set('waiting for quota', quotaUsedUp(gates.until));
      else if (isFree && gates.receipts?.areHeld) set('waiting for quota', RECEIPTS_HELD);
      else if (isFree && ceiling && receipts >= ceiling.left) {
        heldBack.push({
          ...{ mail, state: 'waiting for quota', error: TOO_MANY_RECEIPTS, copy: false },
          ...(ceiling.next === null ? {} : { notBefore: ceiling.next }),
        });
      } else if (isOptional(mail) && go.length >= gates.budget - reserve) set('waiting for quota', KEPT_FOR_PAYMENTS);
      else {
        go.push(mail);
        counts.set(mailbox, had + 1);
        if (isFree) receipts += 1;
      }
    }
  }
  return { go, heldBack };
};

import type { MailKind } from '../domain/mail-kind';
import { FIRST_VERSION, isTest, mailKey, type OutboxEntry, type OutboxState, testCopyOf } from '../workbook/outbox-row';
import { badText, forTestMode, quotaUsedUp, SWITCHED_OFF, tooManyAtOnce, tooManyForOne } from './reasons';

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
  /** Mails of the last 24 hours by address in small letters. */
  readonly ofTheDay: ReadonlyMap<string, number>;
  /** How many may leave now; what is kept for alerts is taken off already. */
  readonly budget: number;
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
}

export interface GateDecision {
  readonly go: readonly OutboxEntry[];
  readonly heldBack: readonly HeldBack[];
}

/** A mail that its cause has just made, and that nobody has looked at since. */
const isNew = (mail: OutboxEntry): boolean =>
  (mail.state === 'claimed' || mail.state === 'queued') && mail.version === FIRST_VERSION && mail.error === '';

/**
 * Which of the mails that are due may leave now, in their order; pure. Broken or switched-off kinds and runaways are
 * held, test mode sends copies, and what is beyond the day's quota waits (docs/design.md 5.6).
 */
export const passSendGate = (mails: readonly OutboxEntry[], gates: Gates): GateDecision => {
  const go: OutboxEntry[] = [];
  const heldBack: HeldBack[] = [];
  const counts = new Map(gates.ofTheDay);
  const made = mails.filter(isNew).length;
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
      const address = mail.to.toLowerCase();
      const had = counts.get(address) ?? 0;
      if (mail.version === FIRST_VERSION && had >= gates.mostPerCustomer && mail.reason !== 'released') {
        set('held', tooManyForOne(gates.mostPerCustomer));
      } else if (go.length >= gates.budget) set('waiting for quota', quotaUsedUp(gates.until));
      else {
        go.push(mail);
        counts.set(address, had + 1);
      }
    }
  }
  return { go, heldBack };
};

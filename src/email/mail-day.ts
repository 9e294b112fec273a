import type { Properties } from '../core/ports';
import { mailboxOf } from '../domain/mailbox';
import { isAlert, type OutboxEntry } from '../workbook/outbox-row';

/**
 * What the last sweep found out about the day's mails, kept in a Script Property: so that an execution that sends one
 * mail need not ask again (properties are read anyway). Rewritten by every sweep in which something left.
 */
export interface MailDay {
  /** Epoch milliseconds of that look. */
  readonly at: number;
  /** Recipients that the account could still mail then. */
  readonly remaining: number;
  /** Mails that wait for the next day's quota: what comes now waits behind them. */
  readonly waiting: number;
  /** The last row of the Outbox then: what an execution looks for stands near it or below. */
  readonly rows: number;
  /** Receipts that had left within the hour and the day before, and all that the account may send in a day. */
  readonly receipts?: { readonly hour: number; readonly day: number; readonly total: number };
}

const MAIL_DAY = 'MAIL_DAY';

/** As the property has it: a value that an earlier version stored still reads. */
type StoredDay = Omit<MailDay, 'remaining'> & { readonly left: number };

/** What is known; null when nothing is, or somebody spoilt it. */
export const readMailDay = (properties: Properties): MailDay | null => {
  try {
    const { at, left: remaining, waiting, rows, receipts } = JSON.parse(properties.all()[MAIL_DAY] ?? '') as StoredDay;
    return [at, remaining, waiting, rows].every((value) => Number.isFinite(value) && value >= 0)
      ? { at, remaining, waiting, rows, ...(receipts ? { receipts } : {}) }
      : null;
  } catch {
    return null;
  }
};

export const writeMailDay = (properties: Properties, { remaining, ...day }: MailDay): void => {
  const stored: StoredDay = { ...day, left: remaining };
  properties.set({ [MAIL_DAY]: JSON.stringify(stored) });
};

const DAY = 86_400_000;
/** Sent times are kept to the second. */
const SECOND = 1000;

/** Mails that left, or may have left, since a moment (epoch milliseconds). */
export const departedSince = (mails: readonly OutboxEntry[], since: number): number =>
  mails.filter(({ state, sentAt }) => state === 'handing over' || (sentAt !== null && sentAt > since - SECOND)).length;

/**
 * When the quota begins anew: 24 hours after the first mail of the day that runs now (docs/google.md G1), as far as the
 * Outbox tells; null when no day runs.
 */
export const quotaRenewal = (mails: readonly OutboxEntry[], now: number): number | null => {
  let start = Number.NEGATIVE_INFINITY;
  const times = mails.flatMap(({ sentAt }) => (sentAt !== null && sentAt > now - 8 * DAY ? [sentAt] : []));
  for (const time of times.sort((a, b) => a - b)) if (time >= start + DAY) start = time;
  return start + DAY > now ? start + DAY : null;
};

/** How many mails a customer was sent within the last 24 hours, by mailbox. */
export const mailsOfTheDay = (mails: readonly OutboxEntry[], now: number): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const mail of mails) {
    const { to, sentAt } = mail;
    if (isAlert(mail) || sentAt === null || sentAt <= now - DAY) continue;
    const mailbox = mailboxOf(to);
    counts.set(mailbox, (counts.get(mailbox) ?? 0) + 1);
  }
  return counts;
};

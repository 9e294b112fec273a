import type { Properties } from '../core/ports';
import { mailboxOf } from '../domain/mailbox';
import { isAlert, type OutboxEntry } from '../workbook/outbox-row';

/**
 * What the last sweep found out about the day's emails, kept in a Script Property so that an execution that sends one
 * email doesn't have to ask Google again (properties are read anyway). Every sweep that sends something updates it.
 */
export interface EmailDay {
  /** When it was checked; epoch milliseconds. */
  readonly at: number;
  /** Recipients the account could still email at that time. */
  readonly remaining: number;
  /** Emails waiting for the next day's quota; new ones wait behind them. */
  readonly waiting: number;
  /** The Outbox's last row at that time: new emails are near it or below. */
  readonly rows: number;
  /** Receipts sent within the hour and day before, and the account's daily limit. */
  readonly receipts?: { readonly hour: number; readonly day: number; readonly total: number };
}

const MAIL_DAY = 'MAIL_DAY';

/** As the property has it: a value that an earlier version stored still reads. */
type StoredDay = Omit<EmailDay, 'remaining'> & { readonly left: number };

/** What is known; null if nothing is, or if the property is damaged. */
export const readEmailDay = (properties: Properties): EmailDay | null => {
  try {
    const { at, left: remaining, waiting, rows, receipts } = JSON.parse(properties.all()[MAIL_DAY] ?? '') as StoredDay;
    return [at, remaining, waiting, rows].every((value) => Number.isFinite(value) && value >= 0)
      ? { at, remaining, waiting, rows, ...(receipts ? { receipts } : {}) }
      : null;
  } catch {
    return null;
  }
};

export const writeEmailDay = (properties: Properties, { remaining, ...day }: EmailDay): void => {
  const stored: StoredDay = { ...day, left: remaining };
  properties.set({ [MAIL_DAY]: JSON.stringify(stored) });
};

const DAY = 86_400_000;
/** Sent times are kept to the second. */
const SECOND = 1000;

/** Emails that left, or may have left, since a moment (epoch milliseconds). */
export const departedSince = (emails: readonly OutboxEntry[], since: number): number =>
  emails.filter(({ state, sentAt }) => state === 'handing over' || (sentAt !== null && sentAt > since - SECOND)).length;

/**
 * When the quota resets, according to the Outbox: 24 hours after the first email of the current quota day
 * (docs/google.md G1); null if no quota day has started.
 */
export const quotaRenewal = (emails: readonly OutboxEntry[], now: number): number | null => {
  let start = Number.NEGATIVE_INFINITY;
  const times = emails.flatMap(({ sentAt }) => (sentAt !== null && sentAt > now - 8 * DAY ? [sentAt] : []));
  for (const time of times.sort((a, b) => a - b)) if (time >= start + DAY) start = time;
  return start + DAY > now ? start + DAY : null;
};

/** How many emails a customer was sent within the last 24 hours, by mailbox. */
export const emailsOfTheDay = (emails: readonly OutboxEntry[], now: number): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const email of emails) {
    const { to, sentAt } = email;
    if (isAlert(email) || sentAt === null || sentAt <= now - DAY) continue;
    const mailbox = mailboxOf(to);
    counts.set(mailbox, (counts.get(mailbox) ?? 0) + 1);
  }
  return counts;
};

import { emailKey, FIRST_VERSION, type OutboxEntry } from '../workbook/outbox-row';
import { departedSince, type EmailDay } from './email-day';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How much of the account's emails receipts have had. Moments are epoch milliseconds. */
export interface ReceiptUse {
  readonly hour: number;
  readonly day: number;
  /** When the oldest receipt of the hour, and of the day, stops counting; null if there is none, or it's unknown. */
  readonly hourEnds: number | null;
  readonly dayEnds: number | null;
  /** The account's daily limit; infinite if unknown. */
  readonly total: number;
}

/** Before the first check: nothing is known, so nothing is held back. */
export const UNKNOWN_USE: ReceiptUse = {
  hour: 0,
  day: 0,
  hourEnds: null,
  dayEnds: null,
  total: Number.POSITIVE_INFINITY,
};

/** A mark's moment is that of the sending, to the second. */
const leftSince = (emails: readonly OutboxEntry[], since: number): number[] =>
  emails.flatMap(({ kind, version, sentAt }) =>
    kind === 'receipt' && version === FIRST_VERSION && sentAt !== null && sentAt > since ? [sentAt] : [],
  );

const earliest = (moments: readonly number[]): number =>
  moments.reduce((first, moment) => Math.min(first, moment), Number.POSITIVE_INFINITY);

/**
 * Counted from all emails of the Outbox.
 * @param remaining what the account may still send.
 */
export const receiptUse = (emails: readonly OutboxEntry[], now: number, remaining: number): ReceiptUse => {
  const ofDay = leftSince(emails, now - DAY);
  const ofHour = ofDay.filter((moment) => moment > now - HOUR);
  return {
    hour: ofHour.length,
    day: ofDay.length,
    hourEnds: ofHour.length > 0 ? earliest(ofHour) + HOUR : null,
    dayEnds: ofDay.length > 0 ? earliest(ofDay) + DAY : null,
    total: remaining + departedSince(emails, now - DAY),
  };
};

/**
 * Estimated from the last sweep's figures and from what the last rows of the Outbox show was sent since. The hour of
 * that check counts in full while it lasts; at worst, a receipt waits for the next sweep. Before the first check, these
 * rows are all there is to go by.
 */
export const receiptUseSince = (emails: readonly OutboxEntry[], day: EmailDay | null, now: number): ReceiptUse => {
  if (!day?.receipts) return receiptUse(emails, now, Number.POSITIVE_INFINITY);
  const since = leftSince(emails, day.at).length;
  return {
    hour: since + (now - day.at < HOUR ? day.receipts.hour : 0),
    day: since + (now - day.at < DAY ? day.receipts.day : 0),
    hourEnds: null,
    dayEnds: null,
    total: day.receipts.total,
  };
};

/** What receipts may have, and what they have had. */
export interface ReceiptCeilings {
  readonly use: ReceiptUse;
  readonly perHour: number;
  /** Null: all but what is kept for payments. */
  readonly perDay: number | null;
  /** Emails of a day kept for payments, shipping, cancellations and refunds; null: a quarter. */
  readonly kept: number | null;
  /** Whether staff hold all receipts back. */
  readonly areHeld: boolean;
}

const SHARE_KEPT = 0.25;

/** How many of the day's emails are reserved for payment and shipping news; none if the daily limit is unknown. */
export const keptForMoney = ({ use: { total }, kept }: Pick<ReceiptCeilings, 'use' | 'kept'>): number => {
  if (!Number.isFinite(total)) return 0;
  return kept ?? Math.floor(SHARE_KEPT * total);
};

/** How many more receipts may be sent now, and when the next one may be (null: unknown). */
export const receiptsLeft = (
  ceilings: Omit<ReceiptCeilings, 'areHeld'>,
): { readonly left: number; readonly next: number | null } => {
  const { use, perHour, perDay } = ceilings;
  const ofHour = perHour - use.hour;
  const ofDay = (perDay ?? use.total - keptForMoney(ceilings)) - use.day;
  const ends = [...(ofHour <= ofDay ? [use.hourEnds] : []), ...(ofDay <= ofHour ? [use.dayEnds] : [])];
  const known = ends.filter((end) => end !== null);
  return { left: Math.max(0, Math.min(ofHour, ofDay)), next: known.length > 0 ? Math.max(...known) : null };
};

/**
 * Whether an email is the receipt of an unpaid order that staff didn't send themselves: anyone who orders can cause it.
 * @param keys of the known emails: an order with a payment email is paid.
 */
export const isUnpaidReceipt = (email: OutboxEntry, keys: ReadonlySet<string>): boolean =>
  email.kind === 'receipt' &&
  email.version === FIRST_VERSION &&
  email.reason !== 'released' &&
  !keys.has(emailKey(email.orderId, 'paid'));

import { emailKey, FIRST_VERSION, type OutboxEntry } from '../workbook/outbox-row';
import { departedSince, type EmailDay } from './email-day';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How much of the account's emails receipts have had. Moments are epoch milliseconds. */
export interface ReceiptUse {
  readonly hour: number;
  readonly day: number;
  /** When the oldest of the hour, and of the day, no longer counts; null when none does, or nobody knows. */
  readonly hourEnds: number | null;
  readonly dayEnds: number | null;
  /** All emails that the account may send in a day; infinite while nobody knows. */
  readonly total: number;
}

/** Nobody has looked yet: nothing is known, and nothing is held back for it. */
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
 * Reckoned from the last sweep's look and what has left since, as the last rows of the Outbox tell. The hour of that look
 * counts whole while it lasts: at worst a receipt waits for the next sweep. Before the first look these rows are all there is.
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

/** How many emails of the day are kept for money and parcels; none while nobody knows how many there are. */
export const keptForMoney = ({ use: { total }, kept }: Pick<ReceiptCeilings, 'use' | 'kept'>): number => {
  if (!Number.isFinite(total)) return 0;
  return kept ?? Math.floor(SHARE_KEPT * total);
};

/** How many more receipts may leave now, and when the next one may; null: nobody knows. */
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
 * Whether an email is the receipt of an order that nobody has paid or sent on its way by hand: whoever orders causes it.
 * @param keys of the emails that are known: an order whose payment is announced is paid.
 */
export const isUnpaidReceipt = (email: OutboxEntry, keys: ReadonlySet<string>): boolean =>
  email.kind === 'receipt' &&
  email.version === FIRST_VERSION &&
  email.reason !== 'released' &&
  !keys.has(emailKey(email.orderId, 'paid'));

import { isHandedOver } from '../domain/statuses';
import type { LedgerEntry } from '../workbook/ledger-row';

/** What the decision needs besides the orders. Days are whole numbers, counted in the spreadsheet's time zone. */
export interface AskingRules {
  /** The current time, and the latest start of the next morning; epoch milliseconds. */
  readonly now: number;
  readonly nextMorning: number;
  /** The number of the day in which a moment (epoch milliseconds) falls. */
  readonly dayOf: (moment: number) => number;
  /** How many days after shipping or pickup the customer is asked (1 to 7). */
  readonly after: number;
  readonly isUnsubscribed: (email: string) => boolean;
}

const DAY = 86_400_000;
/** After this many days since shipping, an unsent request is dropped and counted (docs/design.md 5.5). */
export const LAST_DAY = 7;
/** A customer is asked at most once in this many days. */
const REST = 30;
/** Requests dropped longer ago aren't counted anymore. */
const FORGOTTEN = 14 * DAY;

const customerOf = ({ order }: LedgerEntry): string => order.customer.email.toLowerCase();

/** The deadline for sending the request. */
export const deadlineOf = ({ progress }: LedgerEntry): number => Date.parse(progress.shipped ?? '') + LAST_DAY * DAY;

/** Orders with no decision about feedback yet. */
const isOpen = ({ status, progress }: LedgerEntry): boolean =>
  isHandedOver(status) &&
  progress.shipped !== undefined &&
  !progress.askedForFeedback &&
  !progress.feedback &&
  !progress.feedbackDropped &&
  !progress.erased &&
  !progress.notArrived &&
  !progress.mails?.includes('feedback');

/**
 * Orders to ask about this morning, and those for which it's too late. If an order's day is after its deadline, the
 * customer is asked on the last morning before it.
 */
export const dueRequests = (
  entries: readonly LedgerEntry[],
  { now, nextMorning, dayOf, after, isUnsubscribed }: AskingRules,
): { readonly ask: readonly LedgerEntry[]; readonly drop: readonly LedgerEntry[] } => {
  const asked = new Map<string, number[]>();
  for (const entry of entries) {
    const { askedForFeedback } = entry.progress;
    if (!askedForFeedback) continue;
    const customer = customerOf(entry);
    asked.set(customer, [...(asked.get(customer) ?? []), Date.parse(askedForFeedback)]);
  }
  /** Whether the customer was asked in the 30 days before a moment. */
  const rests = (customer: string, moment: number): boolean =>
    (asked.get(customer) ?? []).some((time) => time <= moment && dayOf(moment) - dayOf(time) < REST);
  const age = ({ progress }: LedgerEntry): number => dayOf(now) - dayOf(Date.parse(progress.shipped ?? ''));
  const ask: LedgerEntry[] = [];
  const drop: LedgerEntry[] = [];
  const open = entries.filter((entry) => isOpen(entry) && !isUnsubscribed(customerOf(entry)));
  for (const entry of open.sort((a, b) => deadlineOf(a) - deadlineOf(b))) {
    const customer = customerOf(entry);
    const deadline = deadlineOf(entry);
    if (deadline <= now) {
      if (now - deadline < FORGOTTEN && !rests(customer, deadline)) drop.push(entry);
    } else if ((age(entry) >= after || deadline < nextMorning) && !rests(customer, now)) {
      asked.set(customer, [...(asked.get(customer) ?? []), now]);
      ask.push(entry);
    }
  }
  return { ask, drop };
};

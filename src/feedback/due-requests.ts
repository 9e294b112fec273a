import type { LedgerEntry } from '../workbook/ledger-row';

/** What deciding needs besides the orders. Days are whole numbers, counted in the spreadsheet's time zone. */
export interface AskingRules {
  /** The number of today. */
  readonly today: number;
  /** The number of the day in which a moment (ISO 8601) falls. */
  readonly dayOf: (moment: string) => number;
  /** So many days after shipping or pick-up the customer is asked (1 to 7). */
  readonly after: number;
  readonly isUnsubscribed: (email: string) => boolean;
}

/** A request that does not leave by this day after shipping is dropped and counted (design.md 5). */
export const LAST_DAY = 7;
/** A customer is asked once in so many days. */
const REST = 30;

const customerOf = ({ order }: LedgerEntry): string => order.customer.email.toLowerCase();

/** Orders whose customer is asked today, and those for which it is too late now. */
export const dueRequests = (
  entries: readonly LedgerEntry[],
  { today, dayOf, after, isUnsubscribed }: AskingRules,
): { readonly ask: readonly LedgerEntry[]; readonly drop: readonly LedgerEntry[] } => {
  const resting = new Set(
    entries
      .filter(({ progress }) => progress.askedForFeedback && today - dayOf(progress.askedForFeedback) < REST)
      .map(customerOf),
  );
  const open = entries.filter(
    ({ status, progress }) =>
      status === 'shipped' &&
      progress.shipped &&
      !progress.askedForFeedback &&
      !progress.feedback &&
      !progress.feedbackDropped,
  );
  const age = ({ progress }: LedgerEntry): number => today - dayOf(progress.shipped ?? '');
  const ask: LedgerEntry[] = [];
  for (const entry of [...open].sort((a, b) => age(b) - age(a))) {
    const customer = customerOf(entry);
    if (age(entry) < after || age(entry) > LAST_DAY || resting.has(customer) || isUnsubscribed(customer)) continue;
    resting.add(customer);
    ask.push(entry);
  }
  return { ask, drop: open.filter((entry) => age(entry) > LAST_DAY) };
};

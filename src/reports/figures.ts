import { type Cents, cents } from '../domain/money';
import { type FeedbackCase, type FeedbackFigures, feedbackFigures } from '../feedback/figures';
import type { Day } from './days';
import { covers, type Days } from './period';
import type { Sale } from './sale';

/** So many orders and their sum. */
export interface Tally {
  readonly orders: number;
  readonly amount: Cents;
}

/** The key figures of a period. */
export interface Figures {
  /** Sales, by the day of the order. */
  readonly orders: number;
  readonly items: number;
  readonly gross: Cents;
  readonly discounts: Cents;
  readonly shipping: Cents;
  readonly total: Cents;
  /** Of paid and shipped orders, as in the summary of the web app; null without one. */
  readonly average: Cents | null;
  /** Where the orders of the period stand now: paid or shipped, pending, cancelled after payment. */
  readonly paid: Tally;
  readonly pending: Tally;
  readonly cancelled: Tally;
  /** Cancelled before payment, by the day of the order: no sale, in none of the other figures. */
  readonly leftOut: Tally;
  /** By the day of the payment, and of the cancellation after it. */
  readonly payments: Tally;
  readonly returns: Tally;
  /** Orders by the day on which they were shipped or picked up. */
  readonly shipped: number;
  /** From paid to shipped, of those; null without one. */
  readonly medianHours: number | null;
  readonly feedback: FeedbackFigures;
}

/** A sum that grows; frozen into a {@link Tally} at the end. */
class Sum {
  orders = 0;
  private amount = 0;

  add(amount: number): void {
    this.orders++;
    this.amount += amount;
  }

  tally(): Tally {
    return { orders: this.orders, amount: cents(this.amount) };
  }
}

/** The middle value; of an even number the mean of the two in the middle. Null of none. */
const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = sorted.length % 2 === 0 ? [sorted[half - 1], sorted[half]] : [sorted[half], sorted[half]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

const HALF_UP = 0.5;

/** Key figures of the days (null: of all of them). */
export const figuresOf = (sales: readonly Sale[], days: Days | null): Figures => {
  const [paid, pending, cancelled, leftOut, payments, returns] = Array.from({ length: 6 }, () => new Sum()) as [
    Sum,
    Sum,
    Sum,
    Sum,
    Sum,
    Sum,
  ];
  let [orders, items, gross, discounts, shipping, total, shipped] = [0, 0, 0, 0, 0, 0, 0];
  const hours: number[] = [];
  for (const sale of sales) {
    const { status } = sale.entry;
    if (sale.paid !== null && covers(days, sale.paid)) payments.add(sale.total);
    if (sale.isReturn && sale.cancelled !== null && covers(days, sale.cancelled)) returns.add(sale.total);
    if (status === 'shipped' && sale.shipped !== null && covers(days, sale.shipped)) {
      shipped++;
      if (sale.hours !== null) hours.push(sale.hours);
    }
    if (!covers(days, sale.placed)) continue;
    if (sale.isLeftOut) {
      leftOut.add(sale.total);
      continue;
    }
    orders++;
    items += sale.items;
    gross += sale.gross;
    discounts += sale.discount;
    shipping += sale.shipping;
    total += sale.total;
    (status === 'pending' ? pending : status === 'cancelled' ? cancelled : paid).add(sale.total);
  }
  const completed = paid.tally();
  return {
    orders,
    items,
    gross: cents(gross),
    discounts: cents(discounts),
    shipping: cents(shipping),
    total: cents(total),
    average: completed.orders === 0 ? null : cents(Math.floor(completed.amount / completed.orders + HALF_UP)),
    paid: completed,
    pending: pending.tally(),
    cancelled: cancelled.tally(),
    leftOut: leftOut.tally(),
    payments: payments.tally(),
    returns: returns.tally(),
    shipped,
    medianHours: medianOf(hours),
    feedback: feedbackFigures(feedbackCases(sales, days)),
  };
};

/**
 * What the feedback of these days (null: of all) is counted from, under the events' own codes. A request counts when it
 * was sent in these days, a rating when it came in them: so one order may be two cases.
 */
export const feedbackCases = (sales: readonly Sale[], days: Days | null): FeedbackCase[] => {
  const isIn = (day: Day | null): boolean => day !== null && covers(days, day);
  const cases: FeedbackCase[] = [];
  for (const { entry, event, asked, answered, missed, shipped: shippedOn } of sales) {
    const { progress } = entry;
    const order = { eventCode: event };
    const { askedForFeedback, feedback, feedbackDropped, notArrived, shipped } = progress;
    if (askedForFeedback && isIn(asked))
      cases.push({ order, progress: { askedForFeedback, ...(feedback ? { feedback: { at: feedback.at } } : {}) } });
    if (feedback && isIn(answered)) cases.push({ order, progress: { feedback } });
    if (feedbackDropped && shipped && isIn(shippedOn)) cases.push({ order, progress: { feedbackDropped, shipped } });
    if (notArrived && isIn(missed)) cases.push({ order, progress: { notArrived } });
  }
  return cases;
};

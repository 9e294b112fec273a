import { type Cents, cents } from '../domain/money';
import { isHandedOver, STATUS_FACTS } from '../domain/statuses';
import { type Day, NO_DAY } from './days';
import { type FeedbackCase, type FeedbackFigures, feedbackFigures } from './feedback-figures';
import { covers, type Days } from './period';
import type { Sale } from './sale';
import { GrowingSums, type Sums } from './sums';
import { Sum, type Tally } from './tally';

/** The key figures of a period: what was sold, by the day of the order, and more. */
export interface Figures extends Sums {
  /** Of paid and shipped orders, as in the summary of the web app; null if there are none. */
  readonly average: Cents | null;
  /** The current status of the orders in the period: paid or shipped, pending, canceled after payment. */
  readonly paid: Tally;
  readonly pending: Tally;
  readonly cancelled: Tally;
  /** Canceled before payment, by the day of the order: not a sale, and not in any of the other figures. */
  readonly leftOut: Tally;
  /** By the day of the payment, and of the cancellation after it. */
  readonly payments: Tally;
  readonly returns: Tally;
  /** Orders by the day on which they were shipped or picked up. */
  readonly shipped: number;
  /** From paid to shipped, of orders for which both times are known; null if there are none. */
  readonly medianHours: number | null;
  /** Unknown, regardless of the period: orders, payments and shipped orders without a day. */
  readonly noDay: Tally;
  readonly noPaymentDay: Tally;
  readonly noShippingDay: number;
  /** The shipped orders in the period that aren't in the median. */
  readonly notInMedian: number;
  readonly feedback: FeedbackFigures;
}

/** The middle value; of an even number, the mean of the two in the middle. Null if there are none. */
const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = sorted.length % 2 === 0 ? [sorted[half - 1], sorted[half]] : [sorted[half], sorted[half]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

const HALF_UP = 0.5;

/** Key figures of the days (null: of all of them), with the feedback of these cases. */
export const figuresOf = (
  sales: readonly Sale[],
  days: Days | null,
  cases: readonly FeedbackCase[] = feedbackCases(sales, days),
): Figures => {
  const [paid, pending, cancelled, leftOut, payments, returns] = Array.from({ length: 6 }, () => new Sum()) as [
    Sum,
    Sum,
    Sum,
    Sum,
    Sum,
    Sum,
  ];
  const standing = { owed: pending, earned: paid, off: cancelled };
  const sold = new GrowingSums();
  let shipped = 0;
  const hours: number[] = [];
  const [noDay, noPaymentDay] = [new Sum(), new Sum()];
  let noShippingDay = 0;
  for (const sale of sales) {
    const { status } = sale;
    if (sale.placed === NO_DAY && !sale.isLeftOut) noDay.add(sale.total);
    if (sale.paid === NO_DAY) noPaymentDay.add(sale.total);
    if (isHandedOver(status) && sale.shipped === NO_DAY) noShippingDay++;
    if (sale.paid !== null && covers(days, sale.paid)) payments.add(sale.total);
    if (sale.isReturn && sale.cancelled !== null && covers(days, sale.cancelled)) returns.add(sale.total);
    if (isHandedOver(status) && sale.shipped !== null && covers(days, sale.shipped)) {
      shipped++;
      if (sale.hours !== null) hours.push(sale.hours);
    }
    if (!covers(days, sale.placed)) continue;
    if (sale.isLeftOut) {
      leftOut.add(sale.total);
      continue;
    }
    sold.add(sale);
    standing[STATUS_FACTS[status].money].add(sale.total);
  }
  const completed = paid.tally();
  return {
    ...sold.sums(),
    average: completed.orders === 0 ? null : cents(Math.floor(completed.amount / completed.orders + HALF_UP)),
    paid: completed,
    pending: pending.tally(),
    cancelled: cancelled.tally(),
    leftOut: leftOut.tally(),
    payments: payments.tally(),
    returns: returns.tally(),
    shipped,
    medianHours: medianOf(hours),
    noDay: noDay.tally(),
    noPaymentDay: noPaymentDay.tally(),
    noShippingDay,
    notInMedian: shipped - hours.length,
    feedback: feedbackFigures(cases),
  };
};

/**
 * What the feedback figures of these days (null: of all) are based on, under the events' own codes. A request counts if it
 * was sent on these days, a rating if it came in on them, so one order may be two cases.
 */
export const feedbackCases = (sales: readonly Sale[], days: Days | null): FeedbackCase[] => {
  const isIn = (day: Day | null): boolean => day !== null && covers(days, day);
  const cases: FeedbackCase[] = [];
  for (const { progress, event, asked, answered, missed, shipped: shippedOn } of sales) {
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

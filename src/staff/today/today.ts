import { type Cents, cents, parseAmount } from '../../domain/money';
import { ORDER_STATUSES, type OrderStatus } from '../../domain/statuses';
import { type FeedbackFigures, feedbackFiguresAt } from '../../reports/feedback-figures';
import { type CustomerMessage, customerMessages } from './customer-messages';
import { knownOrders, type LedgerFacts, seenOrders, type TodayFacts } from './facts';
import { itemsOf, MOST_IDS, type TodayItem } from './items';
import { type Upkeep, upkeepOf } from './upkeep';

/** The orders of a status. */
export interface StatusSum {
  readonly status: OrderStatus;
  readonly count: number;
  readonly cents: Cents;
  /** At most {@link MOST_IDS}, the ones at the top of the sheet first. */
  readonly ids: readonly string[];
}

/** The day at a glance. */
export interface Today extends Upkeep {
  /** ISO 8601, UTC: when it was read. */
  readonly asOf: string;
  readonly statuses: readonly StatusSum[];
  readonly items: readonly TodayItem[];
  readonly messages: readonly CustomerMessage[];
  readonly messageCount: number;
  /** Of the last {@link FEEDBACK_DAYS} days. */
  readonly feedback: Pick<FeedbackFigures, 'ratings' | 'average' | 'happy' | 'answers'> & { readonly days: number };
  /** The newest orders and when they were accepted, newest first; at most {@link MOST_IDS}. */
  readonly newest: readonly { readonly id: string; readonly at: string }[];
}

const FEEDBACK_DAYS = 30;

const recentFeedback = (now: Date, known: readonly LedgerFacts[]): Today['feedback'] => {
  const since = new Date(now.getTime() - FEEDBACK_DAYS * 86_400_000).toISOString();
  const cases = known.map(({ progress }) => ({ order: { eventCode: '' }, progress }));
  const { ratings, average, happy, answers } = feedbackFiguresAt(cases, (moment) => moment > since);
  return { days: FEEDBACK_DAYS, ratings, average, happy, answers };
};

/** Puts the overview together. Pure. */
export const todayOf = (facts: TodayFacts): Today => {
  const known = knownOrders(facts.ledger);
  const seen = seenOrders(facts.orders, known);
  const { messages, count } = customerMessages(seen);
  return {
    asOf: facts.now.toISOString(),
    statuses: ORDER_STATUSES.map((status): StatusSum => {
      const found = seen.filter((order) => order.status === status);
      const total = found.reduce((sum, { row }) => sum + (parseAmount(row.cells.Total) ?? 0), 0);
      return { status, count: found.length, cents: cents(total), ids: found.slice(0, MOST_IDS).map(({ id }) => id) };
    }),
    items: itemsOf(facts, known, seen),
    messages,
    messageCount: count,
    feedback: recentFeedback(facts.now, known),
    newest: known
      .filter(({ id, accepted }) => id !== '' && accepted !== '')
      .slice(0, MOST_IDS)
      .map(({ id, accepted }) => ({ id, at: accepted })),
    ...upkeepOf(facts.properties),
  };
};

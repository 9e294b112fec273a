import type { Progress } from '../workbook/ledger-row';

/** What the figures are based on; every Ledger entry is one, and so is what a report reads from it. */
export interface FeedbackCase {
  readonly order: { readonly eventCode: string };
  readonly progress: Pick<Progress, 'askedForFeedback' | 'feedback' | 'feedbackDropped' | 'notArrived' | 'shipped'>;
}

/** A count out of `n`, never shown without the n. `share` is from 0 to 1, null if n is 0. */
export interface Share {
  readonly count: number;
  readonly n: number;
  readonly share: number | null;
}

/** How customers like their prints. */
export interface FeedbackFigures {
  /** Ratings, whether requested by an email or not: the n of `average`. */
  readonly ratings: number;
  /** From 1 to 5; null if there are no ratings. */
  readonly average: number | null;
  /** How many ratings there are of 1, 2, 3, 4 and 5. */
  readonly byRating: readonly [number, number, number, number, number];
  /** Ratings of 4 and 5, of all ratings. */
  readonly happy: Share;
  /** Requests that were answered, of all requests. */
  readonly answers: Share;
  /** Requests that weren't sent because their day passed. */
  readonly dropped: number;
  /** Customers who reported that their prints haven't arrived. */
  readonly notArrived: number;
}

interface Tally {
  readonly byRating: [number, number, number, number, number];
  asked: number;
  answered: number;
  dropped: number;
  notArrived: number;
}

const newTally = (): Tally => ({ byRating: [0, 0, 0, 0, 0], asked: 0, answered: 0, dropped: 0, notArrived: 0 });

const share = (count: number, n: number): Share => ({ count, n, share: n === 0 ? null : count / n });

const figuresOf = ({ byRating, asked, answered, dropped, notArrived }: Tally): FeedbackFigures => {
  const ratings = byRating.reduce((sum, count) => sum + count, 0);
  const points = byRating.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return {
    ratings,
    average: ratings === 0 ? null : points / ratings,
    byRating,
    happy: share(byRating[3] + byRating[4], ratings),
    answers: share(answered, asked),
    dropped,
    notArrived,
  };
};

/**
 * Adds one order to the tallies of its moments: a rating and a missing parcel when they were reported, a request and its
 * answer when it was sent, a dropped request when the order was shipped.
 */
const count = ({ progress }: FeedbackCase, tallyOf: (moment: string) => Tally): void => {
  const { askedForFeedback, feedback, feedbackDropped, notArrived, shipped } = progress;
  const { rating } = feedback ?? {};
  if (feedback && rating !== undefined && Number.isInteger(rating) && rating >= 1 && rating <= 5)
    tallyOf(feedback.at).byRating[(rating - 1) as 0 | 1 | 2 | 3 | 4]++;
  if (askedForFeedback) {
    const tally = tallyOf(askedForFeedback);
    tally.asked++;
    // What came before the request doesn't answer it.
    if (feedback && feedback.at >= askedForFeedback) tally.answered++;
  }
  if (feedbackDropped && shipped) tallyOf(shipped).dropped++;
  if (notArrived) tallyOf(notArrived).notArrived++;
};

/** The figures of all these orders together. */
export const feedbackFigures = (cases: Iterable<FeedbackCase>): FeedbackFigures => {
  const tally = newTally();
  for (const each of cases) count(each, () => tally);
  return figuresOf(tally);
};

/** The figures of ratings, requests and missing parcels at certain moments (ISO 8601, UTC) only. */
export const feedbackFiguresAt = (
  cases: Iterable<FeedbackCase>,
  isIn: (moment: string) => boolean,
): FeedbackFigures => {
  const [tally, others] = [newTally(), newTally()];
  for (const each of cases) count(each, (moment) => (isIn(moment) ? tally : others));
  return figuresOf(tally);
};

const grouped = (
  cases: Iterable<FeedbackCase>,
  keyOf: (each: FeedbackCase, moment: string) => string,
): ReadonlyMap<string, FeedbackFigures> => {
  const tallies = new Map<string, Tally>();
  for (const each of cases) {
    count(each, (moment) => {
      const key = keyOf(each, moment);
      const known = tallies.get(key);
      const tally = known ?? newTally();
      if (!known) tallies.set(key, tally);
      return tally;
    });
  }
  return new Map([...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, tally]) => [key, figuresOf(tally)]));
};

const inCapitals = (code: string): string => code.trim().toUpperCase();

/**
 * The figures of each event that has any, by its code in capitals (blank: orders without an event).
 * @param codeOf the code of the event that an order's code belongs to, by the Events tab.
 */
export const feedbackByEvent = (
  cases: Iterable<FeedbackCase>,
  codeOf: (eventCode: string) => string = inCapitals,
): ReadonlyMap<string, FeedbackFigures> => grouped(cases, ({ order }) => codeOf(order.eventCode));

/**
 * The figures of each month that has any, `2026-10`, oldest first. A rating counts in the month it came in, a request and
 * whether it was answered in the month it was sent.
 * @param localDay the day of a moment (ISO 8601) in the spreadsheet's time zone, `2026-10-02` or longer.
 */
export const feedbackByMonth = (
  cases: Iterable<FeedbackCase>,
  localDay: (moment: string) => string,
): ReadonlyMap<string, FeedbackFigures> => grouped(cases, (_, moment) => localDay(moment).slice(0, 7));

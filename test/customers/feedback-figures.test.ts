import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type FeedbackCase,
  feedbackByEvent,
  feedbackByMonth,
  feedbackFigures,
} from '../../src/reports/feedback-figures';

const ASKED = '2026-10-10T14:00:00.000Z';
const CAME = '2026-10-12T18:00:00.000Z';

const rated = (rating: number, eventCode = 'ASDAR26', at = CAME): FeedbackCase => ({
  order: { eventCode },
  progress: { shipped: '2026-10-05T14:00:00.000Z', askedForFeedback: ASKED, feedback: { at, rating } },
});
const silent = (eventCode = 'ASDAR26'): FeedbackCase => ({
  order: { eventCode },
  progress: { shipped: '2026-10-05T14:00:00.000Z', askedForFeedback: ASKED },
});

test('average, happy share and answers come with the totals they are based on', () => {
  expect(feedbackFigures([rated(5), rated(4), rated(2), silent()])).toEqual({
    ratings: 3,
    average: 11 / 3,
    byRating: [0, 1, 0, 1, 1],
    happy: { count: 2, n: 3, share: 2 / 3 },
    answers: { count: 3, n: 4, share: 0.75 },
    dropped: 0,
    notArrived: 0,
  });
});

test('without feedback the average and share are missing, not zero', () => {
  const { average, happy, answers } = feedbackFigures([{ order: { eventCode: '' }, progress: {} }]);
  expect([average, happy.share, answers.share]).toEqual([null, null, null]);
});

test('a comment without a rating counts as an answer but not as a rating', () => {
  const commented: FeedbackCase = { ...rated(5), progress: { askedForFeedback: ASKED, feedback: { at: CAME } } };
  expect(feedbackFigures([commented])).toMatchObject({ ratings: 0, average: null, answers: { count: 1, n: 1 } });
});

test('a rating before the request counts as a rating but not as an answer', () => {
  expect(feedbackFigures([rated(5, 'A', '2026-10-09T00:00:00.000Z')])).toMatchObject({
    ratings: 1,
    answers: { count: 0, n: 1 },
  });
});

test('dropped requests and missing prints are counted', () => {
  const dropped: FeedbackCase = { order: { eventCode: '' }, progress: { shipped: CAME, feedbackDropped: true } };
  const missing: FeedbackCase = { order: { eventCode: '' }, progress: { shipped: CAME, notArrived: CAME } };
  expect(feedbackFigures([dropped, missing])).toMatchObject({ dropped: 1, notArrived: 1, ratings: 0 });
});

test('events are distinguished by code, ignoring case, and orders without one are separate', () => {
  const byEvent = feedbackByEvent([rated(5, 'asdar26'), rated(3, 'ASDAR26 '), rated(4, '')]);
  expect([...byEvent].map(([code, { ratings, average }]) => [code, ratings, average])).toEqual([
    ['', 1, 4],
    ['ASDAR26', 2, 4],
  ]);
});

test('months follow the local calendar, and a request counts in its own month', () => {
  const toLocal = (moment: string) => new Date(Date.parse(moment) - 4 * 3_600_000).toISOString();
  const late = {
    ...rated(5),
    progress: { askedForFeedback: ASKED, feedback: { at: '2026-11-01T03:00:00Z', rating: 5 } },
  };
  const later = {
    ...rated(1),
    progress: { askedForFeedback: ASKED, feedback: { at: '2026-11-01T05:00:00Z', rating: 1 } },
  };
  const byMonth = feedbackByMonth([later, late], toLocal);
  expect([...byMonth].map(([month, { ratings, answers }]) => [month, ratings, answers.count, answers.n])).toEqual([
    ['2026-10', 1, 2, 2],
    ['2026-11', 1, 0, 0],
  ]);
});

test('events and months always add up to the overall figures', () => {
  const moments = fc.constantFrom(ASKED, CAME, '2026-09-30T12:00:00.000Z', '2026-11-02T12:00:00.000Z');
  const anyCase: fc.Arbitrary<FeedbackCase> = fc.record({
    order: fc.record({ eventCode: fc.constantFrom('', 'A', 'b', 'B') }),
    progress: fc.record(
      {
        shipped: moments,
        askedForFeedback: moments,
        feedback: fc.record({ at: moments, rating: fc.integer({ min: 1, max: 5 }) }, { requiredKeys: ['at'] }),
        notArrived: moments,
      },
      { requiredKeys: [] },
    ),
  });
  fc.assert(
    fc.property(fc.array(anyCase), (cases) => {
      const all = feedbackFigures(cases);
      for (const groups of [feedbackByEvent(cases), feedbackByMonth(cases, (moment) => moment)]) {
        const sum = (part: (each: typeof all) => number) =>
          [...groups.values()].reduce((total, each) => total + part(each), 0);
        expect(sum(({ ratings }) => ratings)).toBe(all.ratings);
        expect(sum(({ happy }) => happy.count)).toBe(all.happy.count);
        expect(sum(({ answers }) => answers.count)).toBe(all.answers.count);
        expect(sum(({ answers }) => answers.n)).toBe(all.answers.n);
        expect(sum(({ notArrived }) => notArrived)).toBe(all.notArrived);
      }
    }),
  );
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dueRequests } from '../../src/feedback/due-requests';
import type { LedgerEntry, Progress } from '../../src/workbook/ledger-row';
import { PAULS_ORDER } from '../workbook/orders';

const TODAY = 20_000;
const moment = (daysAgo: number): string => new Date((TODAY - daysAgo) * 86_400_000).toISOString();

const shipped = (daysAgo: number, progress: Partial<Progress> = {}, email = 'paul@example.com'): LedgerEntry => ({
  order: { ...PAULS_ORDER, customer: { ...PAULS_ORDER.customer, email } },
  fingerprint: 'f',
  replaces: '',
  status: 'shipped',
  shipping: 'shipped',
  progress: { shipped: moment(daysAgo), ...progress },
  flag: '',
  warnings: [],
});

const decide = (entries: readonly LedgerEntry[], after = 5, unsubscribed: readonly string[] = []) =>
  dueRequests(entries, {
    today: TODAY,
    dayOf: (each) => Math.floor(Date.parse(each) / 86_400_000),
    after,
    isUnsubscribed: (email) => unsubscribed.includes(email),
  });

test('a customer is asked from the set day on, and no later than the seventh', () => {
  const asked = [0, 1, 4, 5, 6, 7, 8].filter((days) => decide([shipped(days)]).ask.length === 1);
  expect(asked).toEqual([5, 6, 7]);
});

test('an order that nobody asked about by the seventh day is dropped', () => {
  expect(decide([shipped(7)]).drop).toHaveLength(0);
  expect(decide([shipped(8)]).drop).toHaveLength(1);
});

test.each([
  ['was asked already', shipped(5, { askedForFeedback: moment(1) })],
  ['has answered already', shipped(5, { feedback: { at: moment(2), rating: 5 } })],
  ['has cancelled', { ...shipped(5), status: 'cancelled' as const, shipping: null }],
  ['never got anything shipped', { ...shipped(5), status: 'paid' as const, shipping: 'to ship' as const }],
])('a customer who %s is not asked', (_, entry) => {
  expect(decide([entry])).toEqual({ ask: [], drop: [] });
});

test('a customer of several orders is asked once, about the one shipped first', () => {
  const [first, second] = [shipped(6), shipped(5, {}, 'PAUL@example.com')];
  expect(decide([second, first]).ask).toEqual([first]);
});

test('a customer who was asked about another order rests for 30 days', () => {
  const before = (days: number) => shipped(days + 5, { askedForFeedback: moment(days) });
  expect(decide([shipped(5), before(29)]).ask).toHaveLength(0);
  expect(decide([shipped(5), before(30)]).ask).toHaveLength(1);
});

test('a customer who does not want to be asked is not', () => {
  expect(decide([shipped(5)], 5, ['paul@example.com']).ask).toHaveLength(0);
});

test('whatever the orders, nobody is asked twice in a run, too early or too late', () => {
  const anyEntry = fc
    .tuple(fc.nat(12), fc.constantFrom('a@x.com', 'b@x.com', 'A@X.com'), fc.option(fc.nat(60)))
    .map(([days, email, asked]) => shipped(days, asked === null ? {} : { askedForFeedback: moment(asked) }, email));
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 20 }), fc.integer({ min: 1, max: 7 }), (entries, after) => {
      const { ask } = decide(entries, after);
      const customers = ask.map(({ order }) => order.customer.email.toLowerCase());
      expect(new Set(customers).size).toBe(customers.length);
      for (const { progress } of ask) {
        const age = TODAY - Date.parse(progress.shipped ?? '') / 86_400_000;
        expect(age).toBeGreaterThanOrEqual(after);
        expect(age).toBeLessThanOrEqual(7);
      }
    }),
  );
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isMorning, nextMorning } from '../../src/core/morning-hours';
import { dueRequests } from '../../src/customers/due-requests';
import type { LedgerEntry, Progress } from '../../src/workbook/ledger-row';
import { PAULS_ORDER } from '../workbook/orders';

const DAY = 86_400_000;
const HOUR = DAY / 24;
/** Nine in the morning. */
const NOW = 20_000 * DAY + 9 * HOUR;

/** A number of days ago, in the middle of the afternoon by default. */
const moment = (daysAgo: number, hour = 15): string => new Date((20_000 - daysAgo) * DAY + hour * HOUR).toISOString();

const shippedAt = (shipped: string, progress: Partial<Progress> = {}, email = 'paul@example.com'): LedgerEntry => ({
  order: { ...PAULS_ORDER, customer: { ...PAULS_ORDER.customer, email } },
  fingerprint: 'f',
  replaces: '',
  status: 'shipped',
  shipping: 'shipped',
  progress: { shipped, ...progress },
  flag: '',
  warnings: [],
});

const shipped = (daysAgo: number, progress: Partial<Progress> = {}, email?: string): LedgerEntry =>
  shippedAt(moment(daysAgo), progress, email);

const decide = (entries: readonly LedgerEntry[], after = 5, unsubscribed: readonly string[] = []) =>
  dueRequests(entries, {
    now: NOW,
    nextMorning: NOW + DAY,
    dayOf: (each) => Math.floor(each / DAY),
    after,
    isUnsubscribed: (email) => unsubscribed.includes(email),
  });

test('a customer is asked starting on the set day, and no later than the seventh', () => {
  const asked = [0, 1, 4, 5, 6, 7, 8].filter((days) => decide([shipped(days)]).ask.length === 1);
  expect(asked).toEqual([5, 6, 7]);
});

test('an order that was shipped too early in the day for its seventh morning is asked about on the sixth', () => {
  const early = (days: number) => [shippedAt(moment(days, 8))];
  expect(decide(early(6), 7).ask).toHaveLength(1);
  expect(decide(early(5), 7).ask).toHaveLength(0);
  expect(decide([shipped(6)], 7).ask).toHaveLength(0);
  expect(decide([shipped(7)], 7).ask).toHaveLength(1);
});

test('an order without a request within seven days is dropped, once, unless that is long ago', () => {
  expect(decide([shipped(7)]).drop).toHaveLength(0);
  expect(decide([shipped(8)]).drop).toHaveLength(1);
  expect(decide([shipped(8, { feedbackDropped: true })]).drop).toHaveLength(0);
  for (const erased of [shipped(5, { erased: true }), shipped(8, { erased: true })])
    expect(decide([erased])).toEqual({ ask: [], drop: [] });
  expect(decide([shipped(30)]).drop).toHaveLength(0);
});

test('customers who were asked recently or unsubscribed aren’t counted as dropped', () => {
  expect(decide([shipped(8), shipped(20, { askedForFeedback: moment(15) })]).drop).toHaveLength(0);
  expect(decide([shipped(8)], 5, ['paul@example.com']).drop).toHaveLength(0);
});

test.each([
  ['was asked already', shipped(5, { askedForFeedback: moment(1) })],
  ['has answered already', shipped(5, { feedback: { at: moment(2), rating: 5 } })],
  ['still waits for the prints', shipped(5, { notArrived: moment(1) })],
  ['stood in the sheet before the program', shipped(5, { mails: ['receipt', 'paid', 'shipped', 'feedback'] })],
  ['has cancelled', { ...shipped(5), status: 'cancelled' as const, shipping: null }],
  ['never got anything shipped', { ...shipped(5), status: 'paid' as const, shipping: 'to ship' as const }],
])('a customer who %s is not asked', (_, entry) => {
  expect(decide([entry])).toEqual({ ask: [], drop: [] });
});

test('a customer of several orders is asked once, about the one shipped first', () => {
  const [first, second] = [shipped(6), shipped(5, {}, 'PAUL@example.com')];
  expect(decide([second, first]).ask).toEqual([first]);
});

test('a customer asked about another order isn’t asked again for 30 days', () => {
  const before = (days: number) => shipped(days + 5, { askedForFeedback: moment(days, 9) });
  expect(decide([shipped(5), before(29)]).ask).toHaveLength(0);
  expect(decide([shipped(5), before(30)]).ask).toHaveLength(1);
});

test('an unsubscribed customer isn’t asked', () => {
  expect(decide([shipped(5)], 5, ['paul@example.com']).ask).toHaveLength(0);
});

test('no customer is asked twice in a run, too early or too late, for any orders', () => {
  const anyEntry = fc
    .tuple(fc.nat(12), fc.nat(23), fc.constantFrom('a@x.com', 'b@x.com', 'A@X.com'), fc.option(fc.nat(60)))
    .map(([days, hour, email, asked]) =>
      shippedAt(moment(days, hour), asked === null ? {} : { askedForFeedback: moment(asked) }, email),
    );
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 20 }), fc.integer({ min: 1, max: 7 }), (entries, after) => {
      const { ask } = decide(entries, after);
      const customers = ask.map(({ order }) => order.customer.email.toLowerCase());
      expect(new Set(customers).size).toBe(customers.length);
      for (const { progress } of ask) {
        const age = NOW - Date.parse(progress.shipped ?? '');
        expect(age).toBeLessThan(7 * DAY);
        // Asked a day early only if the set day would be too late.
        const days = Math.floor(NOW / DAY) - Math.floor(Date.parse(progress.shipped ?? '') / DAY);
        if (days < after) expect([days, after, age >= 6 * DAY]).toEqual([6, 7, true]);
      }
    }),
  );
});

test('the morning is from nine to twelve by the spreadsheet’s clock', () => {
  const at = (time: string) => isMorning(`2026-10-07T${time}`);
  expect(['08:59:59', '09:00:00', '11:59:59', '12:00:00', '00:00:00'].map(at)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
  const now = Date.parse('2026-10-07T14:30:00Z');
  expect(new Date(nextMorning(now, '2026-10-07T10:30:00')).toISOString()).toBe('2026-10-08T13:10:00.000Z');
});

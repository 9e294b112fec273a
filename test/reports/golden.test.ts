import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Grain, Slice } from '../../src/reports/breakdown';
import { monthStart, parseDay, weekStart } from '../../src/reports/days';
import { type SalesReport, salesReport } from '../../src/reports/sales-report';
import { ledgerLine, ordersLine, type PlainOrder, someOrders } from './plain-orders';
import { localDay, localTime, reference } from './reference';

/** Where clocks are changed at 2, at midnight, by half an hour, twice more a year, south of the equator, and never. */
const ZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'America/Havana',
  'America/St_Johns',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Europe/London',
  'UTC',
];
const NOW = Date.parse('2026-12-31T20:00:00Z');

const dayNumber = (text: string): number => parseDay(text) ?? Number.NaN;

const report = (
  orders: readonly PlainOrder[],
  zone: string,
  [from, to]: readonly [string, string],
  grain: Grain = 'day',
): SalesReport =>
  salesReport(
    { orders: orders.map(ordersLine), ledger: orders.map(ledgerLine), events: [], settings: [] },
    { now: new Date(NOW), timeZone: zone, local: (moment) => localTime(moment, zone) },
    () => {
      const days = { from: dayNumber(from), to: dayNumber(to) };
      return { period: { label: 'These days', days, before: null }, event: null, grain };
    },
  );

const PERIOD = fc
  .tuple(
    fc.integer({ min: dayNumber('2024-12-28'), max: dayNumber('2026-12-30') }),
    fc.constantFrom(0, 1, 6, 27, 30, 89, 364, 730),
  )
  .map(([from, more]): [string, string] => [
    new Date(from * 86_400_000).toISOString().slice(0, 10),
    new Date((from + more) * 86_400_000).toISOString().slice(0, 10),
  ]);

const pair = ({ orders, amount }: { orders: number; amount: number }) => [orders, amount];
const bySum = (slices: readonly Slice[]) => Object.fromEntries(slices.map(({ label, ...sums }) => [label, sums]));

test('for any orders, zone and period the report is, to the cent, what the plain reference says', () => {
  fc.assert(
    fc.property(someOrders(40), fc.constantFrom(...ZONES), PERIOD, (orders, zone, period) => {
      const made = report(orders, zone, period);
      const plain = reference(orders, zone, ...period);
      const { figures } = made;
      expect({
        orders: figures.orders,
        items: figures.items,
        gross: figures.gross,
        discounts: figures.discounts,
        shipping: figures.shipping,
        total: figures.total,
        returns: figures.returns.amount,
      }).toEqual(plain.all);
      expect({
        paid: pair(figures.paid),
        pending: pair(figures.pending),
        cancelled: pair(figures.cancelled),
      }).toEqual(plain.standing);
      expect([pair(figures.leftOut), pair(figures.payments), pair(figures.returns)]).toEqual([
        plain.leftOut,
        plain.payments,
        plain.returns,
      ]);
      expect([figures.shipped, figures.medianHours, figures.average]).toEqual([
        plain.shipped,
        plain.median,
        plain.average,
      ]);
      const { feedback } = figures;
      expect([feedback.ratings, feedback.average, feedback.happy.share]).toEqual([
        plain.ratings,
        plain.rating,
        plain.happy,
      ]);
      expect([feedback.answers.n, feedback.answers.count]).toEqual([plain.asked, plain.answered]);
      expect(bySum(made.byEvent)).toEqual(plain.groups.event);
      expect(bySum(made.byFulfillment)).toEqual(plain.groups.fulfillment);
      expect(bySum(made.byState)).toEqual(plain.groups.state);
      const byItem = (slices: SalesReport['bySize']) =>
        Object.fromEntries(slices.map(({ label, items, gross }) => [label, { items, gross }]));
      expect(byItem(made.bySize)).toEqual(plain.groups.size);
      if (made.byPhoto.length < 25) expect(byItem(made.byPhoto)).toEqual(plain.groups.photo);
    }),
    { numRuns: 250 },
  );
});

const STARTS: Readonly<Record<Grain, (day: number) => number>> = {
  day: (day) => day,
  week: weekStart,
  month: monthStart,
};
const KEY_LENGTH: Readonly<Record<Grain, number>> = { day: 10, week: 10, month: 7 };

test('by day, by week and by month, every row is what the reference says, and days without sales are there, too', () => {
  fc.assert(
    fc.property(
      someOrders(30),
      fc.constantFrom(...ZONES),
      PERIOD,
      fc.constantFrom<Grain>('day', 'week', 'month'),
      (orders, zone, period, grain) => {
        const slices = report(orders, zone, period, grain).byTime;
        const plain = reference(orders, zone, ...period).groups[grain];
        const keys = new Set<string>();
        for (let day = dayNumber(period[0]); day <= dayNumber(period[1]); day++) {
          const start = new Date(STARTS[grain](day) * 86_400_000).toISOString();
          keys.add(start.slice(0, KEY_LENGTH[grain]));
        }
        const empty = { orders: 0, items: 0, gross: 0, discounts: 0, shipping: 0, total: 0, returns: 0 };
        expect(slices.map(({ label: _, ...sums }) => sums)).toEqual([...keys].map((key) => plain[key] ?? empty));
      },
    ),
    { numRuns: 120 },
  );
});

const sumOf = (slices: readonly object[], name: string): number =>
  slices.reduce((sum, slice) => sum + Number((slice as Record<string, unknown>)[name]), 0);

test('the sum of every breakdown is the key figure above it', () => {
  fc.assert(
    fc.property(someOrders(60), fc.constantFrom(...ZONES), PERIOD, (orders, zone, period) => {
      const made = report(orders, zone, period);
      const { figures } = made;
      for (const slices of [made.byTime, made.byEvent, made.byFulfillment, made.byState]) {
        for (const name of ['orders', 'items', 'gross', 'discounts', 'shipping', 'total'] as const)
          expect([name, sumOf(slices, name)]).toEqual([name, figures[name]]);
      }
      expect(sumOf(made.byTime, 'returns')).toBe(figures.returns.amount);
      for (const slices of [made.bySize, made.byPhoto])
        expect([sumOf(slices, 'items'), sumOf(slices, 'gross')]).toEqual([figures.items, figures.gross]);
      expect(figures.gross - figures.discounts + figures.shipping).toBe(figures.total);
      expect(figures.paid.amount + figures.pending.amount + figures.cancelled.amount).toBe(figures.total);
      expect(figures.paid.orders + figures.pending.orders + figures.cancelled.orders).toBe(figures.orders);
    }),
    { numRuns: 120 },
  );
});

test('pending orders are all there by their age, whatever the period', () => {
  fc.assert(
    fc.property(someOrders(40), fc.constantFrom(...ZONES), PERIOD, (orders, zone, period) => {
      const { aged } = report(orders, zone, period);
      const today = dayNumber(localDay(NOW, zone));
      const ages = orders
        .filter(({ status }) => status === 'pending')
        .map(({ placedAt }) => Math.max(0, today - dayNumber(localDay(placedAt, zone))));
      const upTo = [7, 14, 30, 60, Number.POSITIVE_INFINITY];
      const expected = upTo.map(
        (most, index) => ages.filter((age) => age <= most && age > (upTo[index - 1] ?? -1)).length,
      );
      expect(aged.groups.map((group) => group.orders)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('orders that wrote an event in another way belong to it', () => {
  const order = (id: string, event: string): PlainOrder => ({
    id,
    number: id,
    event,
    pickup: true,
    state: '',
    lines: [['1', '4x6', 1, 800]],
    discount: 0,
    fee: 0,
    status: 'pending',
    placedAt: NOW,
    paidAt: null,
    shippedAt: null,
    cancelledAt: null,
    askedAt: null,
    ratedAt: null,
    rating: null,
  });
  const orders = [order('a', 'ASDAR26'), order('b', 'asdra26'), order('c', 'NYC25')];
  const events = [{ 'Event Code': 'Asdar26', 'Event Name': 'Dance', 'Also Written': 'ASDRA26' }];
  const made = salesReport(
    { orders: orders.map(ordersLine), ledger: orders.map(ledgerLine), events, settings: [] },
    { now: new Date(NOW), timeZone: 'UTC', local: (moment) => localTime(moment, 'UTC') },
    () => ({ period: { label: 'All', days: null, before: null }, event: 'ASDRA26', grain: null }),
  );
  expect(made.byEvent.map(({ label, orders: many }) => [label, many])).toEqual([['ASDAR26 Dance', 2]]);
  expect(made.figures.orders).toBe(2);
});

test('feedback by event and by month adds up to the key figures, and no percentage appears without its number', () => {
  fc.assert(
    fc.property(someOrders(60), fc.constantFrom(...ZONES), PERIOD, (orders, zone, period) => {
      const made = report(orders, zone, period);
      const { ratings, happy, answers } = made.figures.feedback;
      for (const slices of [made.feedbackByEvent, made.feedbackByMonth]) {
        const sum = (pick: (slice: (typeof slices)[number]) => number) =>
          slices.reduce((all, slice) => all + pick(slice), 0);
        const counted = [
          sum((slice) => slice.ratings),
          sum((slice) => slice.happy.count),
          sum((slice) => slice.answers.n),
          sum((slice) => slice.answers.count),
        ];
        expect(counted).toEqual([ratings, happy.count, answers.n, answers.count]);
        expect(new Set(slices.map(({ label }) => label)).size).toBe(slices.length);
        for (const { ratings: n, average, happy: liked } of slices) {
          expect([average === null, liked.share === null]).toEqual([n === 0, n === 0]);
        }
      }
    }),
    { numRuns: 100 },
  );
});

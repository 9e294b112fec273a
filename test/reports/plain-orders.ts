import fc from 'fast-check';
import type { Row } from '../../src/workbook/layout';

/** An order in the plainest words: what the reference adds up, and what the rows of the sheet are written from. */
export interface PlainOrder {
  readonly id: string;
  readonly number: string;
  readonly event: string;
  readonly pickup: boolean;
  readonly state: string;
  /** Photo, size, quantity, price of one in cents. */
  readonly lines: readonly (readonly [string, string, number, number])[];
  readonly discount: number;
  readonly fee: number;
  readonly status: 'pending' | 'paid' | 'shipped' | 'cancelled';
  /** Epoch milliseconds. */
  readonly placedAt: number;
  readonly paidAt: number | null;
  readonly shippedAt: number | null;
  readonly cancelledAt: number | null;
  readonly askedAt: number | null;
  readonly ratedAt: number | null;
  readonly rating: number | null;
}

/** What the prints cost together, before the discount. */
export const listed = (order: PlainOrder): number =>
  order.lines.reduce((sum, [, , many, each]) => sum + many * each, 0);
export const totalOf = (order: PlainOrder): number => listed(order) - order.discount + order.fee;

const HOUR = 3_600_000;
const iso = (moment: number): string => new Date(moment).toISOString();
const dollars = (cents: number): number => cents / 100;

/** The row of the Ledger, as docs and code of the program describe it, written by hand. */
export const ledgerLine = (order: PlainOrder): Row => {
  const times = Object.entries({
    paid: order.paidAt,
    shipped: order.shippedAt,
    cancelled: order.cancelledAt,
    askedForFeedback: order.askedAt,
  }).flatMap(([name, moment]) => (moment === null ? [] : [[name, iso(moment)]]));
  const feedback =
    order.ratedAt === null
      ? {}
      : { feedback: { at: iso(order.ratedAt), ...(order.rating === null ? {} : { rating: order.rating }) } };
  return {
    'Order ID': order.id,
    'Order Number': order.number,
    Status: order.status,
    'Accepted At': iso(order.placedAt),
    Progress: JSON.stringify({ ...Object.fromEntries(times), ...feedback }),
    Order: JSON.stringify({
      c: ['Ann Lee', 'ann@example.com', ''],
      f: order.pickup ? 'pickup' : 'ship',
      a: ['1 Main St', '', 'Town', order.state, '32801'],
      e: order.event,
      l: order.lines,
      m: [order.discount, listed(order) - order.discount, order.fee, totalOf(order)],
    }),
  };
};

/** The row of the Orders tab, as far as reports look at it. */
export const ordersLine = (order: PlainOrder): Row => ({
  'Order ID': order.id,
  'Order Number': order.number,
  'Customer Name': 'Ann Lee',
  Items: order.lines.map(([photo, size, many]) => `${photo} ${size} x${many}`).join(', '),
  Subtotal: dollars(listed(order) - order.discount),
  'Shipping Fee': dollars(order.fee),
  Total: dollars(totalOf(order)),
  Status: order.status,
});

const LINE = fc.tuple(
  fc.constantFrom('0012', '1235', '1235', '77', 'A-9', '=1+1', '3000'),
  fc.constantFrom('4x6', '5x7', '8x10'),
  fc.integer({ min: 1, max: 40 }),
  fc.constantFrom(800, 1500, 2000, 1999, 333),
);

/** Moments around what is hard: the ends of years and months, and the nights in which clocks are changed. */
const HARD = [
  '2026-01-01T05:00:00Z',
  '2026-03-08T07:00:00Z',
  '2026-11-01T06:00:00Z',
  '2026-04-04T15:00:00Z',
  '2026-02-15T02:00:00Z',
  '2025-12-31T23:59:59Z',
  '2026-03-29T01:00:00Z',
  '2026-03-08T05:00:00Z',
].map((text) => Date.parse(text));

const MOMENT = fc.oneof(
  fc.tuple(fc.constantFrom(...HARD), fc.integer({ min: -20 * HOUR, max: 20 * HOUR })).map(([at, by]) => at + by),
  fc.integer({ min: Date.parse('2024-12-30T00:00:00Z'), max: Date.parse('2026-12-31T00:00:00Z') }),
);

/** A step some time after another, or never. */
const LATER = fc.option(fc.integer({ min: 0, max: 40 * 24 * HOUR }), { nil: null, freq: 3 });

const after = (start: number | null, by: number | null): number | null =>
  start === null || by === null ? null : start + by;

/** An order in one of the courses that the program allows, with feedback or without. */
const ORDER = fc
  .record({
    event: fc.constantFrom('', 'ASDAR26', 'asdar26', 'NYC25', '=HYPERLINK("http://x.example")'),
    pickup: fc.boolean(),
    state: fc.constantFrom('FL', 'ny', 'CA', ''),
    lines: fc.array(LINE, { minLength: 1, maxLength: 4 }),
    discountShare: fc.integer({ min: 0, max: 60 }),
    fee: fc.constantFrom(0, 0, 599, 1250),
    placedAt: MOMENT,
    paid: LATER,
    shipped: LATER,
    cancelled: fc.option(fc.integer({ min: 0, max: 60 * 24 * HOUR }), { nil: null, freq: 2 }),
    asked: LATER,
    rated: LATER,
    rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
  })
  .map((it): Omit<PlainOrder, 'id' | 'number'> => {
    const paidAt = after(it.placedAt, it.paid);
    const cancelledAt = after(paidAt ?? it.placedAt, it.cancelled);
    const shippedAt = cancelledAt === null ? after(paidAt, it.shipped) : null;
    const askedAt = after(shippedAt, it.asked);
    const ratedAt = after(askedAt ?? shippedAt, it.rated);
    const full = it.lines.reduce((sum, [, , many, each]) => sum + many * each, 0);
    return {
      event: it.event,
      pickup: it.pickup,
      state: it.state,
      lines: it.lines,
      discount: Math.floor((full * it.discountShare) / 100),
      fee: it.pickup ? 0 : it.fee,
      status:
        cancelledAt !== null ? 'cancelled' : shippedAt !== null ? 'shipped' : paidAt !== null ? 'paid' : 'pending',
      placedAt: it.placedAt,
      paidAt,
      shippedAt,
      cancelledAt,
      askedAt,
      ratedAt,
      rating: ratedAt === null ? null : it.rating,
    };
  });

/** Up to `most` orders, each with its own id. */
export const someOrders = (most: number): fc.Arbitrary<PlainOrder[]> =>
  fc.array(ORDER, { maxLength: most }).map((orders) =>
    orders.map((order, index) => ({
      ...order,
      id: `id-${index}`,
      number: `CPS-${String(index + 1).padStart(4, '0')}`,
    })),
  );

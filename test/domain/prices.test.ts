import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cents } from '../../src/domain/money';
import { type Offer, type PriceList, priceOfSize, priceOrder, shippingFee } from '../../src/domain/prices';

const list: PriceList = [
  { size: '4x6', price: cents(800), offers: [{ quantity: 3, price: cents(2000) }] },
  { size: '5x7', price: cents(1500), offers: [] },
  { size: '8x10', price: cents(2000), offers: [] },
];
const free = { flat: cents(0), freeFrom: null };
const line = (photoNumber: string, size: string, quantity: number) => ({ photoNumber, size, quantity });

/** The plain reference: tries every way to use each offer, with the rest at the single price. */
const cheapestByTrying = (single: number, offers: readonly Offer[], count: number): number => {
  const [offer, ...others] = offers;
  if (!offer) return single * count;
  let cheapest = Number.POSITIVE_INFINITY;
  for (let times = 0; times * offer.quantity <= count; times++) {
    const rest = cheapestByTrying(single, others, count - times * offer.quantity);
    cheapest = Math.min(cheapest, times * offer.price + rest);
  }
  return cheapest;
};

const money = fc.integer({ min: 1, max: 9999 }).map(cents);
const offers = fc.array(fc.record({ quantity: fc.integer({ min: 2, max: 12 }), price: money }), { maxLength: 3 });
const sizePrice = fc.record({ price: money, offers });
const lists = fc
  .array(sizePrice, { minLength: 1, maxLength: 4 })
  .map((sizes) => sizes.map((entry, index) => ({ ...entry, size: `size-${index}` })));
const orders = lists.chain((sizes) =>
  fc.record({
    sizes: fc.constant(sizes),
    lines: fc.array(
      fc.record({
        photoNumber: fc.constantFrom('1', '2', '3'),
        size: fc.constantFrom(...sizes.map(({ size }) => size)),
        quantity: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    rule: fc.record({ flat: money, freeFrom: fc.option(money) }),
    fulfillment: fc.constantFrom('ship' as const, 'pickup' as const),
  }),
);

test.each([
  [1, 800],
  [2, 1600],
  [3, 2000],
  [4, 2800],
  [5, 3600],
  [6, 4000],
  [7, 4800],
  [9, 6000],
  [999, 666000],
])('%d prints of 4x6 cost %d cents with three for $20', (count, expected) => {
  expect(priceOfSize({ size: '4x6', price: cents(800), offers: [{ quantity: 3, price: cents(2000) }] }, count)).toBe(
    expected,
  );
});

test('three 4x6 of three photos cost as much as three of one photo', () => {
  const apart = priceOrder([line('1', '4x6', 1), line('2', '4x6', 1), line('3', '4x6', 1)], list, free, 'ship');
  expect(apart.subtotal).toBe(2000);
  expect(apart.discount).toBe(400);
});

test('the order of the first page costs $40', () => {
  const price = priceOrder([line('1234', '4x6', 3), line('1235', '8x10', 1)], list, free, 'ship');
  expect(price).toEqual({
    lines: [
      { photoNumber: '1234', size: '4x6', quantity: 3, unitPrice: 800 },
      { photoNumber: '1235', size: '8x10', quantity: 1, unitPrice: 2000 },
    ],
    discount: 400,
    subtotal: 4000,
    shippingFee: 0,
    total: 4000,
  });
});

test('an offer that costs more than single prints is never used', () => {
  expect(priceOfSize({ size: '4x6', price: cents(500), offers: [{ quantity: 3, price: cents(2000) }] }, 9)).toBe(4500);
});

test('with several offers, the cheapest mix counts, not the greediest', () => {
  const size = {
    size: '4x6',
    price: cents(1000),
    offers: [
      { quantity: 3, price: cents(2400) },
      { quantity: 4, price: cents(2800) },
    ],
  };
  // Two offers of three beat one of four and two single prints (4800).
  expect(priceOfSize(size, 6)).toBe(4800);
  expect(priceOfSize(size, 7)).toBe(5200);
  expect(priceOfSize(size, 10)).toBe(7600);
});

test('the largest order is priced exactly', () => {
  const lines = Array.from({ length: 200 }, (_, index) => line(String(index), '4x6', 999));
  expect(priceOrder(lines, list, free, 'pickup').subtotal).toBe(66_600 * 2000);
});

test('a size costs as little as the best way to use its offers', () => {
  fc.assert(
    fc.property(sizePrice, fc.integer({ min: 0, max: 40 }), (size, count) => {
      expect(priceOfSize({ ...size, size: 's' }, count)).toBe(cheapestByTrying(size.price, size.offers, count));
    }),
  );
});

test('the price of any order equals a plain reference', () => {
  fc.assert(
    fc.property(orders, ({ sizes, lines, rule, fulfillment }) => {
      let subtotal = 0;
      let full = 0;
      for (const size of sizes) {
        let count = 0;
        for (const asked of lines) if (asked.size === size.size) count += asked.quantity;
        subtotal += cheapestByTrying(size.price, size.offers, count);
        full += count * size.price;
      }
      const isFree = fulfillment === 'pickup' || (rule.freeFrom !== null && subtotal >= rule.freeFrom);
      const fee = isFree ? 0 : rule.flat;
      const price = priceOrder(lines, sizes, rule, fulfillment);
      expect(price.subtotal).toBe(subtotal);
      expect(price.discount).toBe(full - subtotal);
      expect(price.shippingFee).toBe(fee);
      expect(price.total).toBe(subtotal + fee);
      expect(price.lines.map(({ unitPrice }) => unitPrice)).toEqual(
        lines.map((asked) => sizes.find(({ size }) => size === asked.size)?.price),
      );
    }),
  );
});

test('neither the order of the lines nor splitting them changes the price', () => {
  fc.assert(
    fc.property(orders, ({ sizes, lines, rule, fulfillment }) => {
      const singles = lines.flatMap((asked) =>
        Array.from({ length: asked.quantity }, () => ({ ...asked, quantity: 1 })),
      );
      const { total, subtotal, discount } = priceOrder(lines, sizes, rule, fulfillment);
      for (const other of [[...lines].reverse(), singles]) {
        expect(priceOrder(other, sizes, rule, fulfillment)).toMatchObject({ total, subtotal, discount });
      }
    }),
  );
});

test('a size that isn’t on the list is a bug in the caller', () => {
  expect(() => priceOrder([line('1', '11x14', 1)], list, free, 'ship')).toThrow('size 11x14 is not on the price list');
});

test.each([
  ['ship', 500, null, 4000, 500],
  ['ship', 500, 5000, 4999, 500],
  ['ship', 500, 5000, 5000, 0],
  ['ship', 500, 0, 100, 0],
  ['ship', 0, null, 100, 0],
  ['pickup', 500, null, 4000, 0],
  ['pickup', 500, 5000, 100, 0],
] as const)(
  '%s with a fee of %d, free from %p, and a subtotal of %d pays %d for shipping',
  (fulfillment, flat, freeFrom, subtotal, expected) => {
    const rule = { flat: cents(flat), freeFrom: freeFrom === null ? null : cents(freeFrom) };
    expect(shippingFee(rule, fulfillment, cents(subtotal))).toBe(expected);
  },
);

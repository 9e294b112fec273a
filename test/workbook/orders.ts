import fc from 'fast-check';
import { cents } from '../../src/domain/money';
import type { Order } from '../../src/domain/order';
import { FULFILLMENTS } from '../../src/domain/statuses';

/** An order to ship, as it was accepted. */
export const PAULS_ORDER: Order = {
  id: 'web-1001',
  number: 'ASDAR26-0001',
  customer: { name: 'Paul Smith', email: 'paul@example.com', phone: '407-555-0134' },
  fulfillment: 'ship',
  address: { street: '123 Main St', unit: 'Apt 4', city: 'Orlando', state: 'FL', zipCode: '01234' },
  eventCode: 'ASDAR26',
  lines: [
    { photoNumber: '1234', size: '4x6', quantity: 3 },
    { photoNumber: '1235', size: '8x10', quantity: 1 },
  ],
  price: {
    lines: [
      { photoNumber: '1234', size: '4x6', quantity: 3, unitPrice: cents(800) },
      { photoNumber: '1235', size: '8x10', quantity: 1, unitPrice: cents(2000) },
    ],
    discount: cents(400),
    subtotal: cents(4000),
    shippingFee: cents(550),
    total: cents(4550),
  },
  createdAt: '2026-11-23T15:04:05.678Z',
};

/** Any text that a checked field may hold: trimmed. */
export const trimmed = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.trim());
const someCents = fc.integer({ min: 0, max: 100_000_000 }).map(cents);
const pricedLines = fc.array(
  fc.record({
    photoNumber: fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/),
    size: fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/),
    quantity: fc.integer({ min: 1, max: 999 }),
    unitPrice: someCents,
  }),
  { minLength: 1, maxLength: 200 },
);

/** Any order that could be in the Ledger. */
export const anyOrder: fc.Arbitrary<Order> = fc
  .record({
    id: trimmed,
    number: fc.stringMatching(/^[A-Z0-9_-]{1,20}-\d{4}$/),
    customer: fc.record({ name: trimmed, email: trimmed, phone: trimmed }),
    fulfillment: fc.constantFrom(...FULFILLMENTS),
    address: fc.record({ street: trimmed, unit: trimmed, city: trimmed, state: trimmed, zipCode: trimmed }),
    eventCode: trimmed,
    price: fc.record({
      lines: pricedLines,
      discount: someCents,
      subtotal: someCents,
      shippingFee: someCents,
      total: someCents,
    }),
    createdAt: fc
      .date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') })
      .map((date) => date.toISOString()),
  })
  .map((order) => ({
    ...order,
    lines: order.price.lines.map(({ photoNumber, size, quantity }) => ({ photoNumber, size, quantity })),
  }));

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FULFILLMENTS, ORDER_STATUSES, SHIPPING_COURSE, STATUS_FACTS } from '../../src/domain/statuses';
import { decide } from '../../src/statuses/decide';
import { type Hint, SWEEP } from '../../src/statuses/hint';
import { transition } from '../../src/statuses/transition';
import type { LedgerEntry } from '../../src/workbook/ledger-row';
import { ordersRow } from '../../src/workbook/orders-row';
import { entryOf } from './entries';

const NOW = '2026-10-02T15:00:00.000Z';
const typed: Hint = {
  source: 'sheet',
  by: 'staff',
  touched: new Set(['Status', 'Shipping Status']),
  singleRow: true,
  seen: [],
};

const entry = fc
  .tuple(fc.constantFrom(...ORDER_STATUSES), fc.constantFrom(...FULFILLMENTS))
  .map(([status, fulfillment]) => entryOf(status, fulfillment));
const word = fc.constantFrom(...ORDER_STATUSES, 'void', ' Paid', 'oops', '');
const shipping = fc.constantFrom('to ship', 'shipped', 'to pick up', 'picked up', 'Shipped ', 'sent', '');
const hint = fc.constantFrom(typed, SWEEP);

const rowOf = (it: LedgerEntry, status: string, shippingStatus: string) => ({
  ...ordersRow(it.order, it, 46000),
  Status: status,
  'Shipping Status': shippingStatus,
});

test('a decision, carried out, leaves nothing more to decide, and emails nobody a second time', () => {
  fc.assert(
    fc.property(entry, word, shipping, hint, (before, status, shippingStatus, why) => {
      const row = rowOf(before, status, shippingStatus);
      const first = decide({ row, entry: before, hint: why, now: NOW, emails: [] });
      const after = { row: { ...row, ...first.cells }, entry: first.entry ?? before, hint: why, now: NOW, emails: [] };
      const second = decide(after);
      expect({ ...second, outcome: '', message: '' }).toEqual({
        outcome: '',
        message: '',
        cells: {},
        notes: {},
        entry: null,
        emails: [],
        withdrawn: [],
        events: [],
      });
    }),
  );
});

test('an order only ever goes where the tables allow, Q follows L, and each step has its log line', () => {
  fc.assert(
    fc.property(entry, word, shipping, hint, (before, status, shippingStatus, why) => {
      const row = rowOf(before, status, shippingStatus);
      const { entry: after = null, events, emails } = decide({ row, entry: before, hint: why, now: NOW, emails: [] });
      const steps = events.filter(({ event }) => event === 'status');
      let at = before.status;
      for (const { from, to } of steps) {
        expect(from).toBe(at);
        expect(STATUS_FACTS[at].next).toContain(to);
        at = to as typeof at;
      }
      const end = after ?? before;
      expect(end.status).toBe(at);
      expect(emails.length).toBeLessThanOrEqual(steps.length);
      if (steps.length === 0) return;
      const course = SHIPPING_COURSE[end.order.fulfillment];
      expect(end.shipping).toBe(at === 'cancelled' ? null : at === 'shipped' ? course.end : course.start);
    }),
  );
});

test('the sweep never puts anything back', () => {
  fc.assert(
    fc.property(entry, word, shipping, (before, status, shippingStatus) => {
      const row = rowOf(before, status, shippingStatus);
      expect(decide({ row, entry: before, hint: SWEEP, now: NOW, emails: [] }).outcome).not.toBe('reverted');
    }),
  );
});

test('a row with another customer, items or total never moves an order and never emails', () => {
  const others = fc.constantFrom<Record<string, string | number>>(
    { 'Customer Name': 'Somebody Else' },
    { Email: 'else@example.com' },
    { Items: '9 4x6 x1' },
    { Total: 99 },
  );
  fc.assert(
    fc.property(entry, word, shipping, hint, others, (before, status, shippingStatus, why, other) => {
      const row = { ...rowOf(before, status, shippingStatus), ...other };
      const { emails, entry: after } = decide({ row, entry: before, hint: why, now: NOW, emails: [] });
      expect(emails).toEqual([]);
      expect((after ?? before).status).toBe(before.status);
    }),
  );
});

describe('what the event saw counts as a step on the way, and as nothing else', () => {
  const from = { status: 'pending', shipping: 'to ship' } as const;
  const asked = { status: 'shipped', shipping: 'to ship' };
  const words = (seen: readonly string[]) => transition(from, asked, 'ship', seen).steps.map(({ status }) => status);

  test.each([
    [['paid'], ['paid', 'shipped']],
    [
      ['pending', 'paid'],
      ['paid', 'shipped'],
    ],
    [
      ['paid', 'shipped'],
      ['paid', 'shipped'],
    ],
    [['cancelled'], []],
    [['shipped'], []],
    [[], []],
    [
      ['oops', 'PAID '],
      ['paid', 'shipped'],
    ],
  ])('seen %j from pending to shipped: %j', (seen, steps) => {
    expect(words(seen)).toEqual(steps);
  });

  test('no seen value moves an order whose cells match the Ledger', () => {
    fc.assert(
      fc.property(entry, fc.array(word, { maxLength: 4 }), (it, seen) => {
        const stands = { status: it.status, shipping: it.shipping ?? '' };
        expect(transition(it, stands, it.order.fulfillment, seen)).toEqual({ steps: [], refused: [] });
      }),
    );
  });
});

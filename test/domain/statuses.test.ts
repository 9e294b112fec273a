import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  FULFILLMENTS,
  ORDER_STATUSES,
  parseOrderStatus,
  parseShippingStatus,
  SHIPPING_COURSE,
  SHIPPING_FACTS,
  SHIPPING_STATUSES,
  STATUS_FACTS,
  stageOf,
} from '../../src/domain/statuses';

const nextIn = <Word extends string>(facts: Readonly<Record<Word, { readonly next: readonly Word[] }>>) =>
  Object.fromEntries(
    Object.entries<{ next: readonly Word[] }>(facts).map(([word, { next }]) => [word, next]),
  ) as Record<Word, readonly Word[]>;
const ORDER_TRANSITIONS = nextIn(STATUS_FACTS);
const SHIPPING_TRANSITIONS = nextIn(SHIPPING_FACTS);

/** Every state that can be reached from some states, including those. */
const reachable = (table: Readonly<Record<string, readonly string[]>>, from: readonly string[]): Set<string> => {
  const seen = new Set<string>();
  const open = [...from];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (seen.has(state)) continue;
    seen.add(state);
    open.push(...(table[state] ?? []));
  }
  return seen;
};

test('the statuses of an order and the steps between them are those of the business', () => {
  expect(ORDER_TRANSITIONS).toEqual({
    pending: ['paid', 'cancelled'],
    paid: ['shipped', 'cancelled'],
    shipped: [],
    cancelled: [],
  });
  expect(SHIPPING_TRANSITIONS).toEqual({
    'to ship': ['shipped'],
    shipped: [],
    'to pick up': ['picked up'],
    'picked up': [],
  });
});

test.each([
  ['status', ORDER_STATUSES, ORDER_TRANSITIONS, ['pending']],
  ['shipping status', SHIPPING_STATUSES, SHIPPING_TRANSITIONS, FULFILLMENTS.map((kind) => SHIPPING_COURSE[kind].start)],
] as const)(
  'the table of each %s names every state, no unknown one, and none that cannot be reached',
  (_, states, table, starts) => {
    expect(Object.keys(table).sort()).toEqual([...states].sort());
    for (const next of Object.values(table).flat()) expect(states).toContain(next);
    expect([...reachable(table, starts)].sort()).toEqual([...states].sort());
  },
);

test.each([...ORDER_STATUSES])('no step leads from %s to itself, and no path leads back to it', (status) => {
  expect(reachable(ORDER_TRANSITIONS, ORDER_TRANSITIONS[status]).has(status)).toBe(false);
});

test.each([...FULFILLMENTS])('the course of an order to %s leads from its start to its end', (kind) => {
  const { start, end } = SHIPPING_COURSE[kind];
  expect(SHIPPING_TRANSITIONS[start]).toEqual([end]);
  expect(SHIPPING_TRANSITIONS[end]).toEqual([]);
});

test.each([
  ['pending', 'pending'],
  ['Paid ', 'paid'],
  ['  SHIPPED', 'shipped'],
  ['cancelled', 'cancelled'],
  ['Canceled', 'cancelled'],
  ['void', 'cancelled'],
  [' Void ', 'cancelled'],
  ['\u00a0paid\t', 'paid'],
])('the status typed as %j is %s', (typed, status) => {
  expect(parseOrderStatus(typed)).toBe(status);
});

test.each(['', ' ', 'payed', 'paid!', 'paid shipped', 'shipping', 'to ship', 'constructor', '__proto__', 'toString'])(
  '%j isn’t an order status',
  (typed) => {
    expect(parseOrderStatus(typed)).toBeNull();
  },
);

test.each([
  ['to ship', 'to ship'],
  ['ship', 'to ship'],
  ['To  Ship', 'to ship'],
  ['SHIPPED', 'shipped'],
  ['to pick up', 'to pick up'],
  ['pickup', 'to pick up'],
  ['Picked Up', 'picked up'],
])('the shipping status given as %j is %s', (typed, status) => {
  expect(parseShippingStatus(typed)).toBe(status);
});

test.each(['', ' ', 'paid', 'picked', 'toship', 'cancelled', 'constructor'])('%j isn’t a shipping status', (typed) => {
  expect(parseShippingStatus(typed)).toBeNull();
});

test('case and surrounding spaces never matter for a status', () => {
  const blanks = fc.stringMatching(/^[ \t\u00a0]{0,3}$/);
  const cases = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
  const typed = (word: string, upper: readonly boolean[]) =>
    [...word].map((letter, index) => (upper[index] ? letter.toUpperCase() : letter)).join('');
  fc.assert(
    fc.property(
      fc.constantFrom(...ORDER_STATUSES),
      fc.constantFrom(...SHIPPING_STATUSES),
      cases,
      blanks,
      blanks,
      (status, shipping, upper, before, after) => {
        expect(parseOrderStatus(before + typed(status, upper) + after)).toBe(status);
        expect(parseShippingStatus(before + typed(shipping, upper) + after)).toBe(shipping);
      },
    ),
  );
});

test('dialogs have a color for the stage of every status', () => {
  const kit = readFileSync('src/ui-kit/base.css', 'utf8');
  const today = readFileSync('src/staff/today/page/today.css', 'utf8');
  for (const word of [...ORDER_STATUSES, ...SHIPPING_STATUSES]) expect(kit).toContain(`\n.pill.${stageOf(word)} {`);
  for (const word of ORDER_STATUSES) expect(today).toContain(`\n.card.${stageOf(word)} {`);
  expect(stageOf('anything else')).toBeNull();
});

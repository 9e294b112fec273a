import { expect, test } from '@jest/globals';
import { asksWhy, MARKS, type Mark, makesPrintsDue, marksAfter, reasonOf } from '../../src/domain/marks';

test('every status except the first can be marked, in the words of its fulfillment', () => {
  expect(MARKS).toEqual({
    paid: { status: 'paid', through: [] },
    shipped: { status: 'shipped', through: [], only: 'ship' },
    'picked up': { status: 'shipped', through: [], only: 'pickup' },
    cancelled: { status: 'cancelled', through: [] },
    'paid and shipped': { status: 'shipped', through: ['paid'] },
  });
});

test.each([
  ['pending', 'ship', ['paid', 'paid and shipped', 'cancelled']],
  ['paid', 'ship', ['shipped', 'cancelled']],
  ['paid', 'pickup', ['picked up', 'cancelled']],
  ['shipped', 'ship', []],
  ['cancelled', 'pickup', []],
] as const)('an order that is %s, to %s, can be marked %j', (status, fulfillment, marks) => {
  expect(marksAfter(status, fulfillment)).toEqual(marks);
});

const marked = Object.keys(MARKS) as Mark[];

test('only a cancellation asks for a reason', () => {
  expect(marked.filter(asksWhy)).toEqual(['cancelled']);
  expect(reasonOf('cancelled', ' ')).toBe('none given');
  expect(reasonOf('cancelled', ' twice ')).toBe('twice');
  expect(reasonOf('paid', '')).toBe('');
});

test('prints are due once an order is paid', () => {
  expect(marked.filter(makesPrintsDue)).toEqual(['paid']);
});

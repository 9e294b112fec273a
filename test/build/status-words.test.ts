import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ORDER_STATUSES, SHIPPING_STATUSES } from '../../src/domain/statuses';
import { comparisonsWith, statusWords } from '../../tools/checks/status-words.mjs';

const words: string[] = statusWords(readFileSync('src/domain/statuses.ts', 'utf8'));

test('the check reads the words of both status columns from their table', () => {
  expect(words).toEqual([...ORDER_STATUSES, ...SHIPPING_STATUSES]);
});

test.each([
  ["if (entry.status === 'paid') print();"],
  ["const isOver = 'cancelled' !== order.status;"],
  ['return status == "pending";'],
  ["switch (status) {\n  case 'shipped':\n    return 1;\n}"],
  ["const isDone = ['paid', 'shipped'].includes(status);"],
  ["const ENDS = ['shipped', 'cancelled'];"],
  ["const ENDS = new Set<string>(['picked up', 'cancelled']);"],
  ["const isIn = seen.includes('paid');"],
  ["const isOne = ['cancelled'].some((word) => word === status);"],
  ['const reached = { pending: 1, paid: 2, shipped: 3 }[status];'],
  ["const reached = { 'to ship': 1 }[shipping];"],
  ["const wait = cells['Shipping Status'] === 'to pick up';"],
  ["const isSo = isTest || status\n  === 'paid';"],
])('the check finds %j', (source) => {
  const [found, ...more] = comparisonsWith(words, `const first = 1;\n${source}\n`);
  expect(found?.line).toBeGreaterThan(1);
  expect(more.length).toBeLessThan(2);
});

test.each([
  ["// as long as status === 'paid'\n/* case 'paid': */"],
  ["if (email.state === 'cancelled') return;"],
  ["const cells = { State: 'cancelled', Error: why };"],
  ["change(ports, { status: 'shipped', shipping: null });"],
  ['const moments = { paid: at, shipped: at };'],
  ["const link = 'https://example.com/'; const isOpen = STATUS_FACTS[status].isOpen;"],
  ["if (answer === 'unpaid') return 'paid';"],
])('the check lets pass %j', (source) => {
  expect(comparisonsWith(words, source)).toEqual([]);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatOrderNumber, numberPrefix, parseOrderNumber } from '../../src/domain/order-number';

const eventCodes = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);

test.each([
  ['ASDAR26', 'ASDAR26'],
  ['asdar26', 'ASDAR26'],
  ['', 'CPS'],
])('orders of the event %j are numbered under %s', (code, prefix) => {
  expect(numberPrefix(code)).toBe(prefix);
});

test.each([
  [1, 'CPS-0001'],
  [42, 'CPS-0042'],
  [9999, 'CPS-9999'],
  [10000, 'CPS-10000'],
  [123456, 'CPS-123456'],
])('the order %d of a prefix has the number %s', (sequence, text) => {
  expect(formatOrderNumber('CPS', sequence)).toBe(text);
});

test.each(['', 'CPS', 'CPS-', 'CPS-1', 'CPS-001', '-0001', 'CPS-0001x', 'CPS 0001'])(
  '%j isn’t an order number',
  (text) => {
    expect(parseOrderNumber(text)).toBeNull();
  },
);

test('a number is read back as its prefix and sequence, so two different ones never look the same', () => {
  fc.assert(
    fc.property(eventCodes, fc.integer({ min: 1, max: 9_999_999 }), (code, sequence) => {
      const prefix = numberPrefix(code);
      expect(parseOrderNumber(formatOrderNumber(prefix, sequence))).toEqual({ prefix, sequence });
    }),
  );
});

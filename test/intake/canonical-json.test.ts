import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, formerContentOf } from '../../src/intake/canonical-json';

/** The same value with the keys of every object in reverse. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

test('keys are put in order at every depth, lists keep theirs', () => {
  expect(canonicalJson({ b: [2, { d: null, c: 'x' }, 1], a: true })).toBe('{"a":true,"b":[2,{"c":"x","d":null},1]}');
});

test('canonical text is JSON of the same value, and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

test('who sends and under which id does not belong to the content', () => {
  const body = { customerName: 'Paul', items: [] };
  expect(formerContentOf({ ...body, key: 'sesame', orderId: '1', route: '' })).toBe(formerContentOf(body));
});

test.each(['customerName', 'email', 'items', 'total', 'eventCode', 'anything'])(
  '%s belongs to the content',
  (field) => {
    expect(formerContentOf({ [field]: '1' })).not.toBe(formerContentOf({ [field]: '2' }));
  },
);

test('a key that hides inside an item belongs to the content', () => {
  expect(formerContentOf({ items: [{ key: 1 }] })).not.toBe(formerContentOf({ items: [{ key: 2 }] }));
});

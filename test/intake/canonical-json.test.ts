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

test('keys are sorted at every depth, lists keep their order', () => {
  expect(canonicalJson({ b: [2, { d: null, c: 'x' }, 1], a: true })).toBe('{"a":true,"b":[2,{"c":"x","d":null},1]}');
});

test('canonical text is JSON of the same value, independent of the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

test('the sender and the id aren’t part of the content', () => {
  const body = { customerName: 'Paul', items: [] };
  expect(formerContentOf({ ...body, key: 'sesame', orderId: '1', route: '' })).toBe(formerContentOf(body));
});

test.each(['customerName', 'email', 'items', 'total', 'eventCode', 'anything'])(
  '%s is part of the content',
  (field) => {
    expect(formerContentOf({ [field]: '1' })).not.toBe(formerContentOf({ [field]: '2' }));
  },
);

test('a key hidden inside an item is part of the content', () => {
  expect(formerContentOf({ items: [{ key: 1 }] })).not.toBe(formerContentOf({ items: [{ key: 2 }] }));
});

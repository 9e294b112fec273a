import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatItems, PHOTO_NUMBER, parseItems } from '../../src/domain/items';

const word = fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/);
const lines = fc.array(fc.record({ photoNumber: word, size: word, quantity: fc.integer({ min: 1, max: 999 }) }), {
  minLength: 1,
  maxLength: 200,
});

test('column H has photo number, size, quantity', () => {
  const text = formatItems([
    { photoNumber: '1234', size: '4x6', quantity: 2 },
    { photoNumber: '1235', size: '8x10', quantity: 1 },
  ]);
  expect(text).toBe('1234 4x6 x2, 1235 8x10 x1');
});

test('the text of column H parses back to the same items, and fits into a cell', () => {
  fc.assert(
    fc.property(lines, (ordered) => {
      const text = formatItems(ordered);
      expect(parseItems(text)).toEqual(ordered);
      expect(text.length).toBeLessThan(50_000);
    }),
  );
});

test('extra spaces don’t matter', () => {
  expect(parseItems(' 1234  4x6   x2 ,1235 8x10 x1 ')).toEqual([
    { photoNumber: '1234', size: '4x6', quantity: 2 },
    { photoNumber: '1235', size: '8x10', quantity: 1 },
  ]);
});

test.each([
  '',
  ' ',
  '1234',
  '1234 4x6',
  '1234 4x6 2',
  '1234 4x6 x',
  '1234 4x6 x-1',
  '1234 4x6 x1.5',
  '1234 4x6 x1000',
  '1234 4x6 x2,',
  '1234 4x6 x2; 1235 8x10 x1',
  '1234 4x6 x2 please',
])('%j isn’t a list of items', (text) => {
  expect(parseItems(text)).toBeNull();
});

test('reading any text as items returns items or nothing and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const items = parseItems(text);
      expect(items === null || items.length > 0).toBe(true);
    }),
  );
});

test.each(['1', '1234', 'IMG_0042.JPG', 'a-b', '12345678901234567890'])('%s is a photo number', (text) => {
  expect(PHOTO_NUMBER.test(text)).toBe(true);
});

test.each(['', ' 1', '1 2', '1,2', '=1', '+1', '#1', '1/2', 'ä', '１', '1\n', '123456789012345678901'])(
  '%j isn’t a photo number',
  (text) => {
    expect(PHOTO_NUMBER.test(text)).toBe(false);
  },
);

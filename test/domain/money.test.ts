import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cents, formatAmount, formatDollars, parseAmount, sum, toDollars } from '../../src/domain/money';

/** Up to ten billion dollars: more than any order, and far below the point where a number loses its cents. */
const amounts = fc.integer({ min: 0, max: 1_000_000_000_000 });

test.each([
  [0, '0.00', '$0.00'],
  [5, '0.05', '$0.05'],
  [99, '0.99', '$0.99'],
  [100, '1.00', '$1.00'],
  [2400, '24.00', '$24.00'],
  [99999, '999.99', '$999.99'],
  [100000, '1000.00', '$1,000.00'],
  [123456789, '1234567.89', '$1,234,567.89'],
  [-2050, '-20.50', '-$20.50'],
  [-5, '-0.05', '-$0.05'],
])('%d cents are written %s in the API and %s for people', (amount, api, people) => {
  expect(formatAmount(cents(amount))).toBe(api);
  expect(formatDollars(cents(amount))).toBe(people);
});

test.each([
  [24, 2400],
  [24.5, 2450],
  [0, 0],
  [0.07, 7],
  [1.15, 115],
  [8.29, 829],
  [19.99, 1999],
  [4.35, 435],
  [1.005e3, 100500],
  [0.1 + 0.2, 30],
  ['24', 2400],
  ['24.0', 2400],
  ['24.00', 2400],
  ['24.5', 2450],
  [' 24.05 ', 2405],
  ['$24.00', 2400],
  ['$ 24.00', 2400],
  ['1,234.50', 123450],
  ['$1,234,567.89', 123456789],
  ['0.1', 10],
  ['007', 700],
])('the amount %j is read as %d cents', (value, expected) => {
  expect(parseAmount(value)).toBe(expected);
});

test.each([
  -1,
  -0.01,
  24.005,
  0.001,
  1000.0005,
  10000.004,
  1234567.891,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e20,
  '',
  ' ',
  '-1',
  '24.005',
  '24.',
  '.5',
  '1,23',
  '1,2345',
  '12,34,567',
  '24,00',
  '1e3',
  '0x10',
  '24 USD',
  '€24',
  '$',
  '99999999999999999999',
  '٢٤',
  true,
  null,
  undefined,
  {},
  [],
  [24],
])('%p isn’t an amount', (value) => {
  expect(parseAmount(value)).toBeNull();
});

test('an amount survives being written and read again, as text for the API, text for people, and a cell’s number', () => {
  fc.assert(
    fc.property(amounts, (value) => {
      const amount = cents(value);
      expect(parseAmount(formatAmount(amount))).toBe(value);
      expect(parseAmount(formatDollars(amount))).toBe(value);
      expect(parseAmount(toDollars(amount))).toBe(value);
    }),
  );
});

test('an amount is written with all its digits and exactly two decimals', () => {
  fc.assert(
    fc.property(amounts, (value) => {
      const text = formatAmount(cents(value));
      expect(text).toMatch(/^(0|[1-9]\d*)\.\d\d$/);
      expect(BigInt(text.replace('.', ''))).toBe(BigInt(value));
      expect(formatDollars(cents(value)).replace(/[$,]/g, '')).toBe(text);
    }),
  );
});

test('a number with a third decimal isn’t an amount, no matter how large', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 1, max: 9 }),
      (dollars, hundredths, thousandth) => {
        const text = `${dollars}.${String(hundredths).padStart(2, '0')}${thousandth}`;
        expect(parseAmount(Number(text))).toBeNull();
        expect(parseAmount(text)).toBeNull();
      },
    ),
  );
});

test('reading any value returns whole cents or nothing and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const amount = parseAmount(value);
      expect(amount === null || (Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
    }),
  );
});

test('a sum is exact', () => {
  expect(sum([])).toBe(0);
  fc.assert(
    fc.property(fc.array(amounts, { maxLength: 200 }), (values) => {
      const exact = values.reduce((total, value) => total + BigInt(value), 0n);
      expect(BigInt(sum(values.map(cents)))).toBe(exact);
    }),
  );
});

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is rejected as a number of cents', (value) => {
  expect(() => cents(value)).toThrow('is not a whole number of cents');
});

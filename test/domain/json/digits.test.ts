import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { oddNumber } from '../../../src/domain/json/decimal';
import { oddNumbersIn } from '../../../src/domain/json/digits';
import { jsonTestSuite } from '../../support/json-test-suite';

type Key = string | number;

/** Every number of a parsed text with its place. */
const numbersIn = (value: unknown, path: readonly Key[] = []): { path: readonly Key[]; value: number }[] => {
  if (typeof value === 'number') return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => numbersIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => numbersIn(item, [...path, key]));
};

describe('a number whose digits may be lost', () => {
  test.each([
    ['820982911946154508', false, '820982911946154508'],
    ['9007199254740993', false, '9007199254740993'],
    ['9007199254740992', false, '9007199254740992'],
    ['-9007199254740993', false, '-9007199254740993'],
    ['12345678901234567891', false, '12345678901234567891'],
    ['9400111899223197428490', false, '9400111899223197428490'],
    ['20261128123456789', false, '20261128123456789'],
    ['0.1234567890123456789', false, '0.1234567890123456789'],
    ['123456789012345678.0', false, '123456789012345678.0'],
    ['1e999', false, null],
    ['-1E400', false, null],
    ['1e-400', false, null],
    ['1e21', false, null],
    ['1e99999999999999999999', false, null],
    ['24.00', true, '24'],
    ['24.50', true, '24.50'],
    ['1234.10', true, '1234.10'],
    ['1e3', true, '1000'],
    ['1.5E1', true, '15'],
    ['-0', true, '0'],
    ['0.0', true, '0'],
    ['0e99', true, '0'],
  ])('%s', (raw, exact, text) => {
    expect(oddNumber(raw)).toEqual({ raw, exact, text });
  });

  test.each(['0', '1', '-1', '9007199254740991', '-9007199254740991', '0.1', '32801', '24.5', '1.7976931348623157'])(
    '%s isn’t one',
    (raw) => expect(oddNumber(raw)).toBeNull(),
  );
});

test('it is found by its place, and nothing else is', () => {
  const json =
    '{"orderId":820982911946154508,"a\\u0022b":[1,{"photoNumber" : 12345678901234567891, "qty4x6":2}],"x":"9007199254740993"}';
  const odd = oddNumbersIn(json);
  expect(odd(['orderId'])).toMatchObject({ text: '820982911946154508' });
  expect(odd(['a"b', 1, 'photoNumber'])).toMatchObject({ text: '12345678901234567891' });
  for (const path of [[], ['x'], ['a"b'], ['a"b', 0], ['a"b', 1, 'qty4x6'], ['b'], ['orderId', 0], ['__proto__']]) {
    expect(odd(path)).toBeUndefined();
  }
});

test('of a duplicate name, the last one counts', () => {
  expect(oddNumbersIn('{"a":1e999,"a":1}')(['a'])).toBeUndefined();
  expect(oddNumbersIn('{"a":1,"a":1e999}')(['a'])).toMatchObject({ raw: '1e999' });
  expect(oddNumbersIn('{"a":{"b":1e999},"a":{"c":1}}')(['a', 'b'])).toBeUndefined();
  expect(oddNumbersIn('{"a":[0,1e999],"\\u0061":[1e998]}')(['a', 1])).toBeUndefined();
  expect(oddNumbersIn('{"a":[0,1e999],"\\u0061":[1e998]}')(['a', 0])).toMatchObject({ raw: '1e998' });
  expect(oddNumbersIn('{"a":1e999,"a":"x"}')(['a'])).toBeUndefined();
});

test('a whole text may be one number', () => {
  expect(oddNumbersIn(' 1e999 ')([])).toMatchObject({ raw: '1e999' });
});

test('with the digits found, no number in any JSON loses one', () => {
  const number = fc.oneof(
    fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc
      .tuple(
        fc.integer(),
        fc.nat({ max: 9 }).map((n) => '0123456789'.repeat(n)),
      )
      .map(([a, b]) => `${a}.${b}0`),
  );
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      number,
      fc.string().map((text) => JSON.stringify(text)),
      fc.array(tie('json') as fc.Arbitrary<string>, { maxLength: 4 }).map((items) => `[ ${items.join(' , ')}]`),
      fc
        .array(fc.tuple(fc.constantFrom('a', 'b', '\\', '":', '__proto__', ''), tie('json') as fc.Arbitrary<string>), {
          maxLength: 4,
        })
        .map((all) => `{${all.map(([name, value]) => `${JSON.stringify(name)} :${value}`).join(',')}}`),
    ),
  }));
  fc.assert(
    fc.property(json as fc.Arbitrary<string>, (text) => {
      const odd = oddNumbersIn(text);
      for (const { path, value } of numbersIn(JSON.parse(text))) {
        const found = odd(path);
        if (found === undefined) expect(text).toContain(String(value));
        else expect(Number(found.raw)).toBe(value);
        if (found === undefined && Number.isInteger(value)) expect(Number.isSafeInteger(value)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('every text of JSONTestSuite is scanned, and what is found belongs to it', () => {
  const suite = jsonTestSuite();
  expect(suite.length).toBeGreaterThan(300);
  let found = 0;
  for (const { input } of suite) {
    const odd = oddNumbersIn(input);
    let value: unknown;
    try {
      value = JSON.parse(input);
    } catch {
      continue;
    }
    for (const { path, value: number } of numbersIn(value)) {
      const there = odd(path);
      if (there) found++;
      expect(there === undefined ? number : Number(there.raw)).toBe(number);
    }
  }
  expect(found).toBeGreaterThan(10);
});

test.each([
  ['numbers', `[${'9007199254740993,'.repeat(2600)}1]`],
  ['digits', `[${'9'.repeat(45_000)}]`],
  ['zeros', `[0.${'0'.repeat(45_000)}]`],
  ['depth', `${'['.repeat(22_000)}1e999${']'.repeat(22_000)}`],
  ['depth with something in each', `${'[1e999,'.repeat(5000)}1${']'.repeat(5000)}`],
  ['one name over and over', `{${'"a":[1e999],'.repeat(3500)}"a":1}`],
  ['quotes', '"'.repeat(45_000)],
  ['backslashes', `["${'\\\\'.repeat(22_000)}"]`],
  ['names without an end', '{"a"            '.repeat(2800)],
  ['closing brackets', ']'.repeat(45_000)],
])('a body of 45,000 characters of %s is handled quickly', (_, json) => {
  const began = performance.now();
  oddNumbersIn(json)(['a']);
  expect(performance.now() - began).toBeLessThan(500);
});

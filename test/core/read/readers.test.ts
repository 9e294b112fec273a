import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPhone } from '../../../src/core/read/phone';
import { readQuantity } from '../../../src/core/read/quantity';
import type { Reading } from '../../../src/core/read/reading';
import { readSize } from '../../../src/core/read/size';
import { readState } from '../../../src/core/read/state';
import { readZipCode } from '../../../src/core/read/zip-code';
import { STATES } from '../../../src/domain/states';

const valueIn = <T>(reading: Reading<T>): T | string =>
  'problem' in reading ? `refused: ${reading.problem}` : reading.value;
const warningsOf = (reading: Reading<unknown>) =>
  'problem' in reading ? [] : [...reading.warnings, ...reading.remarks];
/** A reading with all its warnings and remarks in one list. */
const said = (reading: Reading<unknown>) =>
  'problem' in reading ? reading : { value: reading.value, warnings: warningsOf(reading) };

describe('a phone number never causes a rejection', () => {
  test.each([
    ['407-555-0134', '407-555-0134', []],
    ['\u202a+1 (407) 555-0134\u202c', '+1 (407) 555-0134', [expect.stringContaining('U+202A, U+202C')]],
    ['407–555–0134', '407–555–0134', []],
    ['407-555-0134 & 407-555-0199', '407-555-0134 & 407-555-0199', []],
    ["'+16149084225", "'+16149084225", []],
    ['Cell: 407-555-0134 ext. 12', 'Cell: 407-555-0134 ext. 12', []],
    ['４０７５５５０１３４', '４０７５５５０１３４', []],
    [4075550134, '4075550134', []],
    ['407-555\n0134', '407-555 0134', ['The phone number was sent with a line break, which became a space.']],
    ['555-01', '555-01', ['The phone number "555-01" has fewer than 7 digits.']],
    ['n/a', '', ['The phone number "n/a" was treated as blank.']],
    ['-', '', ['The phone number "-" was treated as blank.']],
    ['', '', []],
    [null, '', []],
    [undefined, '', []],
    [{ cell: '1' }, '', ['The phone number {"cell":"1"} isn\'t text and was ignored.']],
    ['1'.repeat(70), '1'.repeat(60), ['The phone number has 70 characters. Only the first 60 were kept.']],
  ])('%j', (sent, value, warnings) => {
    expect(said(readPhone(sent))).toEqual({ value, warnings });
  });

  test('anything sent is accepted', () => {
    fc.assert(
      fc.property(fc.anything(), (sent) => {
        const { value } = readPhone(sent);
        expect([...value].length).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe('a ZIP code', () => {
  test.each([
    ['32801', '32801'],
    ['32801-1234', '32801-1234'],
    ['', ''],
    [' 32801 ', '32801'],
  ])('%j is accepted without a remark', (sent, value) =>
    expect(said(readZipCode(sent))).toEqual({ value, warnings: [] }),
  );

  test.each([
    ['32801–1234', '32801-1234'],
    ['32801 1234', '32801-1234'],
    ['32801 - 1234', '32801-1234'],
    ['328011234', '32801-1234'],
    ['32801.1234', '32801-1234'],
    ['32801.0', '32801'],
    ['32801,', '32801'],
    ['32801-', '32801'],
    ['３２８０１', '32801'],
    ['32801\u200b', '32801'],
    [2134, '02134'],
    [501, '00501'],
  ])('%j is clear and accepted with a warning', (sent, value) => {
    expect(valueIn(readZipCode(sent))).toBe(value);
    expect(warningsOf(readZipCode(sent))).toHaveLength(1);
  });

  test('one sent as a number is accepted', () => {
    expect(said(readZipCode(32801))).toEqual({ value: '32801', warnings: [] });
  });

  test.each(['3280', '328011', '32801-12', '328O1', 'K1A 0B1', '2134', 'zip', 12, 1.5, -32801, {}, ['32801'], true])(
    '%j is rejected with the value sent',
    (sent) => {
      expect(valueIn(readZipCode(sent))).toMatch(/^refused: .* is not (a ZIP code|text)/);
    },
  );
});

describe('a state', () => {
  test('every code is accepted without a remark', () => {
    for (const code of STATES) expect(said(readState(code))).toEqual({ value: code, warnings: [] });
  });

  test.each([
    ['fl', 'FL'],
    ['Florida', 'FL'],
    ['FLORIDA', 'FL'],
    ['Fla.', 'FL'],
    ['D.C.', 'DC'],
    ['D. C.', 'DC'],
    ['Washington, D.C.', 'DC'],
    ['District of Columbia', 'DC'],
    ['Washington', 'WA'],
    ['Washington State', 'WA'],
    ['State of New York', 'NY'],
    ['N.Y.', 'NY'],
    ['New York', 'NY'],
    ['N. Mex.', 'NM'],
    ['W. Va.', 'WV'],
    ['Calif', 'CA'],
    ['Penna.', 'PA'],
    ['US-FL', 'FL'],
    ['FL - Florida', 'FL'],
    ['Florida (FL)', 'FL'],
    ['FL, USA', 'FL'],
    ['Puerto Rico', 'PR'],
    ['U.S. Virgin Islands', 'VI'],
    ['Armed Forces Pacific', 'AP'],
    ['Hawai‘i', 'HI'],
    ['ＦＬ', 'FL'],
  ])('%s is %s, with a warning', (sent, value) => {
    expect(valueIn(readState(sent))).toBe(value);
    expect(warningsOf(readState(sent))).toEqual([`The state ${JSON.stringify(sent)} was read as ${value}.`]);
  });

  test.each(['ZZ', 'F', 'UK', 'ON', '12', 'Flordia', 'FL - Georgia', 'FL or GA', 'USA', 'New', 'Carolina', {}, true])(
    '%j is rejected',
    (sent) => {
      expect(valueIn(readState(sent))).toMatch(/^refused: .* is not (a state|text)/);
    },
  );
});

describe('a quantity', () => {
  test.each([1, 2, 999, 0, null, undefined, '', '0', ' ', '00', 'none', 'n/a', '-'])(
    '%j is accepted without a remark',
    (sent) => {
      expect(said(readQuantity(sent))).toEqual({ value: Number(sent) || 0, warnings: [] });
    },
  );

  test.each([
    ['2', 2],
    [' 2 ', 2],
    ['02', 2],
    ['2.0', 2],
    ['+2', 2],
    ['２', 2],
    ['999', 999],
  ])('%j is %d, with a warning', (sent, value) => {
    expect(said(readQuantity(sent))).toEqual({
      value,
      warnings: [`The quantity ${JSON.stringify(sent)} was read as ${value}.`],
    });
  });

  test.each([
    1000,
    -1,
    2.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '1000',
    '-1',
    '2.5',
    '2x',
    'two',
    '1e2',
    '1,000',
    true,
    false,
    [],
    {},
    [2],
  ])('%j is rejected', (sent) => {
    expect(valueIn(readQuantity(sent))).toContain('is not a valid quantity (use a whole number from 1 to 999)');
  });
});

describe('a size', () => {
  const sizes = ['4x6', '5x7', '8x10', '2.5x3.5', 'Wallet'];

  test.each(['4x6', '8X10', 'wallet', ' 4x6 '])('%j is accepted without a remark', (sent) => {
    expect(warningsOf(readSize(sent, sizes))).toEqual([]);
    expect(valueIn(readSize(sent, sizes))).toBe(sizes.find((size) => size.toLowerCase() === sent.trim().toLowerCase()));
  });

  test.each([
    ['4 x 6', '4x6'],
    ['4 X 6', '4x6'],
    ['4×6', '4x6'],
    ['4х6', '4x6'],
    ['4*6', '4x6'],
    ['4"x6"', '4x6'],
    ['4” × 6”', '4x6'],
    ["4''x6''", '4x6'],
    ['4x6in', '4x6'],
    ['4 x 6 inches', '4x6'],
    ['8 by 10', '8x10'],
    ['8in x 10in', '8x10'],
    ['6x4', '4x6'],
    ['10 x 8', '8x10'],
    ['2.5 x 3.5', '2.5x3.5'],
    ['４x６', '4x6'],
  ])('%s is %s, with a warning', (sent, value) => {
    expect(said(readSize(sent, sizes))).toEqual({
      value,
      warnings: [`The size ${JSON.stringify(sent)} was read as ${value}.`],
    });
  });

  test('the sides of a size aren’t swapped if both sizes are sold', () => {
    expect(valueIn(readSize('10 x 8', ['8x10', '10x8']))).toBe('10x8');
  });

  test.each(['4x', 'x', '4x6x8', '46', '', 'large', null, {}, 46, '4 6', '4x6 8x10'])('%j is rejected', (sent) => {
    expect(valueIn(readSize(sent, sizes))).toMatch(/^refused: .*is not a size in the price list \(4x6, 5x7/);
  });
});

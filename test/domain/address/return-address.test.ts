import { describe, expect, test } from '@jest/globals';
import { readReturnAddress } from '../../../src/domain/address/return-address';
import { STATE_NAMES } from './state-names';

const read = (address: string) => readReturnAddress('CPS Photos', address);
const THREE = ['CPS Photos', '100 Studio Way', 'Suite 7'];

describe('line breaks win', () => {
  test.each([
    ['100 Studio Way\nSuite 7\nTampa, FL 33602', [...THREE, 'Tampa, FL 33602']],
    ['100 Studio Way\r\nSuite 7\r\n\r\nTampa, FL 33602\r\n', [...THREE, 'Tampa, FL 33602']],
    ['100 Studio Way, Suite 7\nTampa, FL 33602', ['CPS Photos', '100 Studio Way, Suite 7', 'Tampa, FL 33602']],
    ['100 Studio Way\nTampa, Florida 33602-1234', ['CPS Photos', '100 Studio Way', 'Tampa, Florida 33602-1234']],
    ['100 Studio Way\nTampa, FL 33602\nUSA', ['CPS Photos', '100 Studio Way', 'Tampa, FL 33602']],
    ['100 Studio Way\nTampa, FL 33602, United States', ['CPS Photos', '100 Studio Way', 'Tampa, FL 33602']],
    ['CPS Photos\n100 Studio Way\nTampa, FL 33602', ['CPS Photos', '100 Studio Way', 'Tampa, FL 33602']],
    ['100 Studio Way\nTampa, FL\n33602', ['CPS Photos', '100 Studio Way', 'Tampa, FL', '33602']],
  ])('%j', (address, lines) => expect(read(address)).toEqual({ lines, problems: [] }));
});

describe('a single line is split before its city', () => {
  test.each([
    ['100 Studio Way, Suite 7, Tampa, FL 33602', [...THREE, 'Tampa, FL 33602']],
    ['100 Studio Way, Suite 7, Tampa, Florida 33602', [...THREE, 'Tampa, Florida 33602']],
    ['100 Studio Way, Suite 7, Tampa, FL 33602, USA', [...THREE, 'Tampa, FL 33602']],
    ['100 Studio Way, Suite 7, Tampa FL 33602', [...THREE, 'Tampa FL 33602']],
    ['100 Studio Way, Suite 7, Tampa, Fla. 33602-1234', [...THREE, 'Tampa, Fla. 33602-1234']],
    ['100 Studio Way, Suite 7, Tampa, FL, 33602', [...THREE, 'Tampa, FL, 33602']],
    ['100 Studio Way, Suite 7, Tampa, FL 33602 U.S.A.', [...THREE, 'Tampa, FL 33602']],
    ['100 Studio Way, Suite 7, Tampa, FL 33602 1234.', [...THREE, 'Tampa, FL 33602 1234']],
    ['100 Studio Way, N. Miami, FL 33161', ['CPS Photos', '100 Studio Way', 'N. Miami, FL 33161']],
    ['PO Box 9, New York, New York 10001', ['CPS Photos', 'PO Box 9', 'New York, New York 10001']],
    ['PO Box 9, New York NY 10001', ['CPS Photos', 'PO Box 9', 'New York NY 10001']],
    ['PO Box 9, Washington, D.C. 20001', ['CPS Photos', 'PO Box 9', 'Washington, D.C. 20001']],
    ['PO Box 9, Washington D.C. 20001', ['CPS Photos', 'PO Box 9', 'Washington D.C. 20001']],
    ['PO Box 9, Charleston, West Virginia 25301', ['CPS Photos', 'PO Box 9', 'Charleston, West Virginia 25301']],
    ['CPS Photos, 100 Studio Way, Tampa, FL 33602', ['CPS Photos', '100 Studio Way', 'Tampa, FL 33602']],
    [
      'CPS Photos, Inc., 100 Studio Way, Tampa, FL 33602',
      ['CPS Photos', 'CPS Photos, Inc.', '100 Studio Way', 'Tampa, FL 33602'],
    ],
  ])('%j', (address, lines) => expect(read(address)).toEqual({ lines, problems: [] }));

  test.each(STATE_NAMES)('of %s, by code and by name', (code, name) => {
    for (const state of [code, name]) {
      expect(read(`100 Studio Way, Springfield, ${state} 33602`)).toEqual({
        lines: ['CPS Photos', '100 Studio Way', `Springfield, ${state} 33602`],
        problems: [],
      });
    }
  });
});

test.each(['1105 Bolton Road, NW Atlanta, GA 30331', '3000 Terrace, St 2 Midlothian VA 23112'])(
  '%s isn’t split',
  (address) => {
    expect(read(address).lines).toEqual(['CPS Photos', address]);
    expect(read(address).problems).toHaveLength(1);
  },
);

describe('doubts are reported', () => {
  test.each([
    [
      'PO Box 9\nTampa, FL',
      ['PO Box 9', 'Tampa, FL'],
      'The last line of the address, "Tampa, FL", doesn\'t end with a ZIP code.',
    ],
    [
      '100 Studio Way, Tampa, FL',
      ['100 Studio Way', 'Tampa, FL'],
      'The last line of the address, "Tampa, FL", doesn\'t end with a ZIP code.',
    ],
    [
      '100 Studio Way, Tampa 33602',
      ['100 Studio Way', 'Tampa 33602'],
      'The last line of the address, "Tampa 33602", has no state.',
    ],
    [
      '100 Studio Way\nTampa 33602',
      ['100 Studio Way', 'Tampa 33602'],
      'The last line of the address, "Tampa 33602", has no state.',
    ],
    [
      '100 Studio Way Tampa, FL 33602',
      ['100 Studio Way Tampa, FL 33602'],
      "We can't tell the street from the city. Put each line of the address on a separate line.",
    ],
    [
      '100 Studio Way, Suite 7 Tampa, FL 33602',
      ['100 Studio Way, Suite 7 Tampa, FL 33602'],
      "We can't tell the street from the city. Put each line of the address on a separate line.",
    ],
  ])('%j', (address, lines, problem) => {
    expect(read(address)).toEqual({ lines: ['CPS Photos', ...lines], problems: [problem] });
  });
});

test('without an address, the name is printed', () => {
  expect(read(' \n')).toEqual({ lines: ['CPS Photos'], problems: [] });
  expect(readReturnAddress('', '1 Oak St\nTampa, FL 33602').lines).toEqual(['1 Oak St', 'Tampa, FL 33602']);
});

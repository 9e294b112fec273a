import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressLines, returnLines } from '../../src/print/address-lines';

const ADDRESS = { street: '123 Main St', unit: '', city: 'Orlando', state: 'FL', zipCode: '32801' };
const lines = (more: Partial<typeof ADDRESS> = {}, name = 'Paul Smith') => addressLines(name, { ...ADDRESS, ...more });

test('an address is written in capitals without punctuation, city, state and ZIP last', () => {
  expect(lines({ street: '123 Main St., N.W.' }, 'Mr. Paul O’Neill, Jr.')).toEqual([
    'MR PAUL ONEILL JR',
    '123 MAIN ST NW',
    'ORLANDO FL  32801',
  ]);
});

test('the hyphen of a ZIP+4 and of a house number stays, and so does a fraction', () => {
  expect(lines({ street: '112-10 39 1/2 Rd.', zipCode: '11415-1002' }, 'Anne-Marie Lee')).toEqual([
    'ANNE MARIE LEE',
    '112-10 39 1/2 RD',
    'ORLANDO FL  11415-1002',
  ]);
});

test.each([
  ['Apt. 4', 'APT 4'],
  ['apartment #4b', 'APT 4B'],
  ['Suite 200', 'STE 200'],
  ['Unit 12-B', 'UNIT 12 B'],
  ['Bldg. 3, Floor 2', 'BLDG 3 FL 2'],
  ['4B', '# 4B'],
  ['#7', '# 7'],
  ['Penthouse', 'PH'],
])('the unit "%s" stands at the end of the street as "%s"', (unit, written) => {
  expect(lines({ unit })[1]).toBe(`123 MAIN ST ${written}`);
});

test('further lines of a street stand above it, each on its own', () => {
  expect(lines({ street: 'c/o Ann Lee\nStudio Ballet, Inc.\n5 Oak Ave', unit: 'Ste 9' })).toEqual([
    'PAUL SMITH',
    'C/O ANN LEE',
    'STUDIO BALLET INC',
    '5 OAK AVE STE 9',
    'ORLANDO FL  32801',
  ]);
});

test('a military address has its post in place of a city', () => {
  const military = { street: 'PSC 3 Box 1234', city: 'APO', state: 'AE', zipCode: '09012-1234' };
  expect(lines(military, 'SGT Cy Poe')).toEqual(['SGT CY POE', 'PSC 3 BOX 1234', 'APO AE  09012-1234']);
});

test('letters of any script stay, and a line of nothing but punctuation is not lost', () => {
  expect(lines({ city: 'Łódź' }, '東京 太郎')).toEqual(['東京 太郎', '123 MAIN ST', 'ŁÓDŹ FL  32801']);
  expect(lines({}, '!?')[0]).toBe('!?');
});

test('no letter or digit of a name is ever lost', () => {
  const letters = (text: string) => (text.toUpperCase().match(/[\p{L}\p{N}]/gu) ?? []).join('');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      fc.pre(name.trim() !== '');
      expect(letters(lines({}, name)[0] ?? '')).toBe(letters(name));
    }),
  );
});

test('the return address is taken apart where a person would, and printed as it was typed', () => {
  expect(returnLines('CPS Photos', '100 Studio Way, Suite 7, Tampa, FL 33602')).toEqual([
    'CPS Photos',
    '100 Studio Way',
    'Suite 7',
    'Tampa, FL 33602',
  ]);
  expect(returnLines('CPS Photos', 'PO Box 9\nTampa, FL')).toEqual(['CPS Photos', 'PO Box 9', 'Tampa', 'FL']);
  expect(returnLines('CPS Photos', '')).toEqual(['CPS Photos']);
});

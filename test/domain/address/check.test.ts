import { expect, test } from '@jest/globals';
import { codes } from 'zipcodes';
import { addressWarnings } from '../../../src/domain/address/check';
import { addressProblems } from '../../../src/domain/address/place';
import type { Address } from '../../../src/domain/order';
import { STATES } from '../../../src/domain/states';

const orlando: Address = { street: '123 Main St', unit: 'Apt 4', city: 'Orlando', state: 'FL', zipCode: '32801' };

test('a complete address has no problem and causes no warning', () => {
  expect(addressProblems(orlando)).toEqual([]);
  expect(addressWarnings(orlando)).toEqual([]);
});

test('the 62 codes are those of the Postal Service', () => {
  const published =
    'AA AE AK AL AP AR AS AZ CA CO CT DC DE FL FM GA GU HI IA ID IL IN KS KY LA MA MD ME MH MI MN MO MP MS MT NC ND NE NH NJ NM ' +
    'NV NY OH OK OR PA PR PW RI SC SD TN TX UT VA VI VT WA WI WV WY';
  expect([...STATES].sort().join(' ')).toBe(published);
  expect(STATES.size).toBe(62);
});

test('everything missing is reported together', () => {
  expect(addressProblems({ street: '', unit: '', city: '', state: '', zipCode: '' })).toEqual([
    { field: 'street', message: 'is missing: a shipping order needs a street line' },
    { field: 'city', message: 'is missing: a shipping order needs a city' },
    { field: 'state', message: 'is missing: a shipping order needs a two-letter state' },
    { field: 'zipCode', message: 'is missing: a shipping order needs a ZIP code' },
  ]);
});

test.each(['ZZ', 'Florida', 'F', 'UK', 'ON', '12'])('the state %s is rejected with what is allowed', (state) => {
  expect(addressProblems({ ...orlando, state })).toEqual([
    { field: 'state', message: `"${state}" isn't a state. Use a two-letter USPS code such as FL` },
  ]);
});

test.each(['32801', '32801-1234', '00501', '01234'])('the ZIP code %s is accepted', (zipCode) => {
  expect(addressProblems({ ...orlando, zipCode })).toEqual([]);
});

test.each(['3280', '328011', '32801-', '32801-12', '32801 1234', '328O1', '３２８０１', 'K1A 0B1'])(
  'the ZIP code %s is rejected',
  (zipCode) => {
    expect(addressProblems({ ...orlando, zipCode })).toEqual([
      { field: 'zipCode', message: `"${zipCode}" isn't a ZIP code. Use five digits, or ZIP+4 such as 32801-1234` },
    ]);
  },
);

test('a ZIP code of another state is a warning with both states, and no problem', () => {
  const address = { ...orlando, zipCode: '10001-0001' };
  expect(addressProblems(address)).toEqual([]);
  expect(addressWarnings(address)).toEqual(['The ZIP code 10001-0001 is in NY, but the state is FL.']);
});

test('a ZIP code missing from the 2005 list causes no warning', () => {
  expect(addressWarnings({ ...orlando, zipCode: '00000' })).toEqual([]);
});

test('fewer than 1 in 500 ZIP codes of another directory cause a warning, and a wrong state nearly always does', () => {
  const known = Object.values(codes).filter(
    ({ zip, state, country }) => country === 'US' && /^\d{5}$/.test(zip) && STATES.has(state),
  );
  const sample = known.filter((_, index) => index % 7 === 0);
  expect(sample.length).toBeGreaterThan(4000);
  const isWarned = (zipCode: string, state: string) =>
    addressWarnings({ ...orlando, city: 'Somewhere', zipCode, state }).some((text) => text.startsWith('The ZIP code'));
  const wronglyWarned = sample.filter(({ zip, state }) => isWarned(zip, state));
  expect(wronglyWarned.length / sample.length).toBeLessThan(0.002);
  const missed = sample.filter(({ zip, state }) => !isWarned(zip, state === 'KS' ? 'NE' : 'KS'));
  expect(missed.length / sample.length).toBeLessThan(0.002);
});

test.each([
  '123 Main St Apt',
  '123 Main St apt.',
  '123 Main St, Suite',
  '55 Oak Ave Unit ',
  '9 Elm Rd #',
  '9 Elm Rd # ',
])('the street %j is missing its unit number', (street) => {
  expect(addressWarnings({ ...orlando, street, unit: '' })).toEqual([`"${street}" is missing its unit number.`]);
  expect(addressWarnings({ ...orlando, street })).toEqual([]);
});

test.each([
  '123 Main St Apt 4',
  '123 Main St #4',
  '123 Main St',
  '12 Captain Rd',
  '7 Broadway',
  '100 Gold Street, 2nd Fl.',
  '7411 Cottage Grove Ave Ground Floor',
  '5 Oak St second floor',
  '5 Oak St 2 Floor',
])('the street %j needs no hint', (street) => {
  expect(addressWarnings({ ...orlando, street, unit: '' })).toEqual([]);
});

test.each([
  'PO Box 12',
  'P.O. Box 12',
  'p o box 12',
  'P. O. BOX 12',
  'POBox 12',
  'P.O.Box 12',
  'POB 12',
  'Post Office Box 12',
  'PO Box #12',
])('%s is a PO box', (street) => {
  expect(addressWarnings({ ...orlando, street })).toEqual(['This is a PO box. Only USPS delivers there.']);
});

test.each(['12 Poe Boxwood Ln', '3 Depot Box Rd', '1 Box Canyon Rd'])('%s isn’t a PO box', (street) => {
  expect(addressWarnings({ ...orlando, street })).toEqual([]);
});

test('a military address is accepted without a warning', () => {
  const address = { street: 'PSC 1234 Box 5678', unit: '', city: 'APO', state: 'AE', zipCode: '09021' };
  expect(addressProblems(address)).toEqual([]);
  expect(addressWarnings(address)).toEqual([]);
});

test('half a military address causes a warning', () => {
  expect(addressWarnings({ ...orlando, city: 'apo' })).toEqual([
    'APO is a military post. Its state is AA, AE or AP, not FL.',
  ]);
  expect(addressWarnings({ ...orlando, state: 'AE', zipCode: '09021' })).toEqual([
    'AE is a military state. Its city is APO, FPO or DPO, not Orlando.',
  ]);
});

test.each([
  ['Leave at door', '"Leave at door" looks like a note and isn\'t printed in the address.'],
  ['ann@example.com', '"ann@example.com" looks like an email address and isn\'t printed in the address.'],
  ['Email: ann@example.com', '"Email: ann@example.com" looks like an email address and isn\'t printed in the address.'],
  ['key under the mat', '"key under the mat" looks like a note and isn\'t printed in the address.'],
  ['407-555-0134', '"407-555-0134" looks like a phone number and isn\'t printed in the address.'],
  ['Maria Garcia', '"Maria Garcia" is printed above the street because we don\'t recognize it as a unit.'],
  ['PO Box 7', 'There are two delivery addresses, "123 Main St" and "PO Box 7". USPS delivers to the second one.'],
])('the second line %j is reported', (unit, warning) => {
  expect(addressWarnings({ ...orlando, unit })).toContain(warning);
});

test('a second unit is reported, a repeated one isn’t', () => {
  const street = '123 Main St Apt 9';
  expect(addressWarnings({ ...orlando, street, unit: 'Apt 4' })).toEqual([
    'The street includes APT 9, and the apartment is APT 4. Both are printed.',
  ]);
  expect(addressWarnings({ ...orlando, street, unit: 'Apt 9' })).toEqual([]);
});

test.each(['none', 'N/A', 'c/o Ann Lee', 'Attn: Photo Desk', 'Urb. Las Gladiolas', 'Turf Team Inc.', 'Paul Smith'])(
  'the second line %j causes no warning',
  (unit) => expect(addressWarnings({ ...orlando, unit }, 'Paul Smith')).toEqual([]),
);

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lineWarnings } from '../../src/domain/address/check';
import { isOrdinary } from '../../src/intake/address-look';

const address = (street: string, unit: string) => ({ street, unit, city: 'Orlando', state: 'FL', zipCode: '32801' });

test.each([
  ['123 Main St', ''],
  ['123 Main St', 'Apt 4'],
  ['9 Oak Ave NW', 'Suite 200'],
  ['112-10 Queens Blvd', '#7'],
  ['12 Lake Dr.', 'unit 12B'],
  ['500 Marquette Avenue Northwest Ste 1500', ''],
])('the street %j with the unit %j is ordinary and needs no closer examination', (street, unit) => {
  expect(isOrdinary(address(street, unit))).toBe(true);
});

test.each([
  ['123 Main St', 'leave at door'],
  ['123 Main St', 'c/o Ann Lee'],
  ['123 Main St', '407-555-0134'],
  ['123 Main St', 'PO Box 7'],
  ['123 Main St Apt 9', 'Apt 4'],
  ['123 Ocean Front', 'Apt 4'],
  ['Urb Royal Oak, 123 Calle 1', ''],
  ['Attn: Bob\n123 Main St', ''],
  ['123 Main St (gate code 4)', ''],
])('the street %j with the unit %j is examined more closely', (street, unit) => {
  expect(isOrdinary(address(street, unit))).toBe(false);
});

test('a closer examination finds nothing in any ordinary address', () => {
  const word = fc.constantFrom(
    ...'12 4B 9-1 A Apt Unit # Ste Suite Rear Front Floor Fl 2nd Lot Key Main Oak Ocean St Ave Rd NW N Way Ct Box PO c/o'.split(
      ' ',
    ),
    ...'att Attn care of Urb Cond leave at door gate code please PMB , ; ( ) / . \n 407-555-0134 none'.split(' '),
  );
  const text = (most: number) => fc.array(word, { maxLength: most }).map((all) => all.join(' '));
  const street = fc.oneof(
    text(6),
    fc
      .tuple(fc.constantFrom('12', '9-1', '4B'), text(4), fc.constantFrom('St', 'Ave NW', 'Ct.', 'Apt 4'))
      .map((all) => all.join(' ')),
  );
  const unit = fc.oneof(text(3), fc.constantFrom('', 'Apt 4', '# 12', 'ste b', 'Unit 4-B'));
  let ordinary = 0;
  fc.assert(
    fc.property(street, unit, (one, other) => {
      const given = address(one.trim(), other.trim());
      if (!isOrdinary(given)) return;
      ordinary += 1;
      expect(lineWarnings(given, 'Paul Smith')).toEqual([]);
    }),
    { numRuns: 20_000, seed: 7 },
  );
  expect(ordinary).toBeGreaterThan(1_000);
});

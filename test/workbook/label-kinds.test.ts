import { expect, test } from '@jest/globals';
import { labelKindOf } from '../../src/workbook/label-kinds';

test.each([
  ['5160', '5160'],
  ['8160', '5160'],
  ['5260', '5160'],
  ['15160', '5160'],
  ['18160', '5160'],
  ['8460', '5160'],
  ['Avery 8160', '5160'],
  ['5163', '5163'],
  ['5263', '5163'],
  ['8163', '5163'],
  ['avery 18163', '5163'],
  ['4x6', '4x6'],
  ['4 x 6', '4x6'],
  ['4 × 6 inches', '4x6'],
  ['Thermal', '4x6'],
])('the labels "%s" are those of %s', (typed, kind) => expect(labelKindOf(typed)).toBe(kind));

// 5161 and 5162 have other labels, 5663 fills the sheet to its edges.
test.each(['', '5161', '5162', '5164', '5663', '516', '51600', '4x60', 'labels'])(
  'the labels "%s" are none that we know',
  (typed) => expect(labelKindOf(typed)).toBeUndefined(),
);

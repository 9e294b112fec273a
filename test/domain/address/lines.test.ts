import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressBlock, addressLines } from '../../../src/domain/address/lines';
import { parseAddress } from '../../../src/domain/address/parse';

const ADDRESS = { street: '123 Main St', unit: '', city: 'Orlando', state: 'FL', zipCode: '32801' };
const lines = (more: Partial<typeof ADDRESS> = {}, name = 'Paul Smith', company = '') =>
  addressLines(name, { ...ADDRESS, ...more }, company);
/** The lines between the name and the city. */
const between = (more: Partial<typeof ADDRESS>) => lines(more).slice(1, -1);

test('an address is written in capitals without punctuation, city, state and ZIP last', () => {
  expect(lines({ street: '123 Main St., N.W.' }, 'Mr. Paul O’Neill, Jr.')).toEqual([
    'MR PAUL ONEILL JR',
    '123 MAIN ST NW',
    'ORLANDO FL  32801',
  ]);
});

test('hyphens of a name, a ZIP+4 and a house number stay, and so does a fraction', () => {
  expect(lines({ street: '112-10 39 1/2 Rd.', zipCode: '11415-1002' }, 'Anne-Marie O’Neil')).toEqual([
    'ANNE-MARIE ONEIL',
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
  ['#72', '# 72'],
  ['Penthouse', 'PH'],
  ['Apt4', 'APT 4'],
  ['ste200', 'STE 200'],
  ['Apt.4', 'APT 4'],
  ['#Apt 4', 'APT 4'],
  ['No. 4', '# 4'],
  ['2nd Floor', 'FL 2'],
  ['2nd Fl.', 'FL 2'],
  ['second floor', 'FL 2'],
  ['2 Floor', 'FL 2'],
  ['Floor 2', 'FL 2'],
  ['3rd Flr Rear', 'FL 3 REAR'],
  ['Apt B, 2nd Floor', 'APT B FL 2'],
  ['2nd Floor Suite 200', 'FL 2 STE 200'],
  ['Apto 5', 'APT 5'],
  ['Lobby', 'LBBY'],
  ['Basement', 'BSMT'],
  ['Upper', 'UPPR'],
  ['RM 12', 'RM 12'],
  ['LOT 4', 'LOT 4'],
  ['PMB 234', 'PMB 234'],
  ['Garage', 'GARAGE'],
  ['Ground Floor', 'GROUND FLOOR'],
  ['Guest House', 'GUEST HOUSE'],
  ['Tower 3', 'TOWER 3'],
  ['Condo 5', 'CONDO 5'],
  ['Tower B', 'TOWER B'],
  ['blg e', 'BLDG E'],
  ['Mail code 5021', 'MAIL CODE 5021'],
  ['B', '# B'],
  ['X', '# X'],
])('the unit "%s" goes at the end of the street as "%s"', (unit, written) => {
  expect(between({ unit })).toEqual([`123 MAIN ST ${written}`]);
});

test.each([
  'none',
  'N/A',
  'n/a',
  'NA',
  '-',
  '--',
  '.',
  'None',
  'null',
  'no',
  'No apt',
  'House',
  ' ',
  '#',

  'xxx',
  'Unknown',
  'same as above',
])('the unit %j means none', (unit) => expect(between({ unit })).toEqual(['123 MAIN ST']));

describe('lines that belong above the street go there', () => {
  test.each([
    ['c/o Robert Brown', 'C/O ROBERT BROWN'],
    ['C/O: Robert Brown', 'C/O ROBERT BROWN'],
    ['% Mary', 'C/O MARY'],
    ['℅ Anne-Marie Lee', 'C/O ANNE-MARIE LEE'],
    ['care of Robert Brown', 'C/O ROBERT BROWN'],
    ['in care of Robert Brown', 'C/O ROBERT BROWN'],
    ['In Care Of: Robert Brown', 'C/O ROBERT BROWN'],
    ['Attn: Photo Department', 'ATTN PHOTO DEPARTMENT'],
    ['Attention Photo Desk', 'ATTN PHOTO DESK'],
    ['Photo Department', 'PHOTO DEPARTMENT'],
    ['Studio Ballet, Inc.', 'STUDIO BALLET INC'],
    ['Lincoln High School', 'LINCOLN HIGH SCHOOL'],
    ['Acme Photo LLC', 'ACME PHOTO LLC'],
    ['Maria Garcia', 'MARIA GARCIA'],
    ['Office of Records', 'OFFICE OF RECORDS'],
    ['Panorama Tower', 'PANORAMA TOWER'],
    ['Urb. Las Gladiolas', 'URB LAS GLADIOLAS'],
    ['Urbanización Royal Oak', 'URB ROYAL OAK'],
    ['Cond. Asturias', 'COND ASTURIAS'],
  ])('typed into the unit: %s', (unit, above) => {
    expect(between({ unit })).toEqual([above, '123 MAIN ST']);
    expect(between({ street: `${unit}\n123 Main St` })).toEqual([above, '123 MAIN ST']);
    expect(between({ street: `123 Main St\n${unit}` })).toEqual([above, '123 MAIN ST']);
    expect(between({ unit: `${unit}; Apt 4` })).toEqual([above, '123 MAIN ST APT 4']);
  });

  test.each([
    ['Urb Royal Oak, 123 Calle 1', ['URB ROYAL OAK', '123 CALLE 1']],
    ['Urb Royal Oak 123 Calle 1', ['URB ROYAL OAK', '123 CALLE 1']],
    ['150 Calle A, Urb. Las Gladiolas', ['URB LAS GLADIOLAS', '150 CALLE A']],
    ['150 Calle A Urb. Las Gladiolas', ['URB LAS GLADIOLAS', '150 CALLE A']],
    ['c/o Ann Lee, 5 Oak Ave', ['C/O ANN LEE', '5 OAK AVE']],
    ['c/o Ann Lee 5 Oak Ave', ['C/O ANN LEE', '5 OAK AVE']],
    ['5 Oak Ave c/o Ann Lee', ['C/O ANN LEE', '5 OAK AVE']],
    ['5 Oak Ave in care of Ann Lee', ['C/O ANN LEE', '5 OAK AVE']],
    ['Studio Ballet, Inc., 5 Oak Ave', ['STUDIO BALLET INC', '5 OAK AVE']],
    ['Attn: Photo Desk\n123 Main St', ['ATTN PHOTO DESK', '123 MAIN ST']],
    ['Attn: Photo Desk\r\n123 Main St\r\n', ['ATTN PHOTO DESK', '123 MAIN ST']],
  ])('typed into the street: %s', (street, written) => expect(between({ street })).toEqual(written));

  test('a condominium with its unit: the unit stays with the street', () => {
    expect(between({ street: '1234 Calle Aurora', unit: 'Cond Asturias Apt 5' })).toEqual([
      'COND ASTURIAS',
      '1234 CALLE AURORA APT 5',
    ]);
  });

  test('several lines stay in the order typed, with the urbanization next to the street', () => {
    expect(
      lines({ street: 'Urb Royal Oak\nc/o Ann Lee\n5 Calle 1', unit: 'Apt 9' }, 'Paul Smith', 'Coca-Cola Co.'),
    ).toEqual(['PAUL SMITH', 'COCA-COLA CO', 'C/O ANN LEE', 'URB ROYAL OAK', '5 CALLE 1 APT 9', 'ORLANDO FL  32801']);
    expect(lines({ street: 'c/o Ann Lee\nStudio Ballet, Inc.\n5 Oak Ave', unit: 'Ste 9' })).toEqual([
      'PAUL SMITH',
      'C/O ANN LEE',
      'STUDIO BALLET INC',
      '5 OAK AVE STE 9',
      'ORLANDO FL  32801',
    ]);
  });

  test('a company in the street and the street below it', () => {
    expect(between({ street: 'Turf Team', unit: '123 Main St' })).toEqual(['TURF TEAM', '123 MAIN ST']);
  });
});

describe('anything that isn’t part of an address isn’t printed', () => {
  test.each([
    '407-555-0134',
    '(407) 555-0134 ext. 2',
    'Cell: 4075550134',
    'Leave at door',
    'Gate code 1234*',
    'please ring the bell',
    'Code #4455',
    'behind the church',
    'Do not bend',
    'side door',
    'call me when you arrive',
    'Paul Smith',
    'Orlando, FL 32801',
    '123 Main St',
  ])('typed into the unit: %s', (unit) => {
    expect(between({ unit })).toEqual(['123 MAIN ST']);
    expect(between({ unit: `Apt 4, ${unit}` })).toEqual(['123 MAIN ST APT 4']);
    expect(between({ street: `123 Main St\n${unit}` })).toEqual(['123 MAIN ST']);
  });

  test.each([
    '123 Main St (leave at door)',
    '123 Main St, gate code 1234*',
    '123 Main St, Orlando, FL 32801',
    '123 Main St, Orlando FL 32801, USA',
    '123 Main St; 407-555-0134',
  ])('typed into the street: %s', (street) => expect(between({ street })).toEqual(['123 MAIN ST']));

  test.each([
    ['123 Main St Apt 9', 'Apt 9', '123 MAIN ST APT 9'],
    ['123 Main St, Apt 9', 'apt. #9', '123 MAIN ST APT 9'],
    ['123 Main St #9', 'Apt 9', '123 MAIN ST # 9'],
    ['123 Main St Apt 9', '9', '123 MAIN ST APT 9'],
    ['123 Main St Apt 9', 'Ste 9', '123 MAIN ST APT 9 STE 9'],
    ['123 Main St Apt 9', 'Apt 4', '123 MAIN ST APT 9 APT 4'],
  ])('a unit that the street %j ends with is printed once: %j', (street, unit, written) => {
    expect(between({ street, unit })).toEqual([written]);
  });
});

test.each([
  ['P.O.Box 77', 'PO BOX 77'],
  ['P.O. Box 77', 'PO BOX 77'],
  ['p o box #77', 'PO BOX 77'],
  ['POBox 77', 'PO BOX 77'],
  ['POB 77', 'PO BOX 77'],
  ['Post Office Box 77', 'PO BOX 77'],
  ['P.O. Drawer 77', 'PO BOX 77'],
  ['RR 2 Box 18', 'RR 2 BOX 18'],
  ['HC 68 Box 23A', 'HC 68 BOX 23A'],
  ['U.S.Highway 1', 'US HIGHWAY 1'],
  ['12 St.Augustine Rd', '12 ST AUGUSTINE RD'],
  ['19-1A Oak St', '19-1A OAK ST'],
  ['39.2 Rd', '39.2 RD'],
  ['101 1/2 Elm St', '101 1/2 ELM ST'],
  ['101½ Elm St', '101 1/2 ELM ST'],
  ['289-01 Montgomery Ave', '289-01 MONTGOMERY AVE'],
  ['N6W23001 Bluemound Rd', 'N6W23001 BLUEMOUND RD'],
  ['842 E 1700 S', '842 E 1700 S'],
  ['1,234 Main St', '1234 MAIN ST'],
  ['500 Marquette Avenue Northwest, Ste 1500', '500 MARQUETTE AVENUE NORTHWEST STE 1500'],
  ['7411 South Cottage Grove Ave Ground Floor', '7411 SOUTH COTTAGE GROVE AVE GROUND FLOOR'],
  ['100 Gold Street, 2nd Fl.', '100 GOLD STREET FL 2'],
  ['12 Front St', '12 FRONT ST'],
  ['5 Near Lane', '5 NEAR LANE'],
  ['7 Behind the Mill Road', '7 BEHIND THE MILL ROAD'],
  ['One Penn Plaza', 'ONE PENN PLAZA'],
  ['Hidden Valley Farm', 'HIDDEN VALLEY FARM'],
  ['General Delivery', 'GENERAL DELIVERY'],
  ['USCGC Hamilton', 'USCGC HAMILTON'],
  ['PSC 3 Box 1234', 'PSC 3 BOX 1234'],
  ['Unit 2050 Box 4190', 'UNIT 2050 BOX 4190'],
  ['CMR 450, Box 100', 'CMR 450 BOX 100'],
  ['Broadway and 5th', 'BROADWAY AND 5TH'],
])('the street %s is one line: %s', (street, written) => {
  expect(between({ street })).toEqual([written]);
});

test('two delivery places get a line each, with the last one above the city', () => {
  expect(between({ street: '123 Main St', unit: 'P.O. Box 77' })).toEqual(['123 MAIN ST', 'PO BOX 77']);
});

test('attention and care of on one line become two lines', () => {
  expect(between({ unit: 'Turf Team Attn: Kim Hofer c/o Greg Rack' })).toEqual([
    'TURF TEAM',
    'ATTN KIM HOFER',
    'C/O GREG RACK',
    '123 MAIN ST',
  ]);
});

test('letters of any script stay, and a line with only punctuation isn’t lost', () => {
  expect(lines({ city: 'Łódź' }, '東京 太郎')).toEqual(['東京 太郎', '123 MAIN ST', 'ŁÓDŹ FL  32801']);
  expect(lines({}, '!?')[0]).toBe('!?');
  expect(lines({}, 'J.R.R. Tolkien, Ph.D.')[0]).toBe('JRR TOLKIEN PHD');
});

test('no letter or digit of a name is ever lost', () => {
  // Two apostrophes are letters to Unicode; ŉ has one of them in capitals.
  const letters = (text: string) => (text.toUpperCase().match(/(?![ʻʼ])[\p{L}\p{N}]/gu) ?? []).join('');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      fc.pre(name.trim() !== '');
      expect(letters(lines({}, name)[0] ?? '')).toBe(letters(name));
    }),
  );
});

const STREETS = [
  '123 Main St',
  '9 Oak Ave NW',
  'PO Box 77',
  'RR 2 Box 18',
  '150 Calle A',
  'One Penn Plaza',
  '19-1A Elm Ct',
  'PSC 3 Box 12',
];
const ABOVE = [
  'c/o Ann Lee',
  'Attn: Photo Desk',
  'Turf Team Inc.',
  'Urb. Las Gladiolas',
  'Cond. Asturias',
  'Lincoln High School',
];
const UNITS = ['Apt 4', 'Ste 200', '2nd Floor', '# 7', 'Bldg 3 Apt 5', 'Rear'];
const NOTES = ['leave at door', '407-555-0134', 'gate code 1234*', 'none'];

test('street, unit, lines above and notes end up in the right place from any field, order and separator', () => {
  const mixed = fc.record({
    street: fc.constantFrom(...STREETS),
    above: fc.subarray(ABOVE, { maxLength: 2 }),
    unit: fc.option(fc.constantFrom(...UNITS), { nil: '' }),
    note: fc.option(fc.constantFrom(...NOTES), { nil: '' }),
    above1: fc.boolean(),
    sign: fc.constantFrom(', ', '\n', '; ', '\r\n'),
    inStreet: fc.boolean(),
  });
  fc.assert(
    fc.property(mixed, ({ street, above, unit, note, above1, sign, inStreet }) => {
      const more = [...above, unit, note].filter(Boolean).join(sign);
      const typed = inStreet
        ? {
            street: (above1 ? [...above, street, unit] : [street, unit, ...above]).filter(Boolean).join(sign),
            unit: note,
          }
        : { street, unit: more };
      const plain = (text: string) => lines({ street: '1 X St', unit: text }).slice(1, -1);
      const wanted = [
        ...above.filter((text) => !text.startsWith('Urb')),
        ...above.filter((text) => text.startsWith('Urb')),
      ];
      const written = lines({ street, unit }).slice(1, -1)[0];
      expect(between(typed)).toEqual([...wanted.map((text) => plain(text)[0]), written]);
    }),
    { numRuns: 1000 },
  );
});

test('no digit of any street and unit is lost: it’s printed or left out with a reason', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '12',
          'Apt',
          '4B',
          'c/o',
          'Ann',
          ',',
          '\n',
          '#',
          'St',
          'Urb',
          'gate',
          'code',
          'PO Box',
          '(',
          ')',
          '.',
          '2nd',
          'Floor',
          '407-555-0134',
          'Attn:',
        ),
        { maxLength: 9 },
      )
      .map((all) => all.join(' ')),
  );
  const digits = (all: readonly string[]) => (all.join('').match(/\d/g) ?? []).sort().join('');
  fc.assert(
    fc.property(text, text, (street, unit) => {
      fc.pre(!/[½¼¾⅓⅔]/.test(street + unit));
      const address = { ...ADDRESS, street, unit, city: 'X', zipCode: '' };
      const left = parseAddress(address, 'Paul').left.map((line) => line.text);
      expect(digits([...addressLines('Paul', address), ...left])).toBe(digits([street, unit]));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['123 Main St', 'Apt 4', 'APT 4'],
  ['500 Marquette Avenue Northwest Ste 1500', '', 'STE 1500'],
  ['500 Marquette Avenue Northwest', 'Bldg. 3, Apt 5', 'BLDG 3 APT 5'],
  ['12 Oak St Bldg 3 Apt 5', '', 'BLDG 3 APT 5'],
  ['12 Oak St Bldg 3', 'Apt 5', 'BLDG 3 APT 5'],
  ['7411 South Cottage Grove Ave Ground Floor', '', 'GROUND FLOOR'],
  ['12 Oak St 2nd Floor', '', 'FL 2'],
  ['12 Oak St Suite 5', '', 'STE 5'],
  ['12 Oak St', '#72', '# 72'],
  ['12 Oak St Rear', '', 'REAR'],
  ['12 Oak St', '', ''],
  ['12 Front St', '', ''],
  ['12 Upper Side Rd', '', ''],
  ['PO Box 77', '', ''],
  ['PO Box # 77', '', ''],
  ['RR 2 Box 18', '', ''],
  ['Unit 2050 Box 4190', '', ''],
  ['General Delivery', '', ''],
  ['Hidden Valley Farm', '', ''],
])('the street %j with the unit %j can break before %j', (street, unit, part) => {
  const block = addressBlock('Paul Smith', { ...ADDRESS, street, unit });
  expect(block.unit).toBe(part);
  if (part) expect(block.lines[block.lines.length - 2]).toMatch(new RegExp(` ${part}$`));
});

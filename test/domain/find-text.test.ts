import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldText, isExactly, isFound, type Searched, searchOf } from '../../src/domain/find-text';
import { phoneNumbersIn } from '../../src/domain/phone-digits';

const ORDER: Searched = {
  numbers: ['ASDAR26-0001', 'shop-4711'],
  texts: ['ASDAR26-0001', 'Łukasz Siobhán O’Brien-Müller', 'lukasz@example.com'],
  photos: ['1234', 'IMG_77'],
  phone: '(407) 555-0199 ext. 12',
};
const finds = (query: string, more: Partial<Searched> = {}) => isFound(searchOf(query), { ...ORDER, ...more });

describe('an order is found no matter how its details are typed', () => {
  test.each([
    'ASDAR26-0001',
    'asdar26-0001',
    '#ASDAR26-0001',
    'order ASDAR26-0001',
    'Order #ASDAR26-0001',
    'order no. asdar26-0001',
    'Order number: ASDAR26-0001',
    'ASDAR26–0001',
    'ASDAR26 0001',
    'asdar260001',
    '0001',
    'ASDAR26',
    'shop-4711',
    'SHOP 4711',
    'lukasz',
    'ŁUKASZ',
    'Łukasz',
    'siobhan',
    "siobhan o'brien",
    'siobhan o’brien',
    'obrien',
    "O'Brien",
    'o`brien',
    'muller',
    'MÜLLER',
    'Mu\u0308ller',
    'obrien muller',
    'o’brien-müller',
    'muller, lukasz',
    '"lukasz"',
    'lukasz@example.com',
    'LUKASZ@EXAMPLE',
    'l\u200bukasz',
    'ｌｕｋａｓｚ',
    '1234',
    'img_77',
    'IMG 77',
    'img77',
    'tel. 407-555-0199',
    'Phone: (407) 555-0199',
    '0199',
    '555-0199',
    '(407) 555-0199',
    '407.555.0199',
    '+1 407 555 0199',
    '14075550199',
    '407-555-0199 ext. 12',
    '407-555-0199 x12',
    '５５５０１９９',
  ])('%s', (query) => expect(finds(query)).toBe(true));

  test.each(['', ' ', '#', 'order', 'asdar26-0002', 'lukasz smith', '123', '0198', '12', '5550198', 'img', '4711a'])(
    'and %j doesn’t match it',
    (query) => expect(finds(query)).toBe(false),
  );
});

test.each([
  ['407-555-0134 & 407-555-0199', '0134'],
  ['407-555-0134 & 407-555-0199', '0199'],
  ['407-555-0134 / 407-555-0199', '5550134'],
  ['407/555/0134', '4075550134'],
  ['Cell: 407-555-0134', '0134'],
  ['407-555-0134 (home) 407-555-0199', '0134'],
  ['+1 (407) 555-0134', '407-555-0134'],
  ['407–555–0134', '407-555-0134'],
  ['4075550134', '(407) 555-0134'],
  ['555-0199 x1234', '1234'],
  ['４０７５５５０１３４', '0134'],
])('in %j a phone number is found by %s', (phone, query) => expect(finds(query, { phone })).toBe(true));

test('a word for an order counts as a word if nothing else was typed', () => {
  expect(finds('Order', { texts: ['Penny Order'] })).toBe(true);
  expect(searchOf('border')).toMatchObject({ words: ['border'] });
});

test('an exact number comes before one that contains it', () => {
  expect(isExactly(searchOf('#asdar26 0001'), ORDER.numbers)).toBe(true);
  expect(isExactly(searchOf('asdar26-000'), ORDER.numbers)).toBe(false);
  expect(isExactly(searchOf(''), [''])).toBe(false);
});

test.each([
  ['Łódź Żółć', 'lodz zolc'],
  ['Ørsted Þór Straße', 'orsted thor strasse'],
  ['Đặng Hữu', 'dang huu'],
  ['İstanbul Işık', 'istanbul isik'],
  ['Œuvre Æsop', 'oeuvre aesop'],
  ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
  ['ﬁrst　Ｌｅｅ', 'first lee'],
  ['Anne‑Marie', 'anne-marie'],
  ['Jo ´ Lee', 'jo lee'],
])('%s is compared as %s', (text, folded) => expect(foldText(text)).toBe(folded));

test('folding twice equals folding once, and every name is found by its whole text and by each word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(foldText(foldText(name))).toBe(foldText(name));
      const texts = [name];
      const search = searchOf(name);
      fc.pre(search.words.length > 0 && !/^order|^n(?:o|r|um)/i.test(name.trim()));
      expect(isFound(search, { numbers: [], texts, photos: [], phone: '' })).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('a phone number is found by its last seven digits, with anything between them', () => {
  const number = fc.tuple(
    fc.integer({ min: 200, max: 999 }),
    fc.integer({ min: 200, max: 999 }),
    fc.integer({ min: 1000, max: 9999 }),
  );
  const dress = fc.constantFrom(
    '(A) B-C',
    'A-B-C',
    'A.B.C',
    '+1 A B C',
    '1ABC',
    'A/B/C',
    'A–B–C',
    'Phone: A B C',
    'A-B-C ext. 5',
    'A-B-C or 2025550100',
    'ABC (mobile)',
  );
  fc.assert(
    fc.property(number, dress, dress, ([a, b, c], one, other) => {
      const written = (form: string) => form.replace('A', `${a}`).replace('B', `${b}`).replace('C', `${c}`);
      expect(phoneNumbersIn(written(one)).some((digits) => digits.endsWith(`${b}${c}`))).toBe(true);
      if (!/[a-z]/i.test(written(other))) expect(finds(written(other), { phone: written(one) })).toBe(true);
    }),
  );
});

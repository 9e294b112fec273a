import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, foundInWords } from '../../../src/domain/text/clean';

const clean = (text: string) => cleanText(text).text;
const words = (text: string) => foundInWords(cleanText(text).found);

describe('invisible characters are removed and named', () => {
  test.each([
    ['paul@example.com\u200b', 'paul@example.com', 'an invisible character (U+200B)'],
    [
      '\u202a+1 (407) 555-0134\u202c',
      '+1 (407) 555-0134',
      'invisible characters that change text direction (U+202A, U+202C)',
    ],
    ['\ufeffPaul', 'Paul', ''],
    ['Pa\ufefful', 'Paul', 'an invisible character (U+FEFF)'],
    ['so\u00adphie', 'sophie', 'an invisible character (U+00AD)'],
    ['Paul\u{e0041}\u{e0042}', 'Paul', 'invisible characters (U+E0041, U+E0042)'],
    [
      'Paul\u2060\u2061\u180e\u3164\uffa0\u034f',
      'Paul',
      'invisible characters (U+2060, U+2061, U+180E, U+3164, U+FFA0, U+034F)',
    ],
    ['a\u0007b\u0000', 'ab', 'control characters (U+0007, U+0000)'],
    ['a\ufffeb', 'ab', 'a control character (U+FFFE)'],
    ['moc\u202elive', 'moclive', 'an invisible character that changes text direction (U+202E)'],
    ['a\u200eb\u2066c\u061cd', 'abcd', 'invisible characters that change text direction (U+200E, U+2066, U+061C)'],
    ['x\ufe0f\ufe01', 'x', 'invisible characters (U+FE0F, U+FE01)'],
  ])('%j', (sent, text, found) => {
    expect(clean(sent)).toBe(text);
    expect(words(sent)).toBe(found);
  });

  test.each(['\u200b', '\u202e\u202c', '\u3164', '\u00ad\u2060', '\u2800', '\u{e0061}\u{e007f}', ' \t\u00a0\u3000 '])(
    '%j counts as blank',
    (sent) => {
      expect(clean(sent)).toBe('');
    },
  );

  test('a run of variation selectors after a picture can’t hide text', () => {
    expect(clean(`😀${'\ufe0f'.repeat(9)}\u{e0150}\u{e0151}`)).toBe('😀\ufe0f');
  });
});

describe('characters that a script or a picture needs stay', () => {
  test.each([
    ['a family', '👨\u200d👩\u200d👧\u200d👦'],
    ['a woman of a skin tone at a laptop', '👩🏽\u200d💻'],
    ['a heart with its selector, joined', '❤\ufe0f\u200d🔥'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['a Persian word with a non-joiner', 'می\u200cخواهم'],
    ['a Hindi half form', 'क्\u200d'],
    ['a Malayalam chillu as it used to be written', 'ന്\u200d'],
    ['a Sinhala conjunct', 'ශ්\u200dරී'],
    ['a Japanese family name in its variant', '葛\u{e0100}城'],
    ['a Han compatibility character, which NFC would exchange', '神\ufa19\u{2f804}'],
    ['Mongolian', 'ᠨ\u180b'],
    ['old Hangul', '\u115f\u1161\u1100\u1160'],
    ['Arabic number signs, which are seen', '\u0600'],
    ['Braille with its blank', '⠃\u2800⠗'],
  ])('%s', (_, text) => {
    expect(cleanText(text)).toEqual({ text, found: [] });
  });

  test('the same joiners are removed where they do nothing', () => {
    expect(clean('P\u200daul\u200c 😀\u200d 7\u200d8 می\u200c\u200cخ')).toBe('Paul 😀 78 می\u200cخ');
  });
});

test('accents are composed, except in an id', () => {
  expect(clean('Jose\u0301  A\u030angstro\u0308m')).toBe('José Ångström');
  expect(cleanText('Jose\u0301  x\u200b', { asComposed: true }).text).toBe('Jose\u0301  x');
});

test('spaces of every width are one space', () => {
  expect(clean(' Paul\u00a0\u2009Smith\t\u3000Jr\u202f. ')).toBe('Paul Smith Jr .');
});

test('line endings of every system become one, kept or reported', () => {
  const sent = 'a \r\nb\rc\u2028d\u0085e\vf\n';
  expect(cleanText(sent, { lines: true })).toEqual({ text: 'a\nb\nc\nd\ne\nf', found: [] });
  expect(cleanText(sent)).toEqual({ text: 'a b c d e f', found: [{ kind: 'line break', characters: ['U+000A'] }] });
  expect(words(sent)).toBe('a line break');
  expect(cleanText('a\n\nb', { lines: true }).text).toBe('a\n\nb');
});

test('dashes and quotes are corrected only on request', () => {
  const sent = '32801–1234 407\u2011555−0134 “O’Neil” O`Neil';
  expect(clean(sent)).toBe(sent);
  expect(cleanText(sent, { dashes: true, quotes: true }).text).toBe('32801-1234 407-555-0134 "O\'Neil" O\'Neil');
});

test('a lost character stays and is reported, and half a character becomes one', () => {
  expect(cleanText('Jos\ufffd')).toEqual({ text: 'Jos\ufffd', found: [{ kind: 'lost', characters: ['U+FFFD'] }] });
  expect(words('Jos\ufffd')).toBe('an unreadable character (U+FFFD)');
  expect(clean('a\ud83d b\ude00')).toBe('a\ufffd b\ufffd');
  expect(words('a\ud83d')).toBe('half of a character (U+D83D)');
});

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        ...'\u200d\u200c\ufe0f\u202e\u0627\u0628क्न😀👩🏽❤🏴a1 \n\r\u180b\u1160\u115f\u1161\u{e0067}\u{e007f}葛\u{e0100}\ufa19\u0301',
      ),
    )
    .map((parts) => parts.join('')),
);

test('cleaning any text twice changes nothing and reports nothing new', () => {
  const wishes = fc.record({
    lines: fc.boolean(),
    dashes: fc.boolean(),
    quotes: fc.boolean(),
    asComposed: fc.boolean(),
  });
  fc.assert(
    fc.property(anything, wishes, (sent, wished) => {
      const { text } = cleanText(sent, wished);
      const again = cleanText(text, wished);
      expect(again.text).toBe(text);
      expect(again.found.filter(({ kind }) => kind !== 'lost')).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});

test('no letter, digit or picture is ever lost', () => {
  const seen = (text: string) =>
    text
      .normalize('NFC')
      .match(/[\p{L}\p{N}\p{S}]/gu)
      ?.join('')
      .replace(/[\u3164\uffa0\u115f\u1160\u2800]/g, '');
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(seen(clean(text))).toBe(seen(text))));
});

test('a text of 45,000 of any character is handled quickly', () => {
  for (const one of ['\u200d', '\ufe0f', '👩\u200d', '\u0627\u200c', '\n', '\u202e', '🏴\u{e0067}']) {
    const began = performance.now();
    cleanText(one.repeat(Math.ceil(45_000 / one.length)));
    expect(performance.now() - began).toBeLessThan(1000);
  }
});

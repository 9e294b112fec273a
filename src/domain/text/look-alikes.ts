/** Characters that look like one on a keyboard, and the key to type instead. */

/** `U+00AD`, as the Unicode charts write a character. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Dashes, minus signs and hyphens: the general category Pd without the ones of other scripts, and its look-alikes. */
const DASHES = /[\u02d7\u058a\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/g;
/** Single quotes, primes and accents used as an apostrophe. */
const APOSTROPHES = /[\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u02c8\u2018-\u201b\u2032\u2035\uff07]/g;
const QUOTES = /[\u201c-\u201f\u2033\u2036\uff02]/g;

/** Every dash as `-`. */
export const plainDashes = (text: string): string => text.replace(DASHES, '-');

/** Curly and slanted quotes as `'` and `"`. */
export const plainQuotes = (text: string): string => text.replace(APOSTROPHES, "'").replace(QUOTES, '"');

/**
 * Every space (general category Zs, tabs, the blank of Braille outside of Braille) as the one of the keyboard, one at a
 * time, in each line.
 */
export const plainSpaces = (text: string): string =>
  text
    .replace(/(?<![\u2801-\u28ff])\u2800(?![\u2801-\u28ff])/g, ' ')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n');

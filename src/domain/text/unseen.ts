/**
 * Which characters are invisible, by the properties of the Unicode Character Database (UAX #44) built into the engine,
 * so that no table of ours needs updates for new versions of Unicode.
 */

/** Line ends of every system: CR LF, CR, LF, and the ones of UAX #14 (VT, FF, NEL, LS, PS). */
export const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/**
 * Joiners and selectors that change what is seen, where they do:
 * - the joiners in scripts that are written with them (RFC 5892, appendix A.1 and A.2; UAX #31), once after a letter,
 * - ZWJ between two pictures (UTS #51, emoji ZWJ sequences: a family is several pictures),
 * - the variation selectors after a picture, a digit of a keycap or a Han character (UTS #37: variants in names of people),
 * - the tag characters of the flags of England, Scotland and Wales (UTS #51, emoji tag sequences),
 * - Mongolian selectors after a Mongolian letter, and Hangul fillers beside the letters of which a syllable is made.
 */
const SEEN_IN_PLACE = [
  '(?<=(?![\\u180b-\\u180f])[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Nko}\\p{Script=Devanagari}' +
    '\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}' +
    '\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}' +
    '\\p{Script=Myanmar}])(?<=[\\p{L}\\p{M}])[\\u200c\\u200d]',
  '(?<=\\p{Extended_Pictographic}[\\ufe0f\\p{Emoji_Modifier}]?)\\u200d(?=\\p{Extended_Pictographic})',
  '(?<=\\p{Emoji})[\\ufe0e\\ufe0f]',
  '(?<=\\p{Ideographic})[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}]',
  '(?<=\\u{1f3f4})[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{1,6}\\u{e007f}',
  '(?<=[\\u1820-\\u1878])[\\u180b-\\u180e\\u180f]',
  '\\u115f(?=[\\u1160-\\u11ff])|(?<=[\\u1100-\\u115f])\\u1160',
].join('|');

/** Characters that readable text never needs, and what they are called; the first matching row counts. */
const UNWANTED = {
  /** A half of a character (a lone surrogate): the rest was cut off. */
  half: '\\p{Surrogate}',
  /** UAX #9: these turn the direction of the text around them; `exe.gpj` is read as `jpg.exe`. */
  direction: '\\p{Bidi_Control}',
  /** Zero width, soft hyphens, tags, fillers, selectors, annotation marks. */
  invisible: '\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb',
  /** C0 and C1 except line ends and tabs, and code points that aren't characters. */
  control: '\\p{Cc}\\p{Noncharacter_Code_Point}',
} as const;

/** What kind of unwanted character was found. */
export type Unwanted = keyof typeof UNWANTED;

const KINDS = Object.entries(UNWANTED).map(([kind, set]) => [kind as Unwanted, new RegExp(`[${set}]`, 'u')] as const);

/** Either something to keep (the first group), or one character to remove. Tabs and line feeds are handled before. */
export const UNSEEN = new RegExp(`(${SEEN_IN_PLACE})|(?![\\t\\n])[${Object.values(UNWANTED).join('')}]`, 'gu');

/** The kind of a character that {@link UNSEEN} found. */
export const kindOf = (character: string): Unwanted => KINDS.find(([, set]) => set.test(character))?.[0] ?? 'invisible';

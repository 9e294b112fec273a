import { isPhoneEnd, phoneNumbersIn } from './phone-digits';
import { plainDashes, plainQuotes } from './text/look-alikes';

/** Ligatures, and letters that Unicode doesn't decompose because their stroke isn't an accent. */
const STROKES: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ŋ: 'n',
  ɨ: 'i',
  ƶ: 'z',
  ς: 'σ',
};

/**
 * A text in the form used for searching: lower case without accents and strokes, plain dashes, no apostrophes, no
 * invisible characters (compatibility decomposition, UAX #15): `Łukasz O’Brien` becomes `lukasz obrien`.
 */
export const foldText = (text: string): string =>
  // First, because an accent used as an apostrophe would become a space. The second pass is for small and raised
  // dashes.
  plainQuotes(plainDashes(plainQuotes(text).normalize('NFKD')))
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}']/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .toLowerCase()
    .replace(/[łøđðħŧıßæœþŋɨƶς]/g, (letter) => STROKES[letter] ?? letter)
    .trim();

/** What an order number is called in front of it: `order`, `order no.`, `#`. */
const CALLED = /^(?:order\b\s*)?(?:(?:number|no|nr|num)\b\.?\s*)?[#:\s]*/;

/**
 * A number or id in the form used for searching: letters and digits only, so that hyphens, spaces and `#` don't matter.
 */
const numberKey = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]/gu, '');

/** A typed search, prepared once for all orders. */
export interface Search {
  /** Folded, without `order` or `#` in front. */
  readonly all: string;
  readonly words: readonly string[];
  readonly number: string;
  /** The digits of each typed phone number; empty when it is none. */
  readonly phones: readonly string[];
}

/** Prepares what was typed: an order number in any dress, names, an email, a phone number, a photo number. */
export const searchOf = (query: string): Search => {
  const folded = foldText(query);
  const all = folded.replace(CALLED, '') || folded;
  // Anne-Marie is found by `anne marie` and Anne Marie by `anne-marie`; the hyphen of a number stays.
  const words = all
    .split(' ')
    .flatMap((word) => (/^[\p{L}-]+$/u.test(word) ? word.split('-') : [word]))
    .map((word) => word.replace(/^[#"(,.;:]+|[)",.;:]+$/g, ''))
    .filter((word) => word !== '');
  const isPhone =
    /^(?:(?:tel|phone|ph|cell|mobile|fax)\b[.:\s]*)?\+?[\d\s().\-/]+(?:(?:ext|extension|x|#)\.?\s*\d*)?$/.test(all);
  return { all, words, number: numberKey(all), phones: isPhone ? phoneNumbersIn(all) : [] };
};

/** The texts of an order that a search goes through. */
export interface Searched {
  /** Order number and id: matched as a whole, regardless of punctuation. */
  readonly numbers: readonly string[];
  /** Number, name, email: found by parts. */
  readonly texts: readonly string[];
  /** Found whole. */
  readonly photos: readonly string[];
  readonly phone: string;
}

/** Whether an order is meant by its whole number or id. */
export const isExactly = ({ number }: Search, numbers: readonly string[]): boolean =>
  number !== '' && numbers.some((text) => numberKey(text) === number);

/** Whether a search may mean an order: by its number or id, by the end of a phone number, or each word by some text. */
export const isFound = (search: Search, { numbers, texts, photos, phone }: Searched): boolean => {
  if (isExactly(search, [...numbers, ...photos]) || isPhoneEnd(phone, search.phones)) return true;
  const [folded, whole] = [texts.map(foldText), photos.map(foldText)];
  return (
    search.words.length > 0 &&
    search.words.every((word) => folded.some((text) => text.includes(word)) || whole.includes(word))
  );
};

import { tidyCapitals } from './capitals';
import { FAMILY_FIRST, NO_NAMES, NOT_ONE_PERSON, PARTICLES, SUFFIXES, TITLES, TITLES_AND_NAMES } from './words';

/** How a customer is addressed. */
export interface Greeting {
  /**
   * The name after `Hi`: the first name if it's certain, or else the whole name if it's presentable; blank if there is
   * none (`Hello,`).
   */
  readonly name: string;
  /** Whether `name` is surely a first name. */
  readonly certain: boolean;
}

const NOBODY: Greeting = { name: '', certain: false };
/** The longest name in a greeting. */
const LONGEST_GREETING = 40;
/** After the first name, not counting `de la`; longer names are rarely a single customer's. */
const MOST_NAMES = 3;
/** `Const.`, `Wm.`: abbreviations, not suitable for a greeting. */
const ABBREVIATED = /\p{L}{2,}\.$/u;

/** A word in the form the tables use. */
const key = (word: string): string => word.toLowerCase().replace(/[.,]/g, '');
/** Letters of the Latin script, with inner hyphens and apostrophes: in other scripts the last name may come first. */
const LATIN_WORD = /^\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:[-'’.]\p{Script=Latin}[\p{Script=Latin}\p{M}]*)*\.?$/u;
/** `J.`, `J`, `J.R.`, and `JR` or `TJ` in a name that has lower-case letters. */
const INITIALS = /^(?:\p{L}\.?-?)$|^(?:\p{L}\.)+\p{L}?$/u;
/** Letters, with the joiners, hyphens, apostrophes and stops that names have within and behind them. */
const NAME_WORD = /^[\p{L}\p{M}\u200c\u200d]+(?:[-‐'’ʼ.·・][\p{L}\p{M}\u200c\u200d]+)*[.'’]?-?$/u;
/** What a program would make a link of, and the name of a site. */
const LINK = /www\.|\.\p{L}\p{M}*\p{L}/iu;

/** Whether a name consists of letters only: anything else isn't a name, or is bait. */
const isOfLetters = (name: string): boolean =>
  !LINK.test(name) && name.split(' ').every((word) => word === '&' || NAME_WORD.test(word));

/** On one line and without invisible characters, except the joiners that some scripts need. */
const seen = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/(?![\u200c\u200d])[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Surrogate}]/gu, '');

/** Words without a nickname: `William "Bill" Smith`, `Robert 'Corky' Lee`, `Kim (mother) Lee`. */
const withoutAsides = (name: string): string =>
  name
    .replace(/["“”„][^"“”„]*["“”„]|\([^)]*\)|(?<= )['‘’]{1,2}[^'‘’]+['‘’]{1,2}(?= |$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** `Okafor, Chidi` becomes `Chidi Okafor`; suffixes lose their comma. Null if the meaning of the commas is unclear. */
const withoutCommas = (name: string): { readonly name: string; readonly turned: boolean } | null => {
  const parts = name.split(',').map((part) => part.trim());
  const [last = '', ...more] = parts.filter((part) => part !== '');
  const isMixed = /\p{Ll}/u.test(last);
  // `Ann Lee, AIA` ends with the letters of a profession, `LEE, ANN` doesn't; `attorney at law` isn't a name either.
  const isSuffix = (part: string) =>
    (isMixed && last.includes(' ') && /^(?:\p{Lu}\.?){2,4}$/u.test(part)) ||
    part
      .split(' ')
      .every(
        (word, _, all) =>
          SUFFIXES.has(key(word)) || NOT_ONE_PERSON.has(key(word)) || (all.length > 1 && TITLES.has(key(word))),
      );
  const given = more.filter((part) => !isSuffix(part));
  if (given.length === 0) return { name: [last, ...more].join(' '), turned: false };
  const end = last.split(' ').pop() ?? '';
  if (given.length > 1 || INITIALS.test(end) || TITLES.has(key(end))) return null;
  return { name: [given[0], last, ...more.filter(isSuffix)].join(' '), turned: true };
};

/**
 * Whether words name several people or a business: `&`, `and`, `Inc`, `Stu's`; the `Y` of `Ben Y. Lee` is an initial.
 */
const isSeveral = (words: readonly string[]): boolean =>
  words.some(
    (word, index) =>
      NOT_ONE_PERSON.has(key(word)) ||
      /&|\p{L}{2}['’]s$/iu.test(word) ||
      (/^[yYe]$/.test(word) && index > 0 && index < words.length - 1),
  );

/** The index of the first name among words, when it is one for sure; -1 when not. */
const firstNameAt = (words: readonly string[], turned: boolean): number => {
  let start = 0;
  let end = words.length;
  while (TITLES.has(key(words[start] ?? ''))) start++;
  while (end > start + 1 && SUFFIXES.has(key(words[end - 1] ?? ''))) end--;
  const named = words.slice(start, end);
  const [given = '', ...rest] = named;
  const [opening = ''] = words;
  if (TITLES_AND_NAMES.has(opening.toLowerCase())) return -1;
  const isTitled = rest.some((word) => TITLES.has(key(word)) && /\.$/.test(word));
  if (
    rest.length === 0 ||
    rest.filter((word) => !PARTICLES.has(key(word))).length > MOST_NAMES ||
    named.some((word) => ABBREVIATED.test(word)) ||
    isTitled ||
    isSeveral(words) ||
    !named.every((word) => LATIN_WORD.test(word))
  )
    return -1;
  if (INITIALS.test(given) || PARTICLES.has(key(given)) || SUFFIXES.has(key(given))) return -1;
  // `Swanson Peter A`: a trailing initial means that the last name comes first.
  if (!turned && rest.length > 1 && INITIALS.test(rest[rest.length - 1] ?? '')) return -1;
  // `SMITH John` starts with the last name; in `AJ SMITH` it's unclear whether AJ is a name or initials.
  const isAllCapitals = named.join('') === named.join('').toUpperCase();
  if (/^\p{Lu}{2,}$/u.test(given) && (isAllCapitals ? given.length < 3 : given.length > 2)) return -1;
  // `Kim Min-jun`: a given name of two syllables behind the last name, as names are written in Korea.
  if (!turned && rest.length === 1 && /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(rest[0] ?? '')) return -1;
  const plain = given.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return !turned && FAMILY_FIRST.has(plain) ? -1 : start;
};

/**
 * How an email greets a customer: by the first name if it's certain, or else by the whole name, or else by none. Titles
 * alone, initials, couples, families, businesses and scripts in which the last name may come first aren't certain. A
 * name in all capitals or all lower case is tidied. No greeting contains a link or a comma.
 */
export const greetingOf = (customerName: string): Greeting => {
  const typed = withoutAsides(seen(customerName));
  const flat = withoutCommas(typed);
  if (flat === null || !/\p{L}/u.test(flat.name) || !isOfLetters(flat.name)) return NOBODY;
  if (NO_NAMES.has(key(flat.name))) return NOBODY;
  const words = tidyCapitals(flat.name).split(' ');
  const at = firstNameAt(flat.name.split(' '), flat.turned);
  const name = at < 0 ? words.join(' ') : (words[at] ?? '');
  return [...name].length > LONGEST_GREETING ? NOBODY : { name, certain: at >= 0 };
};

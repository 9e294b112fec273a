import { tidyCapitals } from './capitals';
import { FAMILY_FIRST, NOT_ONE_PERSON, PARTICLES, SUFFIXES, TITLES } from './words';

/** How somebody is addressed. */
export interface Greeting {
  /**
   * Behind `Hi`: the first name where it is certain, else the whole name as it is fit to be read out, blank when there is
   * none (`Hello,`).
   */
  readonly name: string;
  /** Whether `name` is a first name for sure. */
  readonly certain: boolean;
}

const NOBODY: Greeting = { name: '', certain: false };
/** Nobody is greeted by more. */
const LONGEST_GREETING = 40;
/** Behind the first one; what has more words is no person. */
const MOST_NAMES = 4;

/** A word as it stands in the tables. */
const key = (word: string): string => word.toLowerCase().replace(/[.,]/g, '');
/** Letters of the Latin script, hyphens and apostrophes within: in other scripts the last name may stand first. */
const LATIN_WORD = /^\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:[-'’.]\p{Script=Latin}[\p{Script=Latin}\p{M}]*)*\.?$/u;
/** `J.`, `J`, `J.R.`, and `JR` or `TJ` in a name that has small letters. */
const INITIALS = /^(?:\p{L}\.?-?)$|^(?:\p{L}\.)+\p{L}?$/u;
/** Letters, with the joiners, hyphens, apostrophes and stops that names have within and behind them. */
const NAME_WORD = /^[\p{L}\p{M}\u200c\u200d]+(?:[-‐'’ʼ.·・][\p{L}\p{M}\u200c\u200d]+)*[.'’]?-?$/u;
/** What a program would make a link of, and the name of a site. */
const LINK = /www\.|\.\p{L}\p{M}*\p{L}/iu;

/** Whether a name has words of letters only: what else stands in one is no name, or bait. */
const isOfLetters = (name: string): boolean =>
  !LINK.test(name) && name.split(' ').every((word) => word === '&' || NAME_WORD.test(word));

/** Without what nobody sees, but for the joiners that some scripts are written with; in one line. */
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

/** `Okafor, Chidi` as `Chidi Okafor`; suffixes keep no comma. Null when nobody can tell what the commas part. */
const withoutCommas = (name: string): { readonly name: string; readonly turned: boolean } | null => {
  const parts = name.split(',').map((part) => part.trim());
  const isSuffix = (part: string) =>
    part.split(' ').every((word) => SUFFIXES.has(key(word)) || NOT_ONE_PERSON.has(key(word)));
  const [last = '', ...more] = parts.filter((part) => part !== '');
  const given = more.filter((part) => !isSuffix(part));
  if (given.length === 0) return { name: [last, ...more].join(' '), turned: false };
  const end = last.split(' ').pop() ?? '';
  if (given.length > 1 || INITIALS.test(end) || TITLES.has(key(end))) return null;
  return { name: [given[0], last, ...more.filter(isSuffix)].join(' '), turned: true };
};

/** Whether words are more than one person, or none: `&`, `and`, `Inc`, `Stu's`; the `Y` of `Ben Y. Lee` is an initial. */
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
  const isTitled = rest.some((word) => TITLES.has(key(word)) && /\.$/.test(word));
  if (
    rest.length === 0 ||
    rest.length > MOST_NAMES ||
    isTitled ||
    isSeveral(words) ||
    !named.every((word) => LATIN_WORD.test(word))
  )
    return -1;
  if (INITIALS.test(given) || PARTICLES.has(key(given)) || SUFFIXES.has(key(given))) return -1;
  // `Swanson Peter A`: an initial stands last where the last name stands first.
  if (!turned && rest.length > 1 && INITIALS.test(rest[rest.length - 1] ?? '')) return -1;
  // `SMITH John` has its last name in front; of `AJ SMITH` nobody knows whether it is a name or two letters.
  const isAllCapitals = named.join('') === named.join('').toUpperCase();
  if (/^\p{Lu}{2,}$/u.test(given) && (isAllCapitals ? given.length < 3 : given.length > 2)) return -1;
  const plain = given.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return !turned && FAMILY_FIRST.has(plain) ? -1 : start;
};

/**
 * How a customer is addressed at the beginning of an email: by the first name where it is certain, else by the whole name,
 * else by none. Titles alone, initials, couples, families, businesses and scripts in which the last name may stand first
 * are not certain. A name all in capitals or all in small letters is tidied. No greeting has a link or a comma in it.
 */
export const greetingOf = (customerName: string): Greeting => {
  const typed = withoutAsides(seen(customerName));
  const flat = withoutCommas(typed);
  if (flat === null || !/\p{L}/u.test(flat.name) || !isOfLetters(flat.name)) return NOBODY;
  const words = tidyCapitals(flat.name).split(' ');
  const at = firstNameAt(flat.name.split(' '), flat.turned);
  const name = at < 0 ? words.join(' ') : (words[at] ?? '');
  return [...name].length > LONGEST_GREETING ? NOBODY : { name, certain: at >= 0 };
};

import { saysNothing } from '../text/says-nothing';
import { plainLine } from './plain';
import { ORDINALS, STREET_TYPES, UNIT_WORDS, UNITS_ALONE } from './words';

const FLOOR = `(?:FLOOR|FLR|FL)`;
/** `2ND FLOOR`, `SECOND FL`, with words around. */
const NTH_FLOOR = new RegExp(`\\b(?:(\\d+)(?:ST|ND|RD|TH)|(${ORDINALS.slice(1).join('|')})) ${FLOOR}\\b`, 'g');
const FLOOR_LAST = new RegExp(`^(\\d+) ${FLOOR}$`);
const GLUED = /^([A-Z]{2,})(\d\S*)$/;
const NOTHING =
  /^(?:NO|XX+|#|UNKNOWN|SAME(?: AS ABOVE)?|(?:NO|WITHOUT) (?:APT|APARTMENT|UNIT|SUITE|NUMBER|APT NUMBER)|(?:SINGLE FAMILY )?(?:HOME|HOUSE))$/;

/** Whether the field means "no unit": `none`, `N/A`, `-`, `#`, `house`, `xxx`; `X` could be a unit. */
export const isNoUnit = (text: string): boolean => saysNothing(text) || NOTHING.test(plainLine(text));

/** The words of a unit: capitals, floors by number, `APT4` taken apart. */
const partsOf = (text: string): string[] =>
  plainLine(text)
    .replace(NTH_FLOOR, (_, digits?: string, word?: string) => `FL ${digits ?? ORDINALS.indexOf(word ?? '')}`)
    .replace(FLOOR_LAST, 'FL $1')
    .replace(/^(?:NO|NUM|NUMBER) (?=\S*\d)/, '# ')
    .split(' ')
    .flatMap((part) => {
      const [, word = '', number = ''] = GLUED.exec(part) ?? [];
      return UNIT_WORDS.has(word) ? [word, number] : [part];
    });

/** Whether a text names a part of a building with a word of Publication 28, C2, or with `#`. */
export const isUnit = (text: string): boolean => {
  const [first = '', second = ''] = partsOf(text);
  if (first === '#') return second !== '';
  const word = UNIT_WORDS.get(first);
  if (word === undefined) return false;
  if (second === '') return UNITS_ALONE.has(word);
  return second === '#' || /\d/.test(second) || UNIT_WORDS.has(second) || isShort(second);
};

/** `B` or `AA`, but no `ST` or `OF`: 12 Front St is a street, Office of Records a business. */
const isShort = (text: string): boolean => /^(?!OF$)[A-Z]{1,2}$/.test(text) && !STREET_TYPES.test(text);

const ADJECTIVES: ReadonlySet<string> = new Set('FRONT LOWER UPPER REAR'.split(' '));

/**
 * The unit as printed after the street (Publication 28, 213 and C2): `Apt. 4`, `apartment #4` and `Apt4` become `APT
 * 4`, `2nd Floor` becomes `FL 2`; `4B` alone becomes `# 4B`, since its designator is unknown. Blank if there is none.
 */
export const unitOf = (text: string): string => {
  if (isNoUnit(text)) return '';
  const parts = partsOf(text);
  const [first = '', second = ''] = parts;
  if (UNIT_WORDS.has(first) || (first === '#' && UNIT_WORDS.has(second))) {
    // The sign is redundant only right after the designator: `STE # 9`, but `BLDG B # 9`.
    const isWord = (part: string | undefined) => part !== undefined && UNIT_WORDS.has(part);
    const written = parts.filter(
      (part, at) => part !== '#' || !(at === 0 || isWord(parts[at - 1]) || isWord(parts[at + 1])),
    );
    // `LOWER LEVEL` is no `LOWR`: the word says more of the next one than of the house.
    const isAdjective = (part: string, next = '') =>
      ADJECTIVES.has(part) && /^(?!AND$)[A-Z]{3,}$/.test(next) && !UNIT_WORDS.has(next);
    return written
      .map((part, at) => (isAdjective(part, written[at + 1]) ? part : (UNIT_WORDS.get(part) ?? part)))
      .join(' ');
  }
  const bare = parts.join(' ');
  return bare === '' || /^#|^\D*\s|^[^\d]{5,}$/.test(bare) ? bare : `# ${bare}`;
};

/** The number of a unit without its word: `9` of `APT 9` and `# 9`. Blank when it has none of its own. */
const numberOf = (unit: string): string => /^(?:#|[A-Z]+) (\S+)$/.exec(unit)?.[1] ?? '';

/** The unit that a street line ends with, as {@link unitOf} writes it; blank without one. */
export const unitWithin = (street: string): string => {
  const words = plainLine(street).split(' ');
  const tails = [words.slice(-2), words.slice(-1)].filter((tail) => tail.length < words.length);
  const found = tails.map((tail) => tail.join(' ')).find(isUnit);
  return found === undefined || / BOX # \S+$/.test(words.join(' ')) ? '' : unitOf(found);
};

const FLOOR_TAIL = new RegExp(
  `^(.+?) ((?:GROUND|MAIN|TOP|UPPER|LOWER|ENTIRE|WHOLE|\\d+(?:ST|ND|RD|TH)|${ORDINALS.slice(1).join('|')}) ${FLOOR}|FL \\d+)$`,
);

/**
 * The units at the end of a printed street line, unchanged: `BLDG 3 APT 5` of `12 OAK ST BLDG 3 APT 5`. Blank if there
 * are none, or if no street would be left.
 */
export const unitTail = (line: string): string => {
  const floor = FLOOR_TAIL.exec(line);
  const words = line.split(' ');
  const tail = floor?.[2] ?? [words.slice(-2), words.slice(-1)].map((some) => some.join(' ')).find(isUnit) ?? '';
  const street = line.slice(0, line.length - tail.length).trim();
  if (tail === '' || !/\S \S/.test(street) || / BOX # \S+$/.test(line)) return '';
  return [unitTail(street), tail].filter(Boolean).join(' ');
};

/**
 * The trailing units in which each designator has a number. A designator alone may just as well be the end of a name:
 * `LOBBY` of `LOBBY APT 5`, and 805 S Front may be on Front Street.
 */
const numbered = (tail: string): string => {
  const [first = '', ...rest] = tail.split(' ');
  if (!UNITS_ALONE.has(UNIT_WORDS.get(first) ?? '')) return tail;
  return UNIT_WORDS.has(rest[0] ?? '') ? numbered(rest.join(' ')) : '';
};

/** A printed street line with the units at its end as {@link unitOf} writes them: `12 OAK ST STE 5` of `12 OAK ST SUITE 5`. */
export const withUnitWritten = (line: string): string => {
  const tail = numbered(unitTail(line));
  const street = line.slice(0, line.length - tail.length).replace(/[\s#]+$/, '');
  return tail !== '' && /^\S+ .*\p{L}{2}/u.test(street) ? `${street} ${unitOf(tail)}` : line;
};

/** Whether two units are one: `APT 9` and `# 9` are, `APT 9` and `STE 9` are not. */
export const isSameUnit = (one: string, other: string): boolean =>
  one === other ||
  (numberOf(one) !== '' && numberOf(one) === numberOf(other) && (one.startsWith('#') || other.startsWith('#')));

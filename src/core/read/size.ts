import { cleanedField, quoted, type Reading, taken, textSent } from './reading';

/** The separator between two sides: a letter (Latin or Cyrillic), a times sign, `by`. */
const BETWEEN = /\s*(?:[x×✕✖⨯*хХ]|\bby\b)\s*/giu;
/** Units that all sizes of prints here are in. */
const INCHES = /(?<=\d)\s*(?:["”″'’′]{1,2}|in(?:ch(?:es)?)?\b\.?)/giu;

/** A size without the trifles of writing: `4 x 6"`, `4X6 in`, `4×6` and `4 by 6` are `4x6`. */
export const sizeKey = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(INCHES, '').replace(BETWEEN, 'x').replace(/\s+/g, ' ').trim();

/** The sides the other way round. */
export const turned = (key: string): string => key.replace(/^([\d.]+)x([\d.]+)$/, '$2x$1');

/**
 * The size of the price list that is meant. Capitals do not matter; another writing, or the sides the other way round, is
 * taken with a remark where exactly one size fits.
 * @param sizes as they are written in the price list.
 */
export const readSize = (sent: unknown, sizes: readonly string[]): Reading<string> => {
  const typed = textSent(sent);
  const { text } = cleanedField(typed ?? '', 'size');
  const exact = sizes.find((size) => size.toLowerCase() === text.toLowerCase());
  if (exact !== undefined) return taken(exact);
  const key = sizeKey(text);
  for (const wanted of [key, turned(key)]) {
    const fitting = sizes.filter((size) => sizeKey(size) === wanted);
    const [value] = fitting;
    if (value !== undefined && fitting.length === 1 && key !== '') {
      return taken(value, [`The size ${quoted(text)} was read as ${value}.`]);
    }
  }
  return { problem: `${quoted(sent)} is not a size in the price list (${sizes.join(', ')})` };
};

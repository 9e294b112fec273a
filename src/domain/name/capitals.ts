import { SMALL_PARTICLES, TITLES } from './words';

const first = (word: string): string => word.replace(/\p{L}/u, (letter) => letter.toUpperCase());

/**
 * One word in all capitals or all lower case as a name: `O'BRIEN` becomes `O'Brien`, `ANNE-MARIE` `Anne-Marie`,
 * `MCDONALD` `McDonald`. `MACK` becomes `Mack`, because Mac is ambiguous.
 */
const tidyWord = (word: string, index: number): string => {
  const small = word.toLowerCase();
  if (index > 0 && SMALL_PARTICLES.has(small)) return small;
  if (/^(?:ii|iii|iv|llc|llp|md|phd|dds|usa|cpa|rn)\.?$/.test(small))
    return small === 'phd' ? 'PhD' : small.toUpperCase();
  if (/^[js]r\.?$/.test(small) || TITLES.has(small.replace(/\./g, ''))) return first(small);
  if (/^[^aeiouyà-öø-ü'’.-]{2,3}$/.test(small) && word !== small) return word;
  return small
    .split(/([-.'’])/)
    .map((part, at, parts) => (at > 0 && /['’]/.test(parts[at - 1] ?? '') && part.length < 2 ? part : first(part)))
    .join('')
    .replace(/^Mc(\p{L})(?=\p{L}{2})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
};

/** Whether letters are all large or all small, where a script has both. */
const isOneCase = (letters: string): boolean =>
  letters.length > 2 && (letters === letters.toUpperCase()) !== (letters === letters.toLowerCase());

/**
 * Capitalizes a name written in all capitals or all lower case (a leading title doesn't count). Any other name stays as
 * it is, since its owner knows best (`van der Berg`, `DeShawn`).
 */
export const tidyCapitals = (name: string): string => {
  const words = name.split(' ');
  const isTitle = (word: string) => TITLES.has(word.toLowerCase().replace(/\./g, ''));
  const letters = words
    .filter((word) => !isTitle(word))
    .join('')
    .replace(/[^\p{L}]/gu, '');
  return isOneCase(letters) ? words.map(tidyWord).join(' ') : name;
};

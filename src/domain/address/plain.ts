const APOSTROPHES = /['`´ʻʼ‘’]/g;
const SIGNS = /[,;:!?"“”„()[\]{}<>*_~^|\\]/g;
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;
/** Between digits these are part of a house number: 39 1/2, 112-10 (Publication 28, appendix D1). */
const LOOSE_DASH = /(?<!\d|\bC)[/\p{Pd}−]|[/\p{Pd}−](?!\d|O\b)/gu;
/** In a name a hyphen joins (Anne-Marie); one that joins nothing is none. */
const LOOSE_NAME_DASH = /(?<![\p{L}\p{M}\p{N}])[\p{Pd}−]|[\p{Pd}−](?![\p{L}\p{M}\p{N}])|(?<!\bC)\/|\/(?!O\b)/gu;
const FRACTIONS: Readonly<Record<string, string>> = { '½': '1/2', '¼': '1/4', '¾': '3/4', '⅓': '1/3', '⅔': '2/3' };

const isWordy = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{M}\p{N}]/u.test(sign);

/**
 * Stops: kept between digits (39.2 RD), left out of initials (`N.W.`, `P.O.`), a space between two words (`O.Box`,
 * `St.Augustine`), and left out where a word ends.
 */
const withoutStops = (text: string): string =>
  text.replace(/\bPH\.\s?D\b/g, 'PHD').replace(/\./g, (_, at: number) => {
    const [before, after] = [text[at - 1], text[at + 1]];
    if (/\d/.test(before ?? '') && /\d/.test(after ?? '')) return '.';
    if (!isWordy(before) || !isWordy(after)) return '';
    return isWordy(text[at - 2]) || isWordy(text[at + 2]) ? ' ' : '';
  });

const bareOf = (capitals: string, looseDash: RegExp): string =>
  withoutStops(capitals.replace(/\bPH\.\s?D\b/g, 'PHD'))
    .replace(looseDash, ' ')
    .replace(APOSTROPHES, '')
    .replace(THOUSANDS, '')
    .replace(SIGNS, ' ')
    .replace(/#\s*/g, '# ')
    .replace(/\s+/g, ' ')
    .trim() || capitals.trim();

/**
 * A street or city line in capitals without punctuation (Publication 28, 222 and appendix D1). A line with only
 * punctuation stays as it is, so that no line is lost.
 */
export const plainLine = (text: string): string =>
  bareOf(text.replace(/[½¼¾⅓⅔]/g, (sign) => ` ${FRACTIONS[sign]}`).toUpperCase(), LOOSE_DASH);

/** A customer's or business name in capitals: like {@link plainLine}, but keeping its hyphens. */
export const plainName = (text: string): string => bareOf(text.toUpperCase(), LOOSE_NAME_DASH);

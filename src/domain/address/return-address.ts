import { stateCode } from '../state-names';
import { linesOf } from '../text/lines';
import { plainLine } from './plain';
import { atCommas } from './split';
import { isUnit } from './unit';

/** The studio's address as printed on everything that ships, and any doubts about it. */
export interface ReturnAddress {
  /** Name first; as typed, except the country. */
  readonly lines: readonly string[];
  /** Whole sentences for whoever edits the setting; empty if there are no doubts. */
  readonly problems: readonly string[];
}

const COUNTRY = 'U\\.?S\\.?(?:A\\.?)?|United States(?: of America)?';
const COUNTRY_LINE = new RegExp(`^(?:${COUNTRY})$`, 'i');
const COUNTRY_BEHIND = new RegExp(`(\\d{5}(?:-\\d{4})?)[,.]?\\s+(?:${COUNTRY})$`, 'i');
const ZIP_LAST = /\b\d{5}(?:[-– ]\d{4})?$/;
/** The longest name of a state has four words (U.S. Virgin Islands, Northern Mariana Islands). */
const MOST_STATE_WORDS = 4;

const trimmed = (text: string): string => text.replace(/[,\s]+$/, '').trim();

/** The part before the state at the end of a text; null if it doesn't end with one. */
const beforeState = (text: string): string | null => {
  const words = text.split(/\s+/);
  for (let count = Math.min(MOST_STATE_WORDS, words.length); count > 0; count--) {
    const state = words.slice(-count).join(' ');
    const isCity = /,|^washington d/i.test(trimmed(state));
    if (!isCity && stateCode(trimmed(state))) return trimmed(words.slice(0, -count).join(' '));
  }
  return null;
};

/** What belongs to the street even after its comma: a number, a quadrant (`NW Atlanta`). */
const NOT_CITY = /\d|^[ns]\.? ?[ew]\b/i;

/** Splits one line at the comma before its last `city, state ZIP`; null if it's unclear where the city begins. */
const cutLine = (line: string): string[] | null => {
  const beforeZip = trimmed(line.replace(ZIP_LAST, ''));
  const beforeCity = beforeState(beforeZip) ?? beforeZip;
  const comma = beforeCity.lastIndexOf(',');
  const city = beforeCity.slice(comma + 1).trim();
  if (comma < 0 || city === '' || NOT_CITY.test(city) || isUnit(city)) return null;
  return [...atCommas(line.slice(0, comma)), line.slice(comma + 1).trim()];
};

const problemsOf = (last: string): string[] => {
  if (!ZIP_LAST.test(last)) return [`The last line of the address, "${last}", doesn't end with a ZIP code.`];
  const before = trimmed(last.replace(ZIP_LAST, ''));
  return before !== '' && beforeState(before) === null
    ? [`The last line of the address, "${last}", has no state.`]
    : [];
};

/**
 * Takes the studio's address apart: line breaks win, and then no comma is touched; a single line is cut before its last
 * city, state and ZIP (the state by code or by name). A country is dropped, for letters within it (Publication 28, 222).
 * @param studio the first line, wherever the address does not begin with it.
 */
export const readReturnAddress = (studio: string, address: string): ReturnAddress => {
  const typed = linesOf(address).map((line) => line.replace(COUNTRY_BEHIND, '$1').replace(/(?:(?<=\d)[.,]|,)$/, ''));
  const lines = typed.filter((line, index) => index < typed.length - 1 || !COUNTRY_LINE.test(line));
  const [only = '', ...more] = lines;
  const named = (parts: readonly string[]) => {
    const isRepeat = parts.length > 0 && plainLine(parts[0] ?? '') === plainLine(studio);
    return (isRepeat || studio.trim() === '' ? [...parts] : [studio.trim(), ...parts]).filter(Boolean);
  };
  if (only === '') return { lines: named([]), problems: [] };
  if (more.length > 0) return { lines: named(lines), problems: problemsOf(lines[lines.length - 1] ?? '') };
  const cut = cutLine(only);
  if (cut) return { lines: named(cut), problems: problemsOf(cut[cut.length - 1] ?? '') };
  return {
    lines: named([only]),
    problems: ["We can't tell the street from the city. Put each line of the address on a separate line."],
  };
};

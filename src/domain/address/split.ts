import { isDelivery, leadOf } from './line-kind';
import { plainLine } from './plain';
import { LEGAL_FORM, UNIT_WORDS } from './words';

/** The lines of a text, without blank ones and blanks around each. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `Studio Ballet` and `Inc.` are one name, though a comma stands between them. */
const joinLegalForms = (parts: readonly string[]): string[] =>
  parts.reduce<string[]>((joined, part) => {
    const last = joined.length - 1;
    if (last >= 0 && LEGAL_FORM.test(plainLine(part))) joined[last] = `${joined[last]}, ${part}`;
    else joined.push(part);
    return joined;
  }, []);

/** A line at its commas, semicolons and parentheses, but for those of an area code. */
export const atCommas = (line: string): string[] =>
  joinLegalForms(
    line
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
      .split(/[,;]|\((?!\d{3}\))|(?<!\(\d{3})\)/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

const LEAD_INSIDE =
  /^(.*?\S)\s+((?:c\/o|℅|attn:|attention:|care of|in care of|urb\.?|urbanizaci[oó]n|cond\.|condominio)\s.+)$/i;
const UNIT_INSIDE = new RegExp(
  `^(.*?)\\s+((?:#|(?:${[...UNIT_WORDS.keys()].join('|')})\\b\\.?(?=\\s*#?\\s*\\S*[\\d]|\\s+\\S$)).*)$`,
  'i',
);

/**
 * A part that holds two things without a comma: `12 Oak St c/o Ann Lee`, `c/o Ann Lee 12 Oak St`,
 * `Urb Royal Oak 123 Calle 1`, `Cond Asturias Apt 5`.
 */
export const withoutCommas = (part: string): string[] => {
  const [, before, after] = LEAD_INSIDE.exec(part) ?? [];
  if (before && after) return [...withoutCommas(before), ...withoutCommas(after)];
  const lead = leadOf(part);
  if (!lead) return [part];
  const [, name, place] = /^(\D+?)\s+(\d.*)$/.exec(part) ?? [];
  if (name && place && isDelivery(place)) return [name, place];
  if (lead.kind === 'condominium' || lead.kind === 'urbanization') {
    const [, building, unit] = UNIT_INSIDE.exec(part) ?? [];
    if (building && unit) return [building, unit];
  }
  return [part];
};

import { isDelivery, leadOf } from './line-kind';
import { plainLine } from './plain';
import { LEGAL_FORM, ORDINALS, UNIT_WORDS } from './words';

/** `Studio Ballet` and `Inc.` are one name despite the comma. */
const joinLegalForms = (parts: readonly string[]): string[] =>
  parts.reduce<string[]>((joined, part) => {
    const last = joined.length - 1;
    if (last >= 0 && LEGAL_FORM.test(plainLine(part))) joined[last] = `${joined[last]}, ${part}`;
    else joined.push(part);
    return joined;
  }, []);

/** Splits a line at commas, semicolons and parentheses, except those of an area code. */
export const atCommas = (line: string): string[] =>
  joinLegalForms(
    line
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
      .split(/[,;]|\((?!\d{3}\))|(?<!\(\d{3})\)/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

const LEAD_INSIDE =
  /^(.*?\S)\s+((?:c\/o|℅|attn:|attention:|in care of|(?<!\bin\s)care of|urb\.?|urbanizaci[oó]n|cond\.|condominio)\s.+)$/i;
const UNIT_INSIDE = new RegExp(
  `^(.*?)\\s+((?:#|(?:${[...UNIT_WORDS.keys()].join('|')})\\b\\.?(?=\\s*#?\\s*\\S*[\\d]|\\s+\\S$)).*)$`,
  'i',
);

/** `Apt 4 `, `Suite # 9 `, `2nd floor ` in front of a house number or a box, where it belongs behind it. */
const UNIT_FIRST = new RegExp(
  `^((?:#|(?:${[...UNIT_WORDS.keys()].join('|')})\\b\\.?)\\s*#?\\s*(?:\\S*\\d\\S*|[a-z])|(?:\\d+(?:st|nd|rd|th)?|${ORDINALS.slice(1).join('|')}) fl(?:oo)?r?\\b\\.?)\\s+(.+)$`,
  'i',
);
const NUMBER_OR_BOX_FIRST = /^(?:\d|p\.? ?o\.? ?(?:box|drawer)\b|box #? ?\d)/i;
/** `Unit 2050 Box 4190` is where a soldier is (Publication 28, 238). */
const MILITARY = /^unit\s+\S+\s+box\b/i;

/** Units in front of the street, then the street; null where a text does not begin so. */
const unitsFirst = (part: string): string[] | null => {
  const [, unit, rest] = UNIT_FIRST.exec(part) ?? [];
  if (!unit || !rest || MILITARY.test(part)) return null;
  if (NUMBER_OR_BOX_FIRST.test(rest) && isDelivery(rest)) return [unit, rest];
  const more = unitsFirst(rest);
  return more && [unit, ...more];
};

/**
 * Splits a part with two things but no comma: `12 Oak St c/o Ann Lee`, `c/o Ann Lee 12 Oak St`, `Urb Royal Oak 123
 * Calle 1`, `Cond Asturias Apt 5`, `Apt 4 12 Oak St`.
 */
export const withoutCommas = (part: string): string[] => {
  const units = unitsFirst(part);
  if (units) return units;
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

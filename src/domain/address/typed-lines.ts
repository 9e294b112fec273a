import type { Address } from '../order';

/** The lines of a text, without blank ones. */
export const textLines = (text: string): string[] =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Typed where there was nothing to type. */
const NOTHING = /^(?:n\/?a|none|nothing|no|unknown|[^\p{L}\d]*)$/iu;

/** What was typed, or nothing where it only says that there is nothing: `n/a`, `none`, `-`. */
export const saidOf = (text: string): string => (NOTHING.test(text.trim()) ? '' : text.trim());

/**
 * An address line by line in the customer's own spelling, for them to check: company, street, unit, city with state and
 * ZIP. The recipient is not in it. What the envelope gets is `addressLines`; this one stays small, for every email has it.
 * @param company a field of its own, blank when there is none.
 */
export const typedLines = ({ street, unit, city, state, zipCode }: Address, company = ''): string[] => {
  const place = [city.trim(), [state.trim(), zipCode.trim()].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [...textLines(company), ...textLines(street), ...textLines(saidOf(unit)), ...textLines(place)];
};

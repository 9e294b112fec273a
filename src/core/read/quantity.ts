import { MOST_OF_A_LINE } from '../../domain/items';
import { saysNothing } from '../../domain/text/says-nothing';
import { cleanedField, quoted, type Reading, taken } from './reading';

/** Digits, with an optional `.0` from a program that uses decimals, or an unambiguous leading `+`. */
const WHOLE = /^\+?0*(\d{1,15})(?:\.0+)?$/;

/**
 * How many prints: a whole number from 0 to 999, and 0 is none. `"2"` is certain and taken with a remark; `"0"`, `""`
 * and `"none"` are none. Half of a print, a negative number, a list or `"two"` is refused.
 */
export const readQuantity = (sent: unknown): Reading<number> => {
  if (sent === undefined || sent === null) return taken(0);
  const problem = `${quoted(sent)} is not a valid quantity (use a whole number from 1 to ${MOST_OF_A_LINE})`;
  const allowed = (value: number) => Number.isInteger(value) && value >= 0 && value <= MOST_OF_A_LINE;
  if (typeof sent === 'number') return allowed(sent) ? taken(sent) : { problem };
  if (typeof sent !== 'string') return { problem };
  const { text } = cleanedField(sent, 'quantity');
  if (saysNothing(text)) return taken(0);
  const digits = WHOLE.exec(text.normalize('NFKC'))?.[1];
  if (digits === undefined || !allowed(Number(digits))) return { problem };
  const value = Number(digits);
  return taken(value, value === 0 ? [] : [`The quantity ${quoted(sent)} was read as ${value}.`]);
};

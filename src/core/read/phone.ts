import { saysNothing } from '../../domain/text/says-nothing';
import { cleanedField, quoted, type Taken, taken, textSent } from './reading';

/** Characters that are kept; nobody's phone number is longer, two of them with remarks are not. */
const LONGEST_PHONE = 60;
/** So many digits has a local number (ITU-T E.164 allows 15, the North American plan has 7 without the area). */
const FEWEST_DIGITS = 7;

/**
 * A phone number as it was typed. It is optional, and a person reads it before anybody dials: whatever was sent, it never
 * refuses an order (see "Falsehoods programmers believe about phone numbers", libphonenumber). Two numbers, `Cell:`, an
 * extension and dashes of any kind stay as they are; only what nobody sees goes.
 */
export const readPhone = (sent: unknown): Taken<string> => {
  const typed = textSent(sent);
  if (typed === null) return taken('', [], [`The phone number ${quoted(sent)} is not text and was left out.`]);
  const { text, warnings, remarks } = cleanedField(typed, 'phone number');
  if (text === '') return { value: '', warnings, remarks };
  if (saysNothing(text)) return taken('', [`The phone number ${quoted(text)} was read as none.`]);
  const value = [...text].slice(0, LONGEST_PHONE).join('').trim();
  if (value.length < text.length) {
    warnings.push(`The phone number has ${[...text].length} characters: only the first ${LONGEST_PHONE} were kept.`);
  } else if ((text.match(/\p{Nd}/gu) ?? []).length < FEWEST_DIGITS) {
    warnings.push(`The phone number ${quoted(text)} has fewer than ${FEWEST_DIGITS} digits.`);
  }
  return { value, warnings, remarks };
};

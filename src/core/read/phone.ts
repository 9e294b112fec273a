import { saysNothing } from '../../domain/text/says-nothing';
import { cleanedField, quoted, type Taken, taken, textSent } from './reading';

/** The most characters kept: enough for two phone numbers with remarks. */
const LONGEST_PHONE = 60;
/** The digits of a local number (ITU-T E.164 allows 15; the North American plan has 7 without the area code). */
const FEWEST_DIGITS = 7;

/**
 * A phone number as typed. It's optional, and staff read it before they dial, so it never causes a rejection (see
 * "Falsehoods programmers believe about phone numbers", libphonenumber). Two numbers, `Cell:`, an extension and dashes
 * of any kind stay as they are; only invisible characters are removed.
 */
export const readPhone = (sent: unknown): Taken<string> => {
  const typed = textSent(sent);
  if (typed === null) return taken('', [], [`The phone number ${quoted(sent)} isn't text and was ignored.`]);
  const { text, warnings, remarks } = cleanedField(typed, 'phone number');
  if (text === '') return { value: '', warnings, remarks };
  if (saysNothing(text)) return taken('', [`The phone number ${quoted(text)} was treated as blank.`]);
  const value = [...text].slice(0, LONGEST_PHONE).join('').trim();
  if (value.length < text.length) {
    warnings.push(`The phone number has ${[...text].length} characters. Only the first ${LONGEST_PHONE} were kept.`);
  } else if ((text.match(/\p{Nd}/gu) ?? []).length < FEWEST_DIGITS) {
    warnings.push(`The phone number ${quoted(text)} has fewer than ${FEWEST_DIGITS} digits.`);
  }
  return { value, warnings, remarks };
};

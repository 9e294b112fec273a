import { cleanedField, notText, quoted, type Reading, textSent } from '../core/read/reading';
import { PHOTO_NUMBER } from '../domain/items';

const RULE = 'use 1 to 20 letters, digits, -, _ and .';

/** The number of a photo, character by character. A leading `#` and unusual dashes are corrected, with a remark. */
export const readPhotoNumber = (sent: unknown): Reading<string> => {
  const typed = textSent(sent);
  if (typed === null)
    return {
      problem: typeof sent === 'number' ? notText(sent) : `${quoted(sent)} is not a valid photo number (${RULE})`,
    };
  const { text, warnings, remarks } = cleanedField(typed, 'photo number', { dashes: true, asComposed: true });
  const value = text.replace(/^#\s*/, '');
  if (!PHOTO_NUMBER.test(value))
    return { problem: `${value === '' ? 'is missing' : `${quoted(sent)} is not a valid photo number`} (${RULE})` };
  if (value !== typed.trim() && remarks.length === 0)
    remarks.push(`The photo number ${quoted(typed.trim())} was read as ${value}.`);
  return { value, warnings, remarks };
};

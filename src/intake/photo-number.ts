import { cleanedField, notText, quoted, type Reading, textSent } from '../core/read/reading';
import { PHOTO_NUMBER } from '../domain/items';

const RULE = 'letters, digits, - _ and . are allowed, 1 to 20 of them';

/** The number of a photo, by the letter. A `#` in front and another dash are put right with a remark. */
export const readPhotoNumber = (sent: unknown): Reading<string> => {
  const typed = textSent(sent);
  if (typed === null) return { problem: typeof sent === 'number' ? notText(sent) : `${quoted(sent)}: ${RULE}` };
  const { text, warnings, remarks } = cleanedField(typed, 'photo number', { dashes: true, asComposed: true });
  const value = text.replace(/^#\s*/, '');
  if (!PHOTO_NUMBER.test(value)) return { problem: `${value === '' ? 'is missing' : quoted(sent)}: ${RULE}` };
  if (value !== typed.trim() && remarks.length === 0)
    remarks.push(`The photo number ${quoted(typed.trim())} was read as ${value}.`);
  return { value, warnings, remarks };
};

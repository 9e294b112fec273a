import { stateCode } from '../../domain/state-names';
import { cleanedField, notText, quoted, type Reading, textSent } from './reading';

/** A state as its two-letter code; a name or another writing is taken with a remark. Blank stays blank. */
export const readState = (sent: unknown): Reading<string> => {
  const typed = textSent(sent);
  if (typed === null) return { problem: notText(sent) };
  const { text, warnings, remarks } = cleanedField(typed, 'state');
  if (text === '') return { value: '', warnings, remarks };
  const value = stateCode(text);
  if (!value) return { problem: `${quoted(text)} is not a state (use a two-letter USPS code such as FL)` };
  if (value !== text) remarks.push(`The state ${quoted(text)} was read as ${value}.`);
  return { value, warnings, remarks };
};

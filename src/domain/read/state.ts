import { cleanedField, quoted, type Reading, textSent } from './reading';
import { stateCode } from './state-names';

/** A state as its two-letter code; a name or another writing is taken with a warning. Blank stays blank. */
export const readState = (sent: unknown): Reading<string> => {
  const typed = textSent(sent);
  if (typed === null) return { problem: `${quoted(sent)} is not text` };
  const { text, warnings } = cleanedField(typed, 'state');
  if (text === '') return { value: '', warnings };
  const value = stateCode(text);
  if (!value) return { problem: `${quoted(text)} is not a state (use a two-letter USPS code such as FL)` };
  if (value !== text) warnings.push(`The state ${quoted(text)} is kept as ${value}.`);
  return { value, warnings };
};

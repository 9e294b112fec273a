import { type Cleaned, cleanText, type Found, foundInWords, type Wishes } from '../text/clean';

/**
 * What was made of a value that somebody sent: taken, with what a person should know about it, or refused with what is
 * wrong. A `problem` is the rest of a sentence that begins with the name of the field; a warning is a whole sentence.
 */
export type Reading<T> = { readonly value: T; readonly warnings: readonly string[] } | { readonly problem: string };

/** A value as it is shown inside a sentence: short, in one line, in quotes when it is text. */
export const quoted = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

/** Text and numbers as text; null for anything else (nothing at all is blank text). */
export const textSent = (value: unknown): string | null => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
};

/** What programs and people write where nothing is to be said: `n/a`, `none`, `-`, `null`. */
export const saysNothing = (text: string): boolean =>
  /^(?:n\.?\s?\/?\s?a\.?|none|nil|null|undefined|not applicable|[-–—./\\]+)?$/i.test(text.trim());

/** What cleaning a field did to it, as warnings. `field` stands in a sentence: `email`, `phone number`. */
const cleaningWarnings = (found: readonly Found[], field: string): string[] => {
  const inWords = (kinds: readonly Found['kind'][]) => foundInWords(found.filter(({ kind }) => kinds.includes(kind)));
  const removed = inWords(['invisible', 'direction', 'control']);
  const lost = inWords(['lost', 'half']);
  const breaks = inWords(['line break']);
  return [
    ...(removed ? [`The ${field} was sent with ${removed}, which we removed.`] : []),
    ...(lost ? [`The ${field} has ${lost}. Please ask the customer for it.`] : []),
    ...(breaks ? [`The ${field} was sent with ${breaks}, which became a space.`] : []),
  ];
};

/** A cleaned field with its warnings. */
export const cleanedField = (text: string, field: string, wishes: Wishes = {}): Cleaned & { warnings: string[] } => {
  const cleaned = cleanText(text, wishes);
  return { ...cleaned, warnings: cleaningWarnings(cleaned.found, field) };
};

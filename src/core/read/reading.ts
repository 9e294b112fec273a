import { mayHaveLostDigits, SEND_AS_TEXT } from '../../domain/json/decimal';
import { type Cleaned, cleanText, type Found, foundInWords, type Wishes } from '../../domain/text/clean';

/** A value that was accepted. All sentences are whole ones. */
export interface Taken<T> {
  readonly value: T;
  /** What staff should check, since the value may not be what the customer meant. */
  readonly warnings: readonly string[];
  /** What was corrected beyond doubt. For the platform's developers; no action is needed. */
  readonly remarks: readonly string[];
}

/**
 * The result of reading a value that someone sent: accepted, or refused. A `problem` is the rest of a sentence that
 * begins with the name of the field, and shows what was sent.
 */
export type Reading<T> = Taken<T> | { readonly problem: string };

/** A value with nothing to say about it, or with a remark. */
export const taken = <T>(value: T, remarks: readonly string[] = [], warnings: readonly string[] = []): Taken<T> => ({
  value,
  warnings,
  remarks,
});

/** A value as shown in a sentence: short, on one line, in quotes if it's text. */
export const quoted = (value: unknown): string => {
  const text = (typeof value === 'number' ? undefined : JSON.stringify(value)) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

/** Text and numbers as text; null for anything else, also a number that lost digits (nothing at all is blank text). */
export const textSent = (value: unknown): string | null => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return mayHaveLostDigits(value) ? null : String(value);
  return typeof value === 'string' ? value : null;
};

/** Why {@link textSent} has nothing. */
export const notText = (value: unknown): string =>
  typeof value === 'number' ? SEND_AS_TEXT : `${quoted(value)} is not text`;

/** What cleaning did to a field. `field` is its name in a sentence: `email`, `phone number`. */
const whatCleaningDid = (found: readonly Found[], field: string): { warnings: string[]; remarks: string[] } => {
  const inWords = (kinds: readonly Found['kind'][]) => foundInWords(found.filter(({ kind }) => kinds.includes(kind)));
  const removed = inWords(['invisible', 'direction', 'control']);
  const lost = inWords(['lost', 'half']);
  const breaks = inWords(['line break']);
  return {
    warnings: lost ? [`The ${field} has ${lost}. Please ask the customer for it.`] : [],
    remarks: [
      ...(removed ? [`The ${field} was sent with ${removed}, which we removed.`] : []),
      ...(breaks ? [`The ${field} was sent with ${breaks}, which became a space.`] : []),
    ],
  };
};

/** A cleaned field, and what there is to say about it. */
export const cleanedField = (
  text: string,
  field: string,
  wishes: Wishes = {},
): Cleaned & { warnings: string[]; remarks: string[] } => {
  const cleaned = cleanText(text, wishes);
  return { ...cleaned, ...whatCleaningDid(cleaned.found, field) };
};

/** A customer's opinion of an order: a rating from 1 to 5, a comment, or both. */
export interface Opinion {
  readonly rating: number | null;
  readonly comment: string;
}

/** The ratings, best first, and what each means. */
export const RATINGS = [5, 4, 3, 2, 1] as const;
export const RATING_WORDS: Readonly<Record<(typeof RATINGS)[number], string>> = {
  5: 'Great',
  4: 'Good',
  3: 'Okay',
  2: 'Could be better',
  1: 'Not good',
};

/**
 * Ratings up to this one need attention: the operator is notified, and Today shows them until someone marks them as
 * done.
 */
export const LOW_RATING = 3;

/** Column R: `5/5 - "Great photos!"`. */
export const feedbackText = ({ rating, comment }: Opinion): string =>
  [rating === null ? '' : `${rating}/5`, comment ? `"${comment}"` : ''].filter(Boolean).join(' - ');

const TYPED = /^([1-5])(?:\s*(?:\/|of|out of)\s*5(?![\d/]))?(?:\s*(?:stars?|★+))?(?:$|\s*[-–—:;,.]\s*|\s+)(.*)$/is;
const STARS = /^(★{1,5})☆*(?:$|\s*[-–—:;,.]?\s*)(.*)$/s;

/** A bare digit isn't always a rating: `4 prints were missing`. */
const isRating = (text: string, comment: string): boolean =>
  comment === '' || /^\d\s*(?:\/|of|out of)\s*5|^\d\s*(?:stars?|★)/i.test(text) || /^\d\s*[-–—:;]/.test(text);

/**
 * Parses what staff typed into column R after a phone call, if it starts with a rating: `4/5 - lovely`, `4 of 5`, `4
 * stars`, `★★★★`, `4`; null for any other text.
 */
export const parseFeedbackText = (typed: string): (Opinion & { readonly rating: number }) | null => {
  const text = typed.trim();
  const stars = STARS.exec(text);
  if (stars) return { rating: stars[1]?.length ?? 0, comment: unquoted(stars[2] ?? '') };
  const [, digit = '', comment = ''] = TYPED.exec(text) ?? [];
  return digit && isRating(text, comment) ? { rating: Number(digit), comment: unquoted(comment) } : null;
};

const unquoted = (text: string): string => {
  const trimmed = text.trim();
  return trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"') ? trimmed.slice(1, -1) : trimmed;
};

/** How a line of the Activity tab that quotes a customer starts, after the name. It's read again where the Ledger was lost. */
export const quotedAbout = (number: string): string => ` about ${number}: `;
/** How lines about ratings that staff typed end. */
export const TYPED_IN_SHEET = ' (typed in the sheet)';
export const RATING_REMOVED = ', typed in the sheet, was removed there.';

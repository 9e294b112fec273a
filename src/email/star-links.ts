import { RATING_WORDS, RATINGS } from '../domain/feedback';
import { STAR } from './email-style';
import { anchor } from './page';

const STARS = 5;

const linkOf = (feedbackLink: string, rating: number): string => `${feedbackLink}&stars=${rating}`;

/**
 * Five links to the feedback page, best first. A tap preselects the stars there and records nothing. Blank without a
 * page.
 */
export const starsHtml = (feedbackLink: string): string =>
  feedbackLink &&
  RATINGS.map((rating) =>
    anchor(
      linkOf(feedbackLink, rating),
      `${'★'.repeat(rating)}${'☆'.repeat(STARS - rating)} &nbsp;${RATING_WORDS[rating]}`,
      STAR,
    ),
  ).join('');

/** The same as lines of text. */
export const starsText = (feedbackLink: string): string =>
  feedbackLink &&
  RATINGS.map((rating) => `${RATING_WORDS[rating]} (${rating} of ${STARS}): ${linkOf(feedbackLink, rating)}`).join(
    '\n',
  );

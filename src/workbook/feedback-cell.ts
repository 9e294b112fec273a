import { feedbackText, parseFeedbackText } from '../domain/feedback';
import { type Cell, type Row, textOf } from './layout';
import type { LedgerEntry, Progress } from './ledger-row';
import { ordersRow } from './orders-row';

/**
 * What column R holds of an order whose feedback is known; where none is, what's there may be news, and stays.
 * Entries of earlier versions have no comment: then a text with the right rating stays, too.
 * @param standing what the cell holds.
 */
export const feedbackCell = (feedback: Progress['feedback'], standing: Cell | undefined): string => {
  const text = textOf(standing);
  if (!feedback) return text;
  const { rating = null, comment } = feedback;
  const typed = parseFeedbackText(text);
  if (comment === undefined && rating === null) return text;
  // Staff may write a rating in their own words.
  const isSame = typed?.rating === rating && (comment === undefined || typed?.comment === comment);
  return isSame ? text : feedbackText({ rating, comment: comment ?? '' });
};

/** Whether a text in column R is what is known of an order's feedback. */
export const isFeedbackOf = (feedback: Progress['feedback'], text: string): boolean =>
  feedback !== undefined && text !== '' && feedbackCell(feedback, text) === text;

/**
 * The row of an accepted order with what the customer said of it, for whoever writes a row again.
 * @param createdAt as for {@link ordersRow}.
 * @param standing what its Feedback cell holds.
 */
export const wholeRow = (entry: LedgerEntry, createdAt: number | '', standing: Cell | undefined = ''): Row => ({
  ...ordersRow(entry.order, entry, createdAt),
  Feedback: feedbackCell(entry.progress.feedback, standing),
});

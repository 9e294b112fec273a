import { LOW_RATING, parseFeedbackText, quotedAbout, RATING_REMOVED, TYPED_IN_SHEET } from '../domain/feedback';
import type { Progress } from '../workbook/ledger-row';
import type { LoggedLine } from './logged-steps';

/** Forms of lines that earlier versions wrote. */
const formerlyAbout = (number: string): string => ` says of ${number}: `;
const FORMERLY_REMOVED = ', typed in the sheet, was taken back there.';

type Feedback = NonNullable<Progress['feedback']>;

/** What a line has the customer say of the order; null where it says something else. */
const said = ({ detail }: LoggedLine, number: string): Pick<Feedback, 'rating' | 'comment' | 'typed'> | null => {
  const start = [quotedAbout(number), formerlyAbout(number)].find((each) => detail.includes(each));
  if (start === undefined) return null;
  const isTyped = detail.endsWith(TYPED_IN_SHEET);
  const text = detail.slice(detail.indexOf(start) + start.length, isTyped ? -TYPED_IN_SHEET.length : undefined);
  const opinion = parseFeedbackText(text);
  const comment = opinion ? opinion.comment : text.replace(/^"([\s\S]*)"$/, '$1');
  return { ...(opinion ? { rating: opinion.rating } : {}), comment, ...(isTyped ? { typed: true } : {}) };
};

/** The progress of an order with what its customer said in these lines: a rating, a comment, that nothing has arrived. */
export const withFeedback = (before: Progress, number: string, lines: readonly LoggedLine[]): Progress => {
  let progress = before;
  for (const line of lines) {
    if (line.event === 'not arrived' && line.at) progress = { notArrived: line.at, ...progress };
    if (line.event !== 'feedback') continue;
    const { feedback: known, ...others } = progress;
    const news = said(line, number);
    if (!news) {
      if (line.detail.endsWith(RATING_REMOVED) || line.detail.endsWith(FORMERLY_REMOVED)) progress = others;
      continue;
    }
    const at = known?.at ?? line.at;
    if (at === '') continue;
    const told = progress.toldRating ?? known?.rating ?? LOW_RATING + 1;
    const isTold = !news.typed && news.rating !== undefined && news.rating < told;
    progress = {
      ...others,
      feedback: { at, ...news },
      ...(known && !news.typed ? { feedbackChanges: (progress.feedbackChanges ?? 0) + 1 } : {}),
      ...(isTold && news.rating !== undefined ? { toldRating: news.rating } : {}),
    };
  }
  return progress;
};

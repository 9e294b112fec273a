import { LIMITS } from '../core/limits';
import { busy, type Refusal, refusal } from '../core/refusal';
import type { Moment, Planned } from '../core/work';
import { feedbackText, LOW_RATING, type Opinion, quotedAbout } from '../domain/feedback';
import { cleanText } from '../domain/text/clean';
import { entryOf } from '../ledger/lookup';
import type { Hint } from '../statuses/hint';
import type { ReconcilePorts } from '../statuses/reconcile-ports';
import { activityRow } from '../workbook/activity-row';
import type { Config } from '../workbook/config';
import { textOf } from '../workbook/layout';
import { type LedgerEntry, ledgerRow, type Progress } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import { type TellPorts, tellIfLow } from './low-rating';

/** A customer's opinion of an order, which is identified by one of the two. */
export interface Feedback extends Opinion {
  readonly orderId: string;
  readonly orderNumber: string;
}

export interface FeedbackAnswer {
  readonly ok: true;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly feedback: string;
  readonly unchanged?: true;
}

/** Whether the customer may still change the feedback. */
export const mayCorrect = ({ feedbackChanges = 0 }: Progress): boolean => feedbackChanges < LIMITS.correction.each;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are removed.
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

/**
 * Stores feedback in column R, the Ledger and the Activity tab, and notifies the operator of a low rating. A later
 * answer replaces the first one but keeps its time.
 */
export const setFeedback = (
  ports: ReconcilePorts & TellPorts,
  view: WorkbookView,
  config: Config,
  feedback: Feedback,
  { by }: Pick<Hint, 'by'>,
): FeedbackAnswer | Refusal => {
  const comment = cleanText(oneLine(feedback.comment), { asComposed: true }).text;
  const done = ports.change({
    by: 'store feedback',
    wait: 20_000,
    view,
    plan: (moment) => planFeedback(ports, moment, { ...feedback, comment }, by),
  });
  if (done.outcome === 'locked') return busy('The sheet is busy right now. Please send this again.', 10);
  if (done.outcome !== 'landed') {
    const seconds = done.outcome === 'quota' ? 60 : 30;
    return busy(`The feedback could not be stored just now (${done.outcome}).`, seconds);
  }
  const { answer, entry = null } = done.values[0];
  if (entry) tellIfLow(ports, view, config, entry, { rating: feedback.rating, comment });
  return answer;
};

/** The result, with the entry if the operator should be notified. */
interface StoredFeedback {
  readonly answer: FeedbackAnswer | Refusal;
  readonly entry?: LedgerEntry | null;
}

/** Higher than any rating: an order is reported once, and again only if its rating drops below the reported one. */
const RATING_NOT_TOLD = 6;

const planFeedback = (
  ports: ReconcilePorts,
  { view, now, when }: Moment,
  { orderId, orderNumber, rating, comment }: Feedback,
  by: string,
): Planned<StoredFeedback> => {
  const found = ports.ledger.find(view, orderId ? 'Order ID' : 'Order Number', orderId || orderNumber);
  const entry = entryOf(found);
  if (!found || !entry) {
    const answer = refusal('NOT_FOUND', `Order ${orderId || orderNumber} was not found.`);
    return { changes: [], value: { answer } };
  }
  const { id, number, customer } = entry.order;
  const text = feedbackText({ rating, comment });
  const answer: FeedbackAnswer = { ok: true, orderId: id, orderNumber: number, feedback: text };
  const at = ports.orders.ids(view).indexOf(id) + 2;
  const row = at > 1 ? ports.orders.rows(view, at, 1)[0] : undefined;
  const known = entry.progress.feedback;
  if (known && known.rating === (rating ?? undefined) && row && textOf(row.cells.Feedback) === text)
    return { changes: [], value: { answer: { ...answer, unchanged: true } } };
  const { feedbackChanges = 0 } = entry.progress;
  if (known && !mayCorrect(entry.progress)) {
    const sentence = `The feedback for order ${number} was already corrected ${feedbackChanges} times and can't be changed anymore.`;
    return { changes: [], value: { answer: refusal('TRANSITION_NOT_ALLOWED', sentence) } };
  }
  const told = entry.progress.toldRating ?? known?.rating ?? RATING_NOT_TOLD;
  const isNews = rating !== null && rating <= LOW_RATING && rating < told;
  const progress: Progress = {
    ...entry.progress,
    feedback: { at: known?.at ?? now, ...(rating === null ? {} : { rating }), comment },
    ...(known ? { feedbackChanges: feedbackChanges + 1 } : {}),
    ...(isNews ? { toldRating: rating } : {}),
  };
  const detail = `${customer.name}${quotedAbout(number)}${text}`;
  const line = activityRow({ when, orderId: id, orderNumber: number, event: 'feedback', by, detail });
  return {
    changes: [
      ...(row
        ? [{ change: 'update', tab: 'orders', at, was: { 'Order ID': id }, row: { Feedback: text } } as const]
        : []),
      { change: 'update', tab: 'ledger', at: found.at, row: ledgerRow({ ...entry, progress }) },
      { change: 'append', tab: 'activity', row: line },
    ],
    value: { answer, entry: isNews ? entry : null },
  };
};

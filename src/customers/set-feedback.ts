import { LIMITS } from '../core/limits';
import { busy, type Refusal, refusal } from '../core/refusal';
import type { Moment, Planned } from '../core/work';
import { feedbackText, LOW_RATING, type Opinion } from '../domain/feedback';
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

/** What a customer thinks of an order, which is named by one of the two. */
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

/** Whether the customer may change the feedback once more. */
export const mayCorrect = ({ feedbackChanges = 0 }: Progress): boolean => feedbackChanges < LIMITS.correction.each;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

/**
 * Stores feedback in column R, the Ledger and the Activity tab, and tells the operator of a low rating. Another answer
 * takes the place of the first one; its moment stays.
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
  if (done.outcome === 'locked') return busy('Others are writing at this moment. Please send this again.', 10);
  if (done.outcome !== 'landed') {
    const seconds = done.outcome === 'quota' ? 60 : 30;
    return busy(`The feedback could not be stored for now (${done.outcome}).`, seconds);
  }
  const { answer, entry = null } = done.values[0];
  if (entry) tellIfLow(ports, view, config, entry, { rating: feedback.rating, comment });
  return answer;
};

/** What came of it; the entry when the operator is to be told of it. */
interface StoredFeedback {
  readonly answer: FeedbackAnswer | Refusal;
  readonly entry?: LedgerEntry | null;
}

/** Above every rating: an order is told of once, and again only when its rating falls below what was told. */
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
    const answer = refusal('NOT_FOUND', `There is no order ${orderId || orderNumber}.`);
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
    const sentence = `The feedback for order ${number} was corrected ${feedbackChanges} times: the last answer stays.`;
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
  const detail = `${customer.name} says of ${number}: ${text}`;
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

import { entryOf } from '../intake/ledger-lookup';
import { busy, type Refusal, refusal } from '../intake/refusal';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { textOf } from '../workbook/layout';
import { ledgerRow } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import type { Hint } from './hint';
import { settle } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';

/** What a customer thinks of an order: a rating from 1 to 5, a comment, or both. */
export interface Feedback {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly rating: number | null;
  readonly comment: string;
}

/** Column R: `5/5 - "Great photos!"`. */
const feedbackText = (rating: number | null, comment: string): string =>
  [rating === null ? '' : `${rating}/5`, comment ? `"${comment}"` : ''].filter(Boolean).join(' - ');

export interface FeedbackAnswer {
  readonly ok: true;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly feedback: string;
  readonly unchanged?: true;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

/** Stores feedback in column R, the Ledger and the Activity tab. */
export const setFeedback = (
  ports: ReconcilePorts,
  view: WorkbookView,
  config: Config,
  feedback: Feedback,
  { by }: Pick<Hint, 'by'>,
): FeedbackAnswer | Refusal => {
  if (!ports.lock.tryLock(20_000)) return busy('Others are writing at this moment. Please send this again.', 10);
  try {
    const { orderId, orderNumber, rating } = feedback;
    const found = ports.ledger.find(view, orderId ? 'Order ID' : 'Order Number', orderId || orderNumber);
    const entry = entryOf(found);
    if (!found || !entry) return refusal('NOT_FOUND', `There is no order ${orderId || orderNumber}.`);
    const text = feedbackText(rating, oneLine(feedback.comment));
    const answer: FeedbackAnswer = {
      ok: true,
      orderId: entry.order.id,
      orderNumber: entry.order.number,
      feedback: text,
    };
    const at = ports.orders.ids(view).indexOf(entry.order.id) + 2;
    const row = at > 1 ? ports.orders.rows(view, at, 1)[0] : undefined;
    if (row && textOf(row.cells.Feedback) === text) return { ...answer, unchanged: true };
    const now = ports.clock.now().toISOString();
    const progress = {
      ...entry.progress,
      feedback: { at: entry.progress.feedback?.at ?? now, ...(rating === null ? {} : { rating }) },
    };
    const changes: Change[] = [
      ...(row
        ? [{ change: 'update', tab: 'orders', at, row: { 'Order ID': entry.order.id, Feedback: text } } as const]
        : []),
      { change: 'update', tab: 'ledger', at: found.at, row: ledgerRow({ ...entry, progress }) },
      {
        change: 'append',
        tab: 'activity',
        row: activityRow({
          when: serialOf(ports.clock.local(new Date(now))),
          orderId: entry.order.id,
          orderNumber: entry.order.number,
          event: 'feedback',
          by,
          detail: `${entry.order.customer.name} says of ${entry.order.number}: ${text}`,
        }),
      },
    ];
    const { outcome } = settle(ports, view, config, [], changes, now);
    return outcome === 'landed'
      ? answer
      : busy(`The feedback could not be stored for now (${outcome}).`, outcome === 'quota' ? 60 : 30);
  } finally {
    ports.lock.release();
  }
};

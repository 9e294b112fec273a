import { feedbackText, type Opinion } from '../domain/feedback';
import { entryOf, headNow } from '../intake/ledger-lookup';
import { busy, type Refusal, refusal } from '../intake/refusal';
import type { Hint } from '../lifecycle/hint';
import { settle } from '../lifecycle/reconcile';
import type { ReconcilePorts } from '../lifecycle/reconcile-ports';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { textOf } from '../workbook/layout';
import { type LedgerEntry, ledgerRow } from '../workbook/ledger-row';
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
  hint: Pick<Hint, 'by'>,
): FeedbackAnswer | Refusal => {
  const { answer, entry } = store(ports, view, config, feedback, hint);
  const { rating, comment } = feedback;
  if (entry) tellIfLow(ports, view, config, entry, { rating, comment: oneLine(comment) });
  return answer;
};

/** What came of it; the entry when something new was stored. */
interface Stored {
  readonly answer: FeedbackAnswer | Refusal;
  readonly entry?: LedgerEntry;
}

const store = (
  ports: ReconcilePorts,
  view: WorkbookView,
  config: Config,
  feedback: Feedback,
  { by }: Pick<Hint, 'by'>,
): Stored => {
  if (!ports.lock.tryLock(20_000))
    return { answer: busy('Others are writing at this moment. Please send this again.', 10) };
  try {
    const { orderId, orderNumber, rating } = feedback;
    const head = headNow(ports, view, config);
    const found = ports.ledger.find(view, orderId ? 'Order ID' : 'Order Number', orderId || orderNumber);
    const entry = entryOf(found);
    if (!found || !entry) return { answer: refusal('NOT_FOUND', `There is no order ${orderId || orderNumber}.`) };
    const text = feedbackText({ rating, comment: oneLine(feedback.comment) });
    const answer: FeedbackAnswer = {
      ok: true,
      orderId: entry.order.id,
      orderNumber: entry.order.number,
      feedback: text,
    };
    const at = ports.orders.ids(view).indexOf(entry.order.id) + 2;
    const row = at > 1 ? ports.orders.rows(view, at, 1)[0] : undefined;
    const isKnown = entry.progress.feedback !== undefined && entry.progress.feedback.rating === (rating ?? undefined);
    if (isKnown && row && textOf(row.cells.Feedback) === text) return { answer: { ...answer, unchanged: true } };
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
    const { outcome } = settle(ports, view, config, [], changes, now, head);
    if (outcome === 'landed') return { answer, entry };
    const seconds = outcome === 'quota' ? 60 : 30;
    return { answer: busy(`The feedback could not be stored for now (${outcome}).`, seconds) };
  } finally {
    ports.lock.release();
  }
};

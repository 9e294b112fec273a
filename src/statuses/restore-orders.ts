import { serialOfDay } from '../core/day-serial';
import type { Clock } from '../core/ports';
import { isFeedbackOf, wholeRow } from '../workbook/feedback-cell';
import { textOf } from '../workbook/layout';
import { progressOrNone } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import type { Plan } from './change-orders';
import { type Decision, NOTHING } from './decision';
import { withConcerns } from './flagging';
import type { Candidate } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';

/** Whether a text in column R is what the customer of another order said. */
type IsAnothers = (orderId: string, text: string) => boolean;

/** What the rows and entries of all orders say together; read on first use, under the lock. */
export interface RestoreFacts {
  readonly isAnothers: IsAnothers;
  /** When an order came in, according to its row: epoch milliseconds; NaN if that isn't a date. */
  readonly createdIn: (at: number) => number;
}

export const restoreFacts = (
  { ledger, orders }: Pick<ReconcilePorts, 'ledger' | 'orders'>,
  view: WorkbookView,
): RestoreFacts => {
  const feedbacks = once(() =>
    ledger
      .upToProgress(view)
      .map(({ cells }) => ({ id: textOf(cells['Order ID']), feedback: progressOrNone(cells).feedback })),
  );
  const cells = once(() => orders.cells());
  const column = view.places.orders?.layout.columns.get('Created At') ?? -1;
  return {
    isAnothers: (orderId, text) =>
      text !== '' && feedbacks().some(({ id, feedback }) => id !== orderId && isFeedbackOf(feedback, text)),
    createdIn: (at) => {
      const cell = cells()[at - 1]?.[column];
      return cell instanceof Date ? cell.getTime() : Number.NaN;
    },
  };
};

const once = <T>(read: () => T): (() => T) => {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
};

/** Moments are kept to the second. */
const SECOND = 1_000;

/** Rewrites an order's row from the Ledger: after a partial sort, a paste over it, or accidental edits. */
export const planRestore =
  (clock: Clock, { isAnothers, createdIn }: RestoreFacts) =>
  ({ row, entry }: Candidate): Plan => {
    const standing = textOf(row.cells.Feedback);
    const isLeft = entry.progress.feedback !== undefined || !isAnothers(entry.order.id, standing);
    const createdAt = serialOfDay(clock, entry.order.createdAt);
    const whole = wholeRow(entry, createdAt, isLeft ? standing : '');
    const { 'Created At': _, ...texts } = whole;
    const { createdAt: accepted } = entry.order;
    const isOnTime = accepted === '' || Math.abs(createdIn(row.at) - Date.parse(accepted)) < SECOND;
    const isWhole = isOnTime && Object.entries(texts).every(([header, cell]) => row.cells[header] === cell);
    if (isWhole && entry.flag === '') return NOTHING;
    const { number, customer } = entry.order;
    const restored: Decision = {
      ...NOTHING,
      outcome: 'accepted',
      cells: { ...texts, 'Created At': createdAt },
      notes: { Status: '', 'Shipping Status': '' },
      entry,
      events: [
        {
          event: 'restored',
          from: '',
          to: entry.status,
          detail: `Row of ${number} (${customer.name}) restored from the order log through the menu.`,
        },
      ],
    };
    return withConcerns(restored, entry, []);
  };

import { formatAmount } from '../domain/money';
import { FIRST_STATUS } from '../domain/statuses';
import type { LedgerEntry } from '../workbook/ledger-row';

/** The answer to an accepted order, original or repeated (docs/design.md 4.3). Money as `"24.00"`. */
export interface OrderAnswer {
  readonly ok: true;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly status: string;
  readonly subtotal: string;
  readonly shippingFee: string;
  readonly total: string;
  readonly duplicate: boolean;
  readonly warnings?: readonly string[];
  readonly statusUrl?: string;
}

/**
 * The original answer to an order. A duplicate gets the same one, marked as such, no matter what has happened since.
 * Its warnings are the ones stored with the order.
 */
export const orderAnswer = (entry: LedgerEntry, duplicate: boolean, statusUrl = ''): OrderAnswer => ({
  ok: true,
  orderId: entry.order.id,
  orderNumber: entry.order.number,
  status: FIRST_STATUS,
  subtotal: formatAmount(entry.order.price.subtotal),
  shippingFee: formatAmount(entry.order.price.shippingFee),
  total: formatAmount(entry.order.price.total),
  duplicate,
  ...(entry.warnings.length > 0 ? { warnings: entry.warnings } : {}),
  ...(statusUrl ? { statusUrl } : {}),
});

/** An answer with remarks on what one request has sent, behind the warnings of the order. */
export const withRemarks = (answer: OrderAnswer, remarks: readonly string[]): OrderAnswer =>
  remarks.length > 0 ? { ...answer, warnings: [...(answer.warnings ?? []), ...remarks] } : answer;

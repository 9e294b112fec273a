import type { Order, Price } from '../domain/order';
import { formatOrderNumber, numberPrefix } from '../domain/order-number';
import { FIRST_STATUS, shippingAt } from '../domain/statuses';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { isWhole } from '../workbook/layout';
import { type LedgerEntry, type LedgerHead, ledgerRow, NEWEST, ROW_OWED } from '../workbook/ledger-row';
import { ordersRow } from '../workbook/orders-row';
import { type NewEmail, outboxRow } from '../workbook/outbox-row';
import { giveNumber } from '../workbook/sequences';
import type { WorkbookView } from '../workbook/view';
import type { ValidOrder } from './validate-order';

/** What makes a checked post an order: its id, price and moment. */
export interface OrderMaking {
  readonly valid: ValidOrder;
  readonly id: string;
  readonly price: Price;
  readonly fingerprint: string;
  readonly replaces: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/**
 * Numbers an order: the next of its prefix. The head comes back with that number given away.
 * @param isListed whether the Events tab has its code.
 * @param given the highest number of a prefix anywhere ({@link giveNumber}).
 */
export const numberOrder = (
  making: OrderMaking,
  head: LedgerHead,
  isListed = true,
  given: (prefix: string) => number = () => 0,
): { readonly entry: LedgerEntry; readonly head: LedgerHead } => {
  const { request, warnings } = making.valid;
  const prefix = numberPrefix(request.eventCode);
  const { sequence, head: next } = giveNumber(head, prefix, isListed, () => given(prefix));
  const order: Order = {
    ...request,
    id: making.id,
    number: formatOrderNumber(prefix, sequence),
    price: making.price,
    createdAt: making.createdAt,
  };
  return {
    entry: {
      order,
      fingerprint: making.fingerprint,
      replaces: making.replaces,
      status: FIRST_STATUS,
      shipping: shippingAt(FIRST_STATUS, order.fulfillment),
      progress: {},
      flag: '',
      warnings,
    },
    head: next,
  };
};

/** Where the new row goes and when, beside the entry itself. Times are serial numbers. */
export interface Placement {
  /** The last row of the Orders tab that has an Order ID. */
  readonly lastOrderRow: number;
  readonly createdAt: number;
  readonly receipt: NewEmail | null;
  readonly by: string;
}

/**
 * The changes that make an order exist: Ledger, Orders, Outbox, Activity, in one commit (docs/design.md 3.3).
 * When the Orders tab is not whole the order is accepted without its row; the row follows after the repair.
 */
export const newOrderChanges = (view: WorkbookView, entry: LedgerEntry, placement: Placement): Change[] => {
  const { order, warnings } = entry;
  const orders = view.places.orders;
  const hasRow = orders !== undefined && isWhole(orders.layout);
  const kept: LedgerEntry = hasRow ? entry : { ...entry, flag: ROW_OWED };
  const changes: Change[] = [{ change: 'insert', tab: 'ledger', at: NEWEST, row: ledgerRow(kept) }];
  if (hasRow) {
    changes.push({
      change: 'insert',
      tab: 'orders',
      at: placement.lastOrderRow + 1,
      row: ordersRow(order, entry, placement.createdAt),
      ...(warnings.length > 0 ? { notes: { 'Order Number': warnings.join('\n') } } : {}),
    });
  }
  if (placement.receipt) changes.push({ change: 'append', tab: 'outbox', row: outboxRow(placement.receipt) });
  const detail = [
    `Order ${order.number} from ${order.customer.name} came in.`,
    ...(hasRow ? [] : ['The Orders tab can’t be updated right now. The row will be added later.']),
    ...warnings,
  ].join(' ');
  changes.push({
    change: 'append',
    tab: 'activity',
    row: activityRow({
      when: placement.createdAt,
      orderId: order.id,
      orderNumber: order.number,
      event: 'created',
      to: entry.status,
      by: placement.by,
      detail,
    }),
  });
  return changes;
};

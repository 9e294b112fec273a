import { formatAmount, parseAmount } from '../domain/money';
import { ORDER_STATUSES, type OrderStatus, parseOrderStatus, STATUS_FACTS } from '../domain/statuses';
import { type Cell, textOf } from './layout';
import type { LedgerEntry } from './ledger-row';
import { ordersRow } from './orders-row';

/** An order as the API shows it: all strings, money as `"24.00"` (docs/design.md 4.6). */
export interface OrderJson {
  readonly id: string;
  readonly orderNumber: string;
  readonly customerName: string;
  readonly customerEmail: string;
  readonly customerPhone: string;
  readonly fulfillmentType: string;
  readonly shippingAddress: string;
  readonly items: string;
  readonly subtotal: string;
  readonly shippingFee: string;
  readonly total: string;
  readonly status: string;
  readonly createdAt: string;
  readonly city: string;
  readonly state: string;
  readonly zipCode: string;
  readonly shippingStatus: string;
  readonly feedback: string;
}

const money = (cell: Cell | undefined): string => {
  const amount = parseAmount(cell ?? '');
  return amount === null ? textOf(cell) : formatAmount(amount);
};

/**
 * A row of the Orders tab as JSON. Old rows with `void` are read as `cancelled`.
 * @param createdAt ISO 8601, UTC; blank when the cell holds no date.
 */
export const orderJson = (row: Readonly<Record<string, Cell>>, createdAt: string): OrderJson => ({
  id: textOf(row['Order ID']),
  orderNumber: textOf(row['Order Number']),
  customerName: textOf(row['Customer Name']),
  customerEmail: textOf(row.Email),
  customerPhone: textOf(row.Phone),
  fulfillmentType: textOf(row['Fulfillment Type']),
  shippingAddress: textOf(row['Shipping Address']),
  items: textOf(row.Items),
  subtotal: money(row.Subtotal),
  shippingFee: money(row['Shipping Fee']),
  total: money(row.Total),
  status: parseOrderStatus(textOf(row.Status)) ?? textOf(row.Status),
  createdAt,
  city: textOf(row.City),
  state: textOf(row.State),
  zipCode: textOf(row['ZIP Code']),
  shippingStatus: textOf(row['Shipping Status']),
  feedback: textOf(row.Feedback),
});

/** An order whose row is gone, from the Ledger. */
export const orderJsonOfEntry = (entry: LedgerEntry): OrderJson =>
  orderJson(ordersRow(entry.order, entry, 0), entry.order.createdAt);

/** Words run together: `on hold` as `onHold`. */
type Joined<Words extends string> = Words extends `${infer Word} ${infer Rest}`
  ? `${Word}${Capitalize<Joined<Rest>>}`
  : Words;
type CountName = `${Joined<OrderStatus>}Count`;

/** The name of a status's count in the summary: `pendingCount`. */
const countName = (status: OrderStatus): string =>
  `${status.replace(/ (.)/g, (_, letter) => letter.toUpperCase())}Count`;

/** The figures of all orders; amounts in dollars, averages rounded to the cent (docs/design.md 4.6). */
export interface Summary extends Readonly<Record<CountName, number>> {
  readonly totalOrders: number;
  readonly completedCount: number;
  readonly totalRevenue: number;
  readonly pendingRevenue: number;
  readonly averageOrderValue: number;
}

export const summaryOf = (orders: readonly Pick<OrderJson, 'status' | 'total'>[]): Summary => {
  const inStatus = (status: OrderStatus) => orders.filter((order) => order.status === status);
  const whose = (money: 'owed' | 'earned') =>
    ORDER_STATUSES.filter((status) => STATUS_FACTS[status].money === money).flatMap(inStatus);
  const revenue = (some: typeof orders) => some.reduce((total, order) => total + (parseAmount(order.total) ?? 0), 0);
  const completed = whose('earned');
  return {
    totalOrders: orders.length,
    ...(Object.fromEntries(ORDER_STATUSES.map((status) => [countName(status), inStatus(status).length])) as Record<
      CountName,
      number
    >),
    completedCount: completed.length,
    totalRevenue: revenue(completed) / 100,
    pendingRevenue: revenue(whose('owed')) / 100,
    averageOrderValue: completed.length === 0 ? 0 : Math.round(revenue(completed) / completed.length) / 100,
  };
};

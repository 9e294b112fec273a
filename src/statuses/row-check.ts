import { RESTORE } from '../core/words';
import { formatItems } from '../domain/items';
import { formatDollars, parseAmount } from '../domain/money';
import type { Order } from '../domain/order';
import { FIRST_STATUS } from '../domain/statuses';
import { contentKeyOf, contentKeyOfRow } from '../workbook/content-key';
import { type Cell, textOf } from '../workbook/layout';
import { ordersRow } from '../workbook/orders-row';
import type { Concern } from './decision';

/** A row of the Orders tab as it is now, by header. */
export type SheetCells = Readonly<Record<string, Cell>>;

/** Columns that staff may correct; the program accepts a correction that passes its checks. */
export const CUSTOMER_COLUMNS = [
  'Customer Name',
  'Email',
  'Phone',
  'Fulfillment Type',
  'Shipping Address',
  'City',
  'State',
  'ZIP Code',
] as const;
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number];
/** Those of an order that is shipped. */
export const ADDRESS_COLUMNS = ['Shipping Address', 'City', 'State', 'ZIP Code'] as const satisfies CustomerColumn[];

export const isCustomerColumn = (header: string): header is CustomerColumn =>
  CUSTOMER_COLUMNS.some((column) => column === header);

const START = { status: FIRST_STATUS, shipping: null } as const;

/** The customer columns in which a row differs from the order. */
export const customerDifferences = (order: Order, row: SheetCells): CustomerColumn[] => {
  const kept = ordersRow(order, START, 0);
  const columns = order.fulfillment === 'pickup' ? CUSTOMER_COLUMNS.slice(0, 4) : CUSTOMER_COLUMNS;
  return columns.filter((header) => textOf(row[header]) !== textOf(kept[header]));
};

/** Whether a row belongs to another order than its id says: its name, email, items or total differ. */
export const isForeign = (order: Order, row: SheetCells): boolean => contentKeyOfRow(row) !== contentKeyOf(order);

/** What is wrong with the number, the items and the money of a row, with the right values. */
export const acceptedErrors = (order: Order, row: SheetCells): Concern[] => {
  const { subtotal, shippingFee, total } = order.price;
  const errors: Concern[] = [];
  const tell = (header: string, message: string) => errors.push({ header, code: 'accepted', about: '', message });
  if (textOf(row['Order Number']) !== order.number) tell('Order Number', `This is order ${order.number}. ${REPAIR}`);
  if (textOf(row.Items) !== formatItems(order.lines)) {
    const items = `${formatItems(order.lines)} (total ${formatDollars(total)})`;
    tell('Items', `The items in order ${order.number} are ${items}. ${REPAIR}`);
  }
  const amounts = [
    ['Subtotal', subtotal],
    ['Shipping Fee', shippingFee],
    ['Total', total],
  ] as const;
  const sums = `subtotal ${formatDollars(subtotal)} and shipping ${formatDollars(shippingFee)} add up to ${formatDollars(total)}`;
  for (const [header, amount] of amounts) {
    if (amountIn(row[header]) === amount) continue;
    tell(header, `The ${header.toLowerCase()} for ${order.number} is ${formatDollars(amount)}: ${sums}. ${REPAIR}`);
  }
  return errors;
};

/** A blank cell isn't an amount. */
const amountIn = (cell: Cell | undefined): number | null => (textOf(cell) === '' ? 0 : parseAmount(cell));

const REPAIR = `Emails and reports use the original order. Undo your change, or ${RESTORE}.`;

/** Customer columns that differ although no correction was seen. */
export const differenceConcerns = (order: Order, headers: readonly CustomerColumn[]): Concern[] =>
  headers.map((header) => ({
    header,
    code: 'differs',
    about: '',
    message:
      `${header}: this doesn’t match order ${order.number} from ${order.customer.name}. Emails use the original. ` +
      `If this row was sorted or pasted over, undo that or ${RESTORE}. If it's a correction, type it again.`,
  }));

import { formatItems } from '../domain/items';
import { formatDollars, toDollars } from '../domain/money';
import type { Order } from '../domain/order';
import { type Cell, textOf } from '../workbook/layout';
import { ordersRow } from '../workbook/orders-row';
import { sealOf, sealOfRow } from '../workbook/seal';

/** Columns that staff may correct; the program takes a checked correction over. */
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

const START = { status: 'pending', shipping: null } as const;

/** The customer columns in which a row differs from the order. */
export const customerDifferences = (order: Order, row: Readonly<Record<string, Cell>>): CustomerColumn[] => {
  const kept = ordersRow(order, START, 0);
  const columns = order.fulfillment === 'pickup' ? CUSTOMER_COLUMNS.slice(0, 4) : CUSTOMER_COLUMNS;
  return columns.filter((header) => textOf(row[header]) !== textOf(kept[header]));
};

/** Whether a row is not the order that its id says: its name, email, items or total are another's. */
export const isForeign = (order: Order, row: Readonly<Record<string, Cell>>): boolean =>
  sealOfRow(row) !== sealOf(order);

/** What is wrong with the items and the money of a row, with the right values; blank when they are as accepted. */
export const moneyFault = (
  order: Order,
  row: Readonly<Record<string, Cell>>,
): { header: string; message: string } | null => {
  const { subtotal, shippingFee, total } = order.price;
  if (textOf(row.Items) !== formatItems(order.lines)) {
    return {
      header: 'Items',
      message: `These are not the items of ${order.number}: ${formatItems(order.lines)} (${formatDollars(total)}).`,
    };
  }
  const amounts = [
    ['Subtotal', subtotal],
    ['Shipping Fee', shippingFee],
    ['Total', total],
  ] as const;
  const wrong = amounts.find(([header, amount]) => row[header] !== toDollars(amount));
  if (!wrong) return null;
  return {
    header: wrong[0],
    message: `The ${wrong[0].toLowerCase()} of ${order.number} is ${formatDollars(wrong[1])}: subtotal ${formatDollars(subtotal)}, total ${formatDollars(total)}.`,
  };
};

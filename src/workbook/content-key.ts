import { formatItems } from '../domain/items';
import { cents, formatAmount, parseAmount } from '../domain/money';
import type { Order } from '../domain/order';
import { FIRST_STATUS } from '../domain/statuses';
import { type Cell, textOf } from './layout';
import { ordersRow } from './orders-row';

const tidy = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();

/** Name, email, items and total of an order in one text: whose row is this? Equal content keys, equal order. */
export const contentKeyOf = ({ customer, lines, price }: Pick<Order, 'customer' | 'lines' | 'price'>): string =>
  [tidy(customer.name), tidy(customer.email), tidy(formatItems(lines)), formatAmount(price.total)].join(' | ');

/** The total in a content key: `24.00`. */
export const totalInContentKey = (contentKey: string): string => contentKey.slice(contentKey.lastIndexOf(' | ') + 3);

/** The content key of a row as it is in the Orders tab. */
export const contentKeyOfRow = (row: Readonly<Record<string, Cell>>): string => {
  const total = parseAmount(row.Total ?? '');
  return [
    tidy(textOf(row['Customer Name'])),
    tidy(textOf(row.Email)),
    tidy(textOf(row.Items)),
    total === null ? textOf(row.Total) : formatAmount(total),
  ].join(' | ');
};

/** What of a row is checked to the letter, beside its {@link contentKeyOfRow} and its statuses. */
const DETAILS = ['Order Number', 'Customer Name', 'Email', 'Phone', 'Fulfillment Type'] as const;
const ADDRESS = ['Shipping Address', 'City', 'State', 'ZIP Code'] as const;
const AMOUNTS = ['Subtotal', 'Shipping Fee'] as const;

const amountText = (cell: Cell | undefined): string => {
  const amount = textOf(cell) === '' ? cents(0) : parseAmount(cell);
  return amount === null ? textOf(cell) : formatAmount(amount);
};

/**
 * Those cells in one text: tells without the order's JSON whether a row was edited. The address of a pickup order
 * does not count.
 */
export const detailsOfRow = (row: Readonly<Record<string, Cell>>): string => {
  const isPickup = textOf(row['Fulfillment Type']) === 'pickup';
  const texts = [...DETAILS, ...(isPickup ? [] : ADDRESS)].map((header) => textOf(row[header]));
  return JSON.stringify([...texts, ...AMOUNTS.map((header) => amountText(row[header]))]);
};

/** The email in a text of details; blank where someone spoilt it. */
export const emailInDetails = (details: string): string => {
  try {
    return String((JSON.parse(details) as unknown[])[DETAILS.indexOf('Email')]);
  } catch {
    return '';
  }
};

/** The details of an order as its row shows them. */
export const detailsOf = (order: Order): string =>
  detailsOfRow(ordersRow(order, { status: FIRST_STATUS, shipping: null }, 0));

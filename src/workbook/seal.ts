import { formatItems } from '../domain/items';
import { formatAmount, parseAmount } from '../domain/money';
import type { Order } from '../domain/order';
import { type Cell, textOf } from './layout';

const tidy = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();

/** Name, email, items and total of an order in one text: whose row is this? Equal seals, equal order. */
export const sealOf = ({ customer, lines, price }: Pick<Order, 'customer' | 'lines' | 'price'>): string =>
  [tidy(customer.name), tidy(customer.email), tidy(formatItems(lines)), formatAmount(price.total)].join(' | ');

/** The seal of a row as it stands in the Orders tab. */
export const sealOfRow = (row: Readonly<Record<string, Cell>>): string => {
  const total = parseAmount(row.Total ?? '');
  return [
    tidy(textOf(row['Customer Name'])),
    tidy(textOf(row.Email)),
    tidy(textOf(row.Items)),
    total === null ? textOf(row.Total) : formatAmount(total),
  ].join(' | ');
};

import { formatItems } from '../domain/items';
import { toDollars } from '../domain/money';
import type { Address, Order, Standing } from '../domain/order';
import type { Row } from './layout';

/** Column G: company, street and unit; a street of several lines keeps its line breaks. */
export const streetLines = ({ company = '', street, unit }: Address): string =>
  [company, street, unit].filter(Boolean).join(', ');

/**
 * An order as a row of the Orders tab (docs/design.md 2.1).
 * @param createdAt a serial number in the spreadsheet's time zone.
 */
export const ordersRow = (order: Order, standing: Standing, createdAt: number): Row => ({
  'Order ID': order.id,
  'Order Number': order.number,
  'Customer Name': order.customer.name,
  Email: order.customer.email,
  Phone: order.customer.phone,
  'Fulfillment Type': order.fulfillment,
  'Shipping Address': order.fulfillment === 'ship' ? streetLines(order.address) : '',
  Items: formatItems(order.lines),
  Subtotal: toDollars(order.price.subtotal),
  'Shipping Fee': toDollars(order.price.shippingFee),
  Total: toDollars(order.price.total),
  Status: standing.status,
  'Created At': createdAt,
  City: order.fulfillment === 'ship' ? order.address.city : '',
  State: order.fulfillment === 'ship' ? order.address.state : '',
  'ZIP Code': order.fulfillment === 'ship' ? order.address.zipCode : '',
  'Shipping Status': standing.shipping ?? '',
});

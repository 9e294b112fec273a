import type { Order } from './order';

/** Replaces anything that was erased. */
export const GONE = '(erased)';

/** Replaces the name of a customer who asked to be erased. */
const ERASED_NAME = 'Erased customer';

/** Whether an order's customer has been erased: nothing brings the data back. */
export const isErased = ({ customer }: Pick<Order, 'customer'>): boolean =>
  customer.name === ERASED_NAME && customer.email === '';

/**
 * The order without its customer: name, contact, street, city and ZIP go; items, money and the state stay for the figures.
 * Each field is named, so that the compiler asks about a new one.
 */
export const erasedOrder = (order: Order): Order => ({
  id: order.id,
  number: order.number,
  createdAt: order.createdAt,
  fulfillment: order.fulfillment,
  eventCode: order.eventCode,
  lines: order.lines,
  price: order.price,
  customer: { name: ERASED_NAME, email: '', phone: '' },
  address: { street: '', unit: '', city: '', state: order.address.state, zipCode: '' },
});

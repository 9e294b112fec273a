import { cents, formatDollars } from '../domain/money';
import type { Order } from '../domain/order';

/** The sums below an order's items wherever its customer sees them: labels and amounts, without those that say nothing. */
export const priceSums = ({ price, fulfillment }: Order): readonly (readonly [label: string, amount: string])[] => {
  const listed = cents(price.subtotal + price.discount);
  const isShipped = fulfillment === 'ship' || price.shippingFee > 0;
  const all: readonly (readonly [isShown: boolean, label: string, amount: string])[] = [
    [price.discount > 0, 'Prints', formatDollars(listed)],
    [price.discount > 0, 'Discount', `-${formatDollars(price.discount)}`],
    [true, 'Subtotal', formatDollars(price.subtotal)],
    [isShipped, 'Shipping', price.shippingFee > 0 ? formatDollars(price.shippingFee) : 'Free'],
    [true, 'Total', formatDollars(price.total)],
  ];
  return all.flatMap(([isShown, label, amount]) => (isShown ? [[label, amount] as const] : []));
};

import { type Cents, cents, NO_MONEY, sum } from './money';
import type { LineItem, Price, PricedLine } from './order';
import type { Fulfillment } from './statuses';

/** A quantity of one size for a fixed price: three 4x6 for $20. */
export interface Offer {
  readonly quantity: number;
  readonly price: Cents;
}

/** What one print of a size costs, and its offers. */
export interface SizePrice {
  readonly size: string;
  readonly price: Cents;
  readonly offers: readonly Offer[];
}

export type PriceList = readonly SizePrice[];

/** The shipping fee: flat, and free from a subtotal on when `freeFrom` is set. Pickup never pays it. */
export interface ShippingRule {
  readonly flat: Cents;
  readonly freeFrom: Cents | null;
}

/**
 * The lowest price for `count` prints of one size, offers used as often as they help.
 * Offers count over the whole order (docs/design.md 4.4). Exact for any set of offers: the cheapest way to reach
 * each smaller count is built up first.
 */
export const priceOfSize = (size: SizePrice, count: number): Cents => {
  if (size.offers.length === 0) return cents(size.price * count);
  const cheapest = new Float64Array(count + 1);
  for (let reached = 1; reached <= count; reached++) {
    let best = (cheapest[reached - 1] ?? 0) + size.price;
    for (const offer of size.offers) {
      if (offer.quantity > reached) continue;
      best = Math.min(best, (cheapest[reached - offer.quantity] ?? 0) + offer.price);
    }
    cheapest[reached] = best;
  }
  return cents(cheapest[count] ?? 0);
};

/** What an order pays for shipping. */
export const shippingFee = (rule: ShippingRule, fulfillment: Fulfillment, subtotal: Cents): Cents => {
  if (fulfillment === 'pickup') return NO_MONEY;
  return rule.freeFrom !== null && subtotal >= rule.freeFrom ? NO_MONEY : rule.flat;
};

/**
 * Prices an order. Every line must be of a size on the list (validation ensures that).
 * @throws RangeError for a size that isn't on the list.
 */
export const priceOrder = (
  lines: readonly LineItem[],
  list: PriceList,
  rule: ShippingRule,
  fulfillment: Fulfillment,
): Price => {
  const priced: PricedLine[] = [];
  const counts = new Map<SizePrice, number>();
  for (const line of lines) {
    const size = list.find((entry) => entry.size === line.size);
    if (!size) throw new RangeError(`size ${line.size} is not on the price list`);
    priced.push({ ...line, unitPrice: size.price });
    counts.set(size, (counts.get(size) ?? 0) + line.quantity);
  }
  const full = sum(priced.map((line) => cents(line.unitPrice * line.quantity)));
  const subtotal = sum([...counts].map(([size, count]) => priceOfSize(size, count)));
  const fee = shippingFee(rule, fulfillment, subtotal);
  return { lines: priced, discount: cents(full - subtotal), subtotal, shippingFee: fee, total: sum([subtotal, fee]) };
};

/**
 * Whether the price of a line is unknown: an imported order may have a size that isn't on the Price List. In other
 * orders, the lines add up to the subtotal.
 */
export const isPriceUnknown = (
  { lines, discount, subtotal }: Pick<Price, 'lines' | 'discount' | 'subtotal'>,
  unitPrice: Cents,
): boolean =>
  unitPrice === 0 && lines.reduce((all, line) => all + line.unitPrice * line.quantity, 0) - discount !== subtotal;

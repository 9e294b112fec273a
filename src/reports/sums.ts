import { type Cents, cents } from '../domain/money';
import type { Sale } from './sale';

/** The totals of some sales: key figures, or one row of a breakdown. */
export interface Sums {
  readonly orders: number;
  /** Prints. */
  readonly items: number;
  readonly gross: Cents;
  readonly discounts: Cents;
  readonly shipping: Cents;
  readonly total: Cents;
}

/** Sums that grow, sale by sale. */
export class GrowingSums {
  private orders = 0;
  private items = 0;
  private gross = 0;
  private discounts = 0;
  private shipping = 0;
  private total = 0;

  add({ items, gross, discount, shipping, total }: Sale): void {
    this.orders++;
    this.items += items;
    this.gross += gross;
    this.discounts += discount;
    this.shipping += shipping;
    this.total += total;
  }

  sums(): Sums {
    const { orders, items, gross, discounts, shipping, total } = this;
    return {
      orders,
      items,
      gross: cents(gross),
      discounts: cents(discounts),
      shipping: cents(shipping),
      total: cents(total),
    };
  }
}

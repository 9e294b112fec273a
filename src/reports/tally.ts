import { type Cents, cents } from '../domain/money';

/** A number of orders and their total. */
export interface Tally {
  readonly orders: number;
  readonly amount: Cents;
}

/** A tally that grows. */
export class Sum {
  orders = 0;
  amount = 0;

  add(amount: number, orders = 1): void {
    this.orders += orders;
    this.amount += amount;
  }

  tally(): Tally {
    return { orders: this.orders, amount: cents(this.amount) };
  }
}

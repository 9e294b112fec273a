import type { Cents } from './money';
import type { Fulfillment, OrderStatus, ShippingStatus } from './statuses';

/** One line as ordered: a photo, a print size of the Price List such as `4x6`, and how many (1 to 999). */
export interface LineItem {
  readonly photoNumber: string;
  readonly size: string;
  readonly quantity: number;
}

/** A line with the price of the day on which the order was accepted. */
export interface PricedLine extends LineItem {
  readonly unitPrice: Cents;
}

/** Where to send the prints; all blank for a pickup order without an address. */
export interface Address {
  /** The business at the address, as sent; absent when none was. */
  readonly company?: string;
  /** Street line, without the unit; several lines as they were typed. */
  readonly street: string;
  /** Apartment, suite or unit, as the customer wrote it; blank when there is none. */
  readonly unit: string;
  readonly city: string;
  /** Two-letter code as accepted. */
  readonly state: string;
  /** Five digits or ZIP+4, as text. */
  readonly zipCode: string;
}

export interface Customer {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** What a customer ordered, checked but without prices or a number: the outcome of validation. */
export interface OrderRequest {
  readonly customer: Customer;
  readonly fulfillment: Fulfillment;
  readonly address: Address;
  /** As sent, trimmed; blank when the order belongs to no event. */
  readonly eventCode: string;
  readonly lines: readonly LineItem[];
}

/** The money of an order. `total = subtotal + shippingFee`; `discount` is already taken off the subtotal. */
export interface Price {
  readonly lines: readonly PricedLine[];
  readonly discount: Cents;
  readonly subtotal: Cents;
  readonly shippingFee: Cents;
  readonly total: Cents;
}

/** An order as accepted, which the Ledger keeps no matter what happens to its row. */
export interface Order extends OrderRequest {
  readonly id: string;
  /** `ASDAR26-0001`; see {@link formatOrderNumber}. */
  readonly number: string;
  readonly price: Price;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** The state of an order. `shipping` is null for a canceled one. */
export interface Standing {
  readonly status: OrderStatus;
  readonly shipping: ShippingStatus | null;
}

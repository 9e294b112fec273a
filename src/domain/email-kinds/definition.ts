import type { Fulfillment, OrderStatus, ShippingStatus } from '../statuses';

/** Texts with tags; empty lines separate the paragraphs of the message. */
export interface EmailTemplate {
  readonly subject: string;
  /** What the inbox shows after the subject (a preheader). Blank: the message's first words. */
  readonly preview: string;
  readonly message: string;
}

/**
 * When an email is due: when an order comes in, with a step (for one fulfillment only, if given), on a morning some
 * days after a status was reached, or only when staff send it.
 */
export type Due =
  | { readonly on: 'order' }
  | { readonly on: 'step'; readonly to: OrderStatus; readonly only?: Fulfillment }
  | { readonly on: 'morning'; readonly after: OrderStatus }
  | { readonly on: 'request' };

/** What is checked before an email is sent; every Ledger entry is one. */
export interface EmailCase {
  readonly order: { readonly fulfillment: Fulfillment };
  readonly status: OrderStatus;
  readonly shipping: ShippingStatus | null;
  readonly progress: { readonly feedback?: unknown; readonly notArrived?: unknown; readonly erased?: true };
}

/**
 * One kind of email to customers: everything except its words, which are kept separately because most executions don't
 * need them. docs/emails.md shows each.
 */
export interface EmailKindFacts {
  /** What staff call it. */
  readonly title: string;
  /** The handler of its item in Emails > Preview; null if it has none. */
  readonly preview: `App.${string}` | null;
  readonly due: Due;
  /** Whether what it says still holds for its order: one that doesn't is canceled, not sent. */
  readonly isStillTrue: (it: EmailCase) => boolean;
  /** Whether it includes tracking; if so, the number is read from staff's column. */
  readonly tellsTracking: boolean;
  /** Whether it includes the payment method; if so, that column of staff's is read, too. */
  readonly tellsPayment?: true;
}

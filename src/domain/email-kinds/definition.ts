import type { Fulfillment, OrderStatus, ShippingStatus } from '../statuses';

/** Texts with tags; paragraphs of the message are divided by empty lines. */
export interface EmailTemplate {
  readonly subject: string;
  /** What the inbox shows behind the subject (a preheader). Blank: the message's own first words. */
  readonly preview: string;
  readonly message: string;
}

/**
 * When an email falls due: as an order comes in, with a step (of one fulfillment only, where it says so), on a morning
 * some days after a status was reached, or when staff send it and never on its own.
 */
export type Due =
  | { readonly on: 'order' }
  | { readonly on: 'step'; readonly to: OrderStatus; readonly only?: Fulfillment }
  | { readonly on: 'morning'; readonly after: OrderStatus }
  | { readonly on: 'request' };

/** What an email looks at before it leaves: every Ledger entry is one. */
export interface EmailCase {
  readonly order: { readonly fulfillment: Fulfillment };
  readonly status: OrderStatus;
  readonly shipping: ShippingStatus | null;
  readonly progress: { readonly feedback?: unknown; readonly notArrived?: unknown; readonly erased?: true };
}

/**
 * One kind of email to customers: everything that the program knows of it but its words, which lie beside it, since most
 * executions need none. docs/emails.md shows each.
 */
export interface EmailKindFacts {
  /** What staff call it. */
  readonly title: string;
  /** The handler of its entry in Emails > Preview; null: it has none there. */
  readonly preview: `App.${string}` | null;
  readonly due: Due;
  /** Whether what it says still holds for its order: one that doesn't is canceled, not sent. */
  readonly isStillTrue: (it: EmailCase) => boolean;
  /** Whether it says how to follow the parcel: then staff's column is read for the number. */
  readonly tellsTracking: boolean;
  /** Whether it says how the order was paid: then that column of staff's is read, too. */
  readonly tellsPayment?: true;
}

import type { EmailKind } from '../domain/email-kind';
import type { EmailTemplate } from '../domain/email-kinds/definition';
import type { Order } from '../domain/order';
import type { OrderStatus } from '../domain/statuses';
import type { PhotoEvent } from '../workbook/events';
import type { Cell } from '../workbook/layout';
import type { Settings } from '../workbook/settings';
import type { Email } from './outbox-ports';

/** How to track a package, derived from its number. */
export interface Tracking {
  /** As staff typed it, without spaces and hyphens; blank if there is none. */
  readonly number: string;
  /** `USPS`, `UPS`, `FedEx`; blank when the number fits none of them. */
  readonly carrier: string;
  /** The carrier's page about this parcel; blank when the carrier is not known. */
  readonly link: string;
}

/** All that an email about an order is made of. */
export interface EmailFacts {
  readonly order: Order;
  readonly status: OrderStatus;
  /** Whether money had arrived, for the text of a cancellation. */
  readonly wasPaid: boolean;
  readonly event: PhotoEvent | null;
  readonly settings: Settings;
  /** Local dates such as `November 23, 2026`; blank while it has not happened. */
  readonly orderDate: string;
  readonly paidDate: string;
  readonly shippedDate: string;
  /** How it was paid, as staff typed it; blank if unknown. */
  readonly paymentMethod: string;
  readonly tracking: Tracking;
  readonly statusLink: string;
  readonly feedbackLink: string;
  readonly unsubscribeLink: string;
  /** Why this copy goes to the studio instead of the customer; blank for a real email. */
  readonly banner: string;
}

/** Something the operator needs to know soon. */
export interface Alert {
  readonly subject: string;
  /**
   * Plain text, with empty lines between paragraphs. A line such as `Open the order: https://...` becomes a button, so
   * customers' own words must be defused.
   */
  readonly text: string;
}

/** A kind's current text, or why it can't be used. */
export type ChosenTemplate = { readonly template: EmailTemplate } | { readonly error: string };

/**
 * Writes emails. Their layout is in a separate bundle (src/email-bundle.ts), which is loaded when an execution writes
 * its first email.
 */
export interface EmailWriter {
  /** What staff have written for a kind in the Emails tab, the built-in text behind empty cells. */
  readonly templateOf: (emails: readonly Readonly<Record<string, Cell>>[], kind: EmailKind) => ChosenTemplate;
  readonly orderEmail: (template: EmailTemplate, facts: EmailFacts) => Email;
  /** An alert, to `to`; `sheet` is the address of the spreadsheet. */
  readonly alertEmail: (alert: Alert, to: string, sheet: string) => Email;
}

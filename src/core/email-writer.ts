import type { EmailKind } from '../domain/email-kind';
import type { EmailTemplate } from '../domain/email-kinds/definition';
import type { Order } from '../domain/order';
import type { OrderStatus } from '../domain/statuses';
import type { PhotoEvent } from '../workbook/events';
import type { Cell } from '../workbook/layout';
import type { Settings } from '../workbook/settings';
import type { Email } from './ports';

/** Where a parcel is, as far as its number tells. */
export interface Tracking {
  /** As staff typed it, blanks and hyphens taken out; blank without one. */
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
  /** How it was paid, as staff typed it; blank when nobody knows. */
  readonly paymentMethod: string;
  readonly tracking: Tracking;
  readonly statusLink: string;
  readonly feedbackLink: string;
  readonly unsubscribeLink: string;
  /** Why this email goes to a person of the studio and not to the customer; blank for a real one. */
  readonly banner: string;
}

/** Something that the operator has to know soon. */
export interface Alert {
  readonly subject: string;
  /**
   * Plain text, its paragraphs divided by empty lines. A line such as `Open the order: https://...` becomes a button, so
   * what customers wrote has to be defused.
   */
  readonly text: string;
}

/** A kind's text that is in force; or why it cannot be used. */
export type ChosenTemplate = { readonly template: EmailTemplate } | { readonly error: string };

/**
 * Writes emails. What an email looks like lies in a bundle of its own (src/email-bundle.ts), which is read when the first one
 * of an execution is to be written.
 */
export interface EmailWriter {
  /** What staff have written for a kind in the Emails tab, the built-in text behind empty cells. */
  readonly templateOf: (emails: readonly Readonly<Record<string, Cell>>[], kind: EmailKind) => ChosenTemplate;
  readonly orderEmail: (template: EmailTemplate, facts: EmailFacts) => Email;
  /** An alert, to `to`; `sheet` is the address of the spreadsheet. */
  readonly alertEmail: (alert: Alert, to: string, sheet: string) => Email;
}

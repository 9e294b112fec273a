import type { Fulfillment } from '../domain/statuses';

/** What can be printed. */
export const PRINT_KINDS = ['envelopes', 'labels', 'slips', 'lab'] as const;
export type PrintKind = (typeof PRINT_KINDS)[number];

/** Everything about a kind of print except its layout (page/sheets/sheets-of.ts). */
interface PrintFacts {
  /** Its name for staff. */
  readonly name: string;
  /** One of them: each order has its own, with name and address. Null if there is one list for all orders. */
  readonly one: string | null;
  /** How the Activity tab's line about a finished print begins. */
  readonly told: string;
  readonly isForPickup: boolean;
}

export const PRINT_FACTS: Readonly<Record<PrintKind, PrintFacts>> = {
  envelopes: { name: 'Envelopes', one: 'envelope', told: 'Envelope', isForPickup: false },
  labels: { name: 'Labels', one: 'label', told: 'Label', isForPickup: false },
  slips: { name: 'Packing slips', one: 'slip', told: 'Packing slip', isForPickup: true },
  lab: { name: 'Lab list', one: null, told: 'Lab list with order', isForPickup: true },
};

/** Whether an order needs a print of this kind: a pickup order has no envelope. */
export const isFor = (kind: string, fulfillment: Fulfillment): boolean =>
  fulfillment === 'ship' || PRINT_FACTS[kind as PrintKind]?.isForPickup === true;

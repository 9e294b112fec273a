import type { Fulfillment } from '../domain/statuses';

/** What can be printed. */
export const PRINT_KINDS = ['envelopes', 'labels', 'slips', 'lab'] as const;
export type PrintKind = (typeof PRINT_KINDS)[number];

/** Everything that hangs on a kind of print but its layout (page/sheets/sheets-of.ts). */
interface PrintFacts {
  /** What staff call it. */
  readonly name: string;
  /** One print of it: each order has its own, with name and address. Null: one list is made for all orders. */
  readonly one: string | null;
  /** How the Activity tab begins to tell that the print of an order came out. */
  readonly told: string;
  readonly isForPickup: boolean;
}

export const PRINT_FACTS: Readonly<Record<PrintKind, PrintFacts>> = {
  envelopes: { name: 'Envelopes', one: 'envelope', told: 'Envelope', isForPickup: false },
  labels: { name: 'Labels', one: 'label', told: 'Label', isForPickup: false },
  slips: { name: 'Packing slips', one: 'slip', told: 'Packing slip', isForPickup: true },
  lab: { name: 'Lab list', one: null, told: 'The lab list with order', isForPickup: true },
};

/** Whether an order needs a print of this kind, as a batch's row names it: one to be picked up has no envelope. */
export const isFor = (kind: string, fulfillment: Fulfillment): boolean =>
  fulfillment === 'ship' || PRINT_FACTS[kind as PrintKind]?.isForPickup === true;

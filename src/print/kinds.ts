import type { Fulfillment } from '../domain/statuses';

/** What can be printed. */
export const PRINT_KINDS = ['envelopes', 'labels', 'slips', 'lab'] as const;
export type PrintKind = (typeof PRINT_KINDS)[number];

/** What staff call each kind. */
export const KIND_NAMES: Readonly<Record<PrintKind, string>> = {
  envelopes: 'Envelopes',
  labels: 'Labels',
  slips: 'Packing slips',
  lab: 'Lab list',
};

/** Whether an order needs a print of this kind: one to be picked up has no envelope and no label. */
export const isFor = (kind: PrintKind, fulfillment: Fulfillment): boolean =>
  fulfillment === 'ship' || kind === 'slips' || kind === 'lab';

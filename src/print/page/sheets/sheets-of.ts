import { type BatchView, itemsFor } from '../../batch-view';
import type { PrintKind } from '../../kinds';
import type { LabelKind } from '../../label-sheets';
import { envelopeSheet } from './envelope-sheet';
import { labSheets } from './lab-sheet';
import { labelSheets } from './label-sheet';
import type { Sheet } from './sheet';
import { slipSheets } from './slip-sheet';

/** How labels are laid out: which sheet, and its first unused label (from 1). */
export interface LabelChoice {
  readonly kind: LabelKind;
  readonly start: number;
}

/** Every page of one kind of print, in the batch's order. */
export const sheetsOf = (kind: PrintKind, batch: BatchView, labels: LabelChoice): Sheet[] => {
  const { number, paperwork } = batch;
  const items = itemsFor(kind, batch.items);
  switch (kind) {
    case 'envelopes':
      return items.map((item) => envelopeSheet(item, paperwork));
    case 'labels':
      return labelSheets(items, paperwork, labels.kind, labels.start);
    case 'slips':
      return items.flatMap((item) => slipSheets(item, paperwork, batch.items.length, number));
    case 'lab':
      return labSheets(items, paperwork, number);
  }
};

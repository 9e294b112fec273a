import type { LabelKind } from '../workbook/label-kinds';
import { type Box, INCH, LETTER, type Paper, THERMAL } from './papers';

export type { LabelKind };

/** A sheet of labels: first corner, size and pitch, in points (from Avery's published templates). */
export interface LabelSheet extends Paper {
  /** The names on the boxes, and how many labels there are. */
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  readonly top: number;
  readonly left: number;
  readonly label: Paper;
  /** From the left edge of one label to the next, and from top to top. */
  readonly pitch: { readonly x: number; readonly y: number };
}

export const LABEL_SHEETS = {
  '5160': {
    ...LETTER,
    name: 'Avery 5160, 8160, 5260, 15160, 18160, 8460 (30 labels)',
    columns: 3,
    rows: 10,
    top: 0.5 * INCH,
    left: 0.1875 * INCH,
    label: { width: 2.625 * INCH, height: 1 * INCH },
    pitch: { x: 2.75 * INCH, y: 1 * INCH },
  },
  '5163': {
    ...LETTER,
    name: 'Avery 5163, 8163, 5263, 15163, 18163, 8463 (10 labels)',
    columns: 2,
    rows: 5,
    top: 0.5 * INCH,
    left: 0.15625 * INCH,
    label: { width: 4 * INCH, height: 2 * INCH },
    pitch: { x: 4.1875 * INCH, y: 2 * INCH },
  },
  '4x6': {
    ...THERMAL,
    name: 'Thermal label, 4 x 6 inches',
    columns: 1,
    rows: 1,
    top: 0,
    left: 0,
    label: THERMAL,
    pitch: { x: THERMAL.width, y: THERMAL.height },
  },
} as const satisfies Record<LabelKind, LabelSheet>;

/** Every kind of label, in the order shown to staff. */
export const LABEL_KINDS = Object.keys(LABEL_SHEETS) as readonly LabelKind[];

/** How many labels a sheet has. */
export const labelsOn = (kind: LabelKind): number => LABEL_SHEETS[kind].columns * LABEL_SHEETS[kind].rows;

/** Where a label lies; labels count from 1, along the rows. */
export const labelBox = (kind: LabelKind, label: number): Box => {
  const sheet = LABEL_SHEETS[kind];
  const index = label - 1;
  return {
    x: sheet.left + (index % sheet.columns) * sheet.pitch.x,
    y: sheet.top + Math.floor(index / sheet.columns) * sheet.pitch.y,
    ...sheet.label,
  };
};

/** Which label of which sheet (both from 1) each label is printed on, when the first sheet starts at `start`. */
export const labelPlaces = (
  kind: LabelKind,
  count: number,
  start: number,
): { readonly sheet: number; readonly label: number }[] =>
  Array.from({ length: count }, (_, index) => {
    const place = start - 1 + index;
    return { sheet: Math.floor(place / labelsOn(kind)) + 1, label: (place % labelsOn(kind)) + 1 };
  });

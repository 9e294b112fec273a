import { type Box, INCH, LETTER, type Paper } from './papers';

/** A sheet of labels: their first corner, size and pitch, in points (Avery's published templates). */
export interface LabelSheet extends Paper {
  readonly columns: number;
  readonly rows: number;
  readonly top: number;
  readonly left: number;
  readonly label: Paper;
  /** From the left edge of one label to that of the next, and from top to top. */
  readonly pitch: { readonly x: number; readonly y: number };
}

export const LABEL_SHEETS = {
  '5160': {
    ...LETTER,
    columns: 3,
    rows: 10,
    top: 0.5 * INCH,
    left: 0.1875 * INCH,
    label: { width: 2.625 * INCH, height: 1 * INCH },
    pitch: { x: 2.75 * INCH, y: 1 * INCH },
  },
  '5163': {
    ...LETTER,
    columns: 2,
    rows: 5,
    top: 0.5 * INCH,
    left: 0.15625 * INCH,
    label: { width: 4 * INCH, height: 2 * INCH },
    pitch: { x: 4.1875 * INCH, y: 2 * INCH },
  },
} as const satisfies Record<string, LabelSheet>;

export type LabelKind = keyof typeof LABEL_SHEETS;

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

/** Which label of which sheet (both from 1) each of some labels comes to, when the first sheet begins at `start`. */
export const labelPlaces = (
  kind: LabelKind,
  count: number,
  start: number,
): { readonly sheet: number; readonly label: number }[] =>
  Array.from({ length: count }, (_, index) => {
    const place = start - 1 + index;
    return { sheet: Math.floor(place / labelsOn(kind)) + 1, label: (place % labelsOn(kind)) + 1 };
  });

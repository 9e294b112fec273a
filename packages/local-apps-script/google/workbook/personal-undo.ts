import type { Area } from './a1';
import type { CellValue, Extra } from './cell';
import { rangeOf } from './grid-range';
import type { Tab } from './tab';
import type { GridRange } from './tab-meta';

/** A piece of one row as it was. */
export interface Strip {
  readonly row: number;
  readonly left: number;
  readonly values: readonly CellValue[];
  readonly extras: readonly (Extra | null)[];
}

/** One step of a user's undo: what to restore. Rows are zero-based. */
export type PersonalUndo =
  | { readonly kind: 'cells'; readonly sheet: number; readonly strips: readonly Strip[] }
  | { readonly kind: 'inserted rows'; readonly sheet: number; readonly row: number; readonly count: number }
  | { readonly kind: 'deleted rows'; readonly sheet: number; readonly row: number; readonly strips: readonly Strip[] };

/** Remembers an area as it is now, row by row. */
export const stripsOf = (tab: Tab, { top, left, bottom, right }: Area): Strip[] => {
  const columns = Array.from({ length: right - left }, (_, index) => left + index);
  return Array.from({ length: bottom - top }, (_, index) => ({
    row: top + index,
    left,
    values: columns.map((column) => tab.value(top + index, column)),
    extras: columns.map((column) => tab.extra(top + index, column) ?? null),
  }));
};

/** Puts strips back where they are now. */
export const putBack = (tab: Tab, strips: readonly Strip[]): void => {
  for (const { row, left, values, extras } of strips) {
    for (const [index, value] of values.entries()) {
      tab.setValue(row, left + index, value);
      tab.setExtra(row, left + index, extras[index] ?? undefined);
    }
  }
};

type Move = (range: GridRange) => GridRange | null;

const moveStrip = (strip: Strip, sheet: number, move: Move): Strip[] => {
  const { row, left, values } = strip;
  const range = move(rangeOf(sheet, { top: row, left, bottom: row + 1, right: left + values.length }));
  const { startRowIndex, startColumnIndex, endColumnIndex } = range ?? {};
  if (startRowIndex === undefined || startColumnIndex === undefined || endColumnIndex === undefined) return [];
  const sameWidth = endColumnIndex - startColumnIndex === values.length;
  return sameWidth ? [{ ...strip, row: startRowIndex, left: startColumnIndex }] : [];
};

const lineAfter = (sheet: number, row: number, count: number, move: Move): { row: number; count: number } | null => {
  const range = move({ sheetId: sheet, startRowIndex: row, endRowIndex: row + count });
  if (range?.startRowIndex === undefined || range.endRowIndex === undefined) return null;
  return { row: range.startRowIndex, count: range.endRowIndex - range.startRowIndex };
};

/** A step after rows or columns of its tab were inserted or deleted by someone; null when nothing is left of it. */
export const moveStep = (step: PersonalUndo, sheet: number, move: Move): PersonalUndo | null => {
  if (step.sheet !== sheet) return step;
  if (step.kind === 'cells') {
    const strips = step.strips.flatMap((strip) => moveStrip(strip, sheet, move));
    return strips.length > 0 ? { ...step, strips } : null;
  }
  if (step.kind === 'inserted rows') {
    const line = lineAfter(sheet, step.row, step.count, move);
    return line && { ...step, ...line };
  }
  const line = lineAfter(sheet, step.row, 1, move);
  return line && { ...step, row: line.row };
};

import type { CellView } from './sheet-rows';

/** A cell that a column should be wide enough for. */
export interface FittedCell {
  readonly view: CellView;
  readonly isBold: boolean;
}

const NARROWEST = 76;
const WIDEST = 300;
const PADDING = 20;
const CHIP = 18;

const context = document.createElement('canvas').getContext('2d');

const textWidth = (text: string, isBold: boolean): number => {
  if (!context) return text.length * 8;
  context.font = `${isBold ? '600 ' : ''}13px ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(text).width;
};

/** The width in pixels that shows these cells whole, within reason. */
export const fittingWidth = (cells: readonly FittedCell[]): number => {
  const widths = cells.map(({ view: { display, choices }, isBold }) =>
    choices === null ? textWidth(display, isBold) : textWidth(display, true) + CHIP,
  );
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, Math.max(0, ...widths) + PADDING)));
};

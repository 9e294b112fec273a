import { type Box, ENVELOPES, type EnvelopeSize, INCH } from './papers';

/** Where things go on an envelope (docs/design.md 8.1; DMM 202), in points from the top left. */
export interface EnvelopeLayout {
  readonly returnAddress: Box;
  /** The order number, small, below the return address. */
  readonly number: Box;
  /** The line such as PHOTOS - DO NOT BEND: above the reading area, clear of the stamp. */
  readonly line: Box;
  readonly address: Box;
}

/** Where USPS machines read: half an inch from the sides, 5/8 to 2 3/4 inches above the bottom edge. */
export const readingArea = ({ width, height }: { readonly width: number; readonly height: number }): Box => ({
  x: 0.5 * INCH,
  y: height - 2.75 * INCH,
  width: width - INCH,
  height: 2.125 * INCH,
});

/** The area to keep clear for the USPS barcode: lower right, 4 3/4 by 5/8 inches. */
export const barcodeZone = ({ width, height }: { readonly width: number; readonly height: number }): Box => ({
  x: width - 4.75 * INCH,
  y: height - 0.625 * INCH,
  width: 4.75 * INCH,
  height: 0.625 * INCH,
});

const EDGE = 0.375 * INCH;
const STAMP = 1.25 * INCH;
/** Capitals stay this far away from the borders of the reading area, as printers shift. */
const SLACK = 0.125 * INCH;

export const envelopeLayout = (size: EnvelopeSize): EnvelopeLayout => {
  const { width, height } = ENVELOPES[size];
  const area = readingArea({ width, height });
  const left = Math.round(width * 0.4);
  const returnHeight = 0.72 * INCH;
  return {
    returnAddress: { x: EDGE, y: EDGE, width: left - EDGE - SLACK, height: returnHeight },
    number: { x: EDGE, y: EDGE + returnHeight + 2, width: left - EDGE - SLACK, height: 11 },
    line: { x: left, y: area.y - 0.34 * INCH, width: width - left - STAMP, height: 0.25 * INCH },
    address: {
      x: left,
      y: area.y + SLACK,
      width: area.x + area.width - left - SLACK,
      height: area.height - 2 * SLACK,
    },
  };
};

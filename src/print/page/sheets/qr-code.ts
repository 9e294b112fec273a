import { encode } from 'uqr';
import type { Box } from '../../papers';
import { place } from './sheet';

/** Blank modules around a QR code (ISO/IEC 18004). */
const QUIET = 4;

/** The dark runs of a row as rectangles one module high. */
const runs = (row: readonly boolean[], y: number): string =>
  [
    ...row
      .map((isDark) => (isDark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ]
    .map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('');

/** A scannable code of a text as one path; its quiet zone is part of the box. */
export const qrCode = (text: string, box: Box): string => {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  return `<svg class="at" style="${place(box)}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${data.map(runs).join('')}" fill="#000"/></svg>`;
};

import { encode } from 'uqr';
import type { Box } from '../../../print/papers';
import { place } from './sheet';

/** Blank modules around a QR code (ISO/IEC 18004). */
const QUIET = 4;

/** A scannable code of a text as one path; its quiet zone is part of the box. */
export const qrCode = (text: string, box: Box): string => {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return `<svg class="at" style="${place(box)}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></svg>`;
};

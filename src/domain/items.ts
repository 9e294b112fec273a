import type { LineItem } from './order';

/** Letters, digits, `-`, `_` and `.`, 20 at most (docs/design.md 4.3). */
export const PHOTO_NUMBER = /^[A-Za-z0-9._-]{1,20}$/;
export const MOST_LINES = 200;
export const MOST_OF_A_LINE = 999;

/** Column H: `1234 4x6 x2, 1235 8x10 x1`, readable and re-parsable. */
export const formatItems = (lines: readonly LineItem[]): string =>
  lines.map((line) => `${line.photoNumber} ${line.size} x${line.quantity}`).join(', ');

const LINE = /^(\S+) (\S+) x(\d{1,3})$/;

/** The lines of a column H text; null if any part of it isn't `photo size xN`. */
export const parseItems = (text: string): LineItem[] | null => {
  const lines: LineItem[] = [];
  for (const part of text.split(',')) {
    const match = LINE.exec(part.trim().replace(/\s+/g, ' '));
    if (!match) return null;
    lines.push({ photoNumber: match[1] ?? '', size: match[2] ?? '', quantity: Number(match[3]) });
  }
  return lines;
};

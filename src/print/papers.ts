/** Points of an inch: every measure on paper is in points from the top left. */
export const INCH = 72;

/** A rectangle on paper, in points from the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A paper in reading orientation, in points. */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** Envelopes by their trade names (docs/design.md 8.1). */
export const ENVELOPES = {
  '6x9': { width: 9 * INCH, height: 6 * INCH },
  '9x12': { width: 12 * INCH, height: 9 * INCH },
  '#10': { width: 9.5 * INCH, height: 4.125 * INCH },
  A7: { width: 7.25 * INCH, height: 5.25 * INCH },
} as const satisfies Record<string, Paper>;

export type EnvelopeSize = keyof typeof ENVELOPES;

export const ENVELOPE_SIZES = Object.keys(ENVELOPES) as readonly EnvelopeSize[];

/** Slips and lists. */
export const LETTER: Paper = { width: 8.5 * INCH, height: 11 * INCH };

/** A label for thermal printers; upright, as they feed it. */
export const THERMAL: Paper = { width: 4 * INCH, height: 6 * INCH };

/** What a print needs around it to slide into an envelope, in inches. */
const ROOM = 0.5;

const sidesOf = (size: string): readonly [short: number, long: number] | null => {
  const [, a, b] = /^\s*(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\b/i.exec(size) ?? [];
  return a && b ? [Math.min(Number(a), Number(b)), Math.max(Number(a), Number(b))] : null;
};

const fits = (size: string, envelope: EnvelopeSize): boolean => {
  const sides = sidesOf(size);
  const { width, height } = ENVELOPES[envelope];
  return sides === null || (sides[0] + ROOM <= height / INCH && sides[1] + ROOM <= width / INCH);
};

/**
 * The envelope that fits the largest of some prints: 6x9 for 4x6 and 5x7, 9x12 for 8x10. A size without measurements
 * ("wallet") counts as small; one that fits nowhere gets the largest, and {@link tooLarge} names it.
 */
export const envelopeFor = (sizes: readonly string[]): EnvelopeSize =>
  sizes.every((size) => fits(size, '6x9')) ? '6x9' : '9x12';

/** The first print that doesn't fit into the envelope; null if all do. */
export const tooLarge = (sizes: readonly string[], envelope: EnvelopeSize): string | null =>
  sizes.find((size) => !fitsTightly(size, envelope)) ?? null;

/** An A7 is made for a 5x7, so it may be filled to the edge. */
const fitsTightly = (size: string, envelope: EnvelopeSize): boolean => {
  const sides = sidesOf(size);
  const { width, height } = ENVELOPES[envelope];
  return sides === null || (sides[0] + 0.125 <= height / INCH && sides[1] + 0.125 <= width / INCH);
};

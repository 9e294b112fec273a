/** How far the print on a paper is moved, in inches to the right and down. */
export interface Nudge {
  readonly x: number;
  readonly y: number;
}

/** The moves by the name of the paper: `6x9`, `5160`, `letter`. */
export type Nudges = Readonly<Record<string, Nudge>>;

/** A printer that is off by more than this has another error. */
const MOST_NUDGE = 0.5;

const NUDGE = /^([#A-Za-z0-9]{1,10}) (-?\d*\.?\d{1,3}) (-?\d*\.?\d{1,3})$/;

/** Reads `6x9 0.05 -0.1; 5160 0 0.03`; undefined for anything else or a move beyond {@link MOST_NUDGE}. */
export const parseNudges = (text: string): Nudges | undefined => {
  const nudges: Record<string, Nudge> = {};
  for (const part of text.split(';')) {
    const bare = part.trim().replace(/\s+/g, ' ');
    if (bare === '') continue;
    const match = NUDGE.exec(bare);
    const [x, y] = [Number(match?.[2]), Number(match?.[3])];
    if (!match || !(Math.abs(x) <= MOST_NUDGE && Math.abs(y) <= MOST_NUDGE)) return undefined;
    nudges[match[1] ?? ''] = { x, y };
  }
  return nudges;
};

/** The moves as their setting holds them. */
export const nudgesText = (nudges: Nudges): string =>
  Object.entries(nudges)
    .filter(([, { x, y }]) => x !== 0 || y !== 0)
    .map(([paper, { x, y }]) => `${paper} ${x} ${y}`)
    .join('; ');

import { ENDED, LIVE } from './roles';

/** The Script Property of a sheet that has ended: {@link Moved} as JSON. */
const MOVED = 'MOVED';

/** What a sheet that has ended knows of its move. */
export interface Moved {
  /** The code that the new sheet was given: both know it, and nobody else. */
  readonly key: string;
  /** The id of the sheet that has ended. */
  readonly sheet: string;
  /** The address of the new sheet's web app, once it was told. */
  readonly to?: string;
}

/** What this script knows of its sheet's move; null where it never ended, or goes on. */
export const movedIn = (properties: Readonly<Record<string, string>>): Moved | null => {
  if (properties[LIVE] !== ENDED) return null;
  try {
    const { key, sheet, to } = JSON.parse(properties[MOVED] ?? '') as Moved;
    return typeof key === 'string' && typeof sheet === 'string' ? { key, sheet, ...(to ? { to } : {}) } : null;
  } catch {
    return null;
  }
};

/** The properties that keep it. */
export const keptMove = (moved: Moved): Readonly<Record<string, string>> => ({ [MOVED]: JSON.stringify(moved) });

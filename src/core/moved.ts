import { ENDED, LIVE } from './roles';

/** The Script Property of a retired sheet: {@link Moved} as JSON. */
const MOVED = 'MOVED';

/** What a retired sheet knows about its move. */
export interface Moved {
  /** The code given to the new sheet. Only the two sheets know it. */
  readonly key: string;
  /** The id of the retired sheet. */
  readonly sheet: string;
  /** The address of the new sheet's web app, once it's known. */
  readonly to?: string;
}

/** What this script knows about its sheet's move; null if the sheet was never retired or is in use again. */
export const movedIn = (properties: Readonly<Record<string, string>>): Moved | null => {
  if (properties[LIVE] !== ENDED) return null;
  try {
    const { key, sheet, to } = JSON.parse(properties[MOVED] ?? '') as Moved;
    return typeof key === 'string' && typeof sheet === 'string' ? { key, sheet, ...(to ? { to } : {}) } : null;
  } catch {
    return null;
  }
};

/** The properties that hold it. */
export const keptMove = (moved: Moved): Readonly<Record<string, string>> => ({ [MOVED]: JSON.stringify(moved) });

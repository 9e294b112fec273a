import type { Properties } from '../core/ports';
import type { Lacking } from './holdings';
import type { Figures } from './snapshot';

/** The Script Property with the moment (ISO 8601, UTC) of the last backup that was opened and compared. */
export const LAST_BACKUP = 'LAST_BACKUP';
/** The moment at which a backup was last begun. */
export const BACKUP_TRIED = 'BACKUP_TRIED';
/** Who asked for a backup, for the operator's next sweep; blank when nobody has. */
export const BACKUP_ASKED = 'BACKUP_ASKED';
/** Why the last try failed; blank when it did not. */
export const BACKUP_TROUBLE = 'BACKUP_TROUBLE';
/** What the checked copies held, as JSON. */
const BACKUPS = 'BACKUPS';

/** A checked copy and what it held. */
export interface KnownBackup extends Figures {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What of it the copy after it lacks; null when that holds all of it, or there is none yet. */
  readonly lacking: Lacking | null;
}

type StoredLacking = readonly [rows: number, records: number, isOther: 0 | 1];
type StoredBackup = readonly [string, string, number, number, number, string, string, StoredLacking?];

/** A Script Property holds 9 kB. */
const MOST_CHARACTERS = 8_500;

/** What the checked copies held when they were checked, newest first. What cannot be read is not known. */
export const knownBackups = (properties: Readonly<Record<string, string>>): readonly KnownBackup[] => {
  try {
    return (JSON.parse(properties[BACKUPS] || '[]') as StoredBackup[]).map(
      ([id, at, rows, cents, ledgerRows, orders, ledger, lacking]) => ({
        ...{ id, at, rows, cents, ledgerRows, orders, ledger },
        lacking: lacking ? { rows: lacking[0], records: lacking[1], isOther: lacking[2] === 1 } : null,
      }),
    );
  } catch {
    return [];
  }
};

/** Checksums are compared with those of the next copy only: of the newest. */
const storedOf = (
  { id, at, rows, cents, ledgerRows, orders, ledger, lacking }: KnownBackup,
  place: number,
): StoredBackup => {
  const sums = place === 0 ? ([orders, ledger] as const) : (['', ''] as const);
  if (!lacking) return [id, at, rows, cents, ledgerRows, ...sums];
  return [id, at, rows, cents, ledgerRows, ...sums, [lacking.rows, lacking.records, lacking.isOther ? 1 : 0]];
};

/** As many as fit: of too many those that hold no more than others are forgotten first, the oldest of them. */
const fitting = (known: readonly KnownBackup[]): readonly KnownBackup[] => {
  if (JSON.stringify(known.map(storedOf)).length <= MOST_CHARACTERS || known.length < 2) return known;
  const last = known.map(({ lacking }) => lacking === null).lastIndexOf(true);
  return fitting(known.filter((_, place) => place !== (last > 0 ? last : known.length - 1)));
};

/** Keeps what is known of the copies, and that the newest of them is in order. */
export const keepKnown = (properties: Properties, known: readonly KnownBackup[]): void =>
  properties.set({
    [BACKUPS]: JSON.stringify(fitting(known).map(storedOf)),
    [LAST_BACKUP]: known[0]?.at ?? '',
    [BACKUP_ASKED]: '',
    [BACKUP_TROUBLE]: '',
  });

import type { Properties } from '../core/ports';
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
}

type StoredBackup = readonly [string, string, number, number, number, string, string];

/** What the checked copies held when they were checked, newest first. What cannot be read is not known. */
export const knownBackups = (properties: Readonly<Record<string, string>>): readonly KnownBackup[] => {
  try {
    return (JSON.parse(properties[BACKUPS] || '[]') as StoredBackup[]).map(
      ([id, at, rows, cents, ledgerRows, orders, ledger]) => ({ id, at, rows, cents, ledgerRows, orders, ledger }),
    );
  } catch {
    return [];
  }
};

/** Keeps what is known of the copies, and that the newest of them is in order. */
export const keepKnown = (properties: Properties, known: readonly KnownBackup[]): void => {
  const stored = known.map(
    ({ id, at, rows, cents, ledgerRows, orders, ledger }): StoredBackup => [
      id,
      at,
      rows,
      cents,
      ledgerRows,
      orders,
      ledger,
    ],
  );
  properties.set({
    [BACKUPS]: JSON.stringify(stored),
    [LAST_BACKUP]: known[0]?.at ?? '',
    [BACKUP_ASKED]: '',
    [BACKUP_TROUBLE]: '',
  });
};

import { BACKUP_TROUBLE, LAST_BACKUP } from '../../backup/known-backups';
import { hasSweepStopped, LAST_SWEEP } from '../../health/sweep-watch';

/** If a nightly backup fails once, the sweep or the next night makes up for it. */
const BACKUP_LASTS = 48 * 3_600_000;

/** When the last backup and the last sweep were; ISO 8601, UTC; null if there is none. */
export interface Upkeep {
  readonly backup: string | null;
  readonly sweep: string | null;
}

type Properties = Readonly<Record<string, string>>;

const momentIn = (text: string | undefined): string | null => (text && !Number.isNaN(Date.parse(text)) ? text : null);

export const upkeepOf = (properties: Properties): Upkeep => ({
  backup: momentIn(properties[LAST_BACKUP]),
  sweep: momentIn(properties[LAST_SWEEP]),
});

/** What should have run and hasn't. */
export const isLate = (
  properties: Properties,
  now: Date,
): {
  readonly sweep: boolean;
  /** Whether the last backup is too old. */
  readonly backup: boolean;
  /** Why the last backup failed; blank if it didn't. */
  readonly trouble: string;
} => ({
  sweep: hasSweepStopped(properties, now),
  backup: now.getTime() - Date.parse(properties[LAST_BACKUP] ?? '') > BACKUP_LASTS,
  trouble: properties[BACKUP_TROUBLE] ?? '',
});

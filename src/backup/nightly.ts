import type { BackupPorts } from './backup-ports';
import { BACKUP_ASKED, BACKUP_TRIED, LAST_BACKUP } from './known-backups';
import { type BackupResult, makeBackup } from './make-backup';

const HOUR = 3_600_000;
/** A nightly run right after another backup has nothing to add: whoever calls it more often is turned away. */
const NIGHTLY_INTERVAL = 6 * HOUR;
/** A backup that is older than this is made good by the sweep: its night was missed. */
const OVERDUE = 26 * HOUR;
/** A request that failed is not tried again before this. */
const PAUSE = HOUR / 2;

const since = (moment: string | undefined, now: Date): number =>
  moment ? now.getTime() - Date.parse(moment) : Number.POSITIVE_INFINITY;

/** The night's backup; by the operator only, and not right after another. */
export const nightlyBackup = (ports: BackupPorts): BackupResult | null => {
  const tried = since(ports.properties.all()[BACKUP_TRIED], ports.clock.now());
  return ports.sends && tried >= NIGHTLY_INTERVAL ? makeBackup(ports, 'nightly run') : null;
};

/** Whether the sweep has a backup to make: someone asked for one, or a night was missed. */
export const isBackupDue = (properties: Readonly<Record<string, string>>, now: Date): boolean => {
  const tried = since(properties[BACKUP_TRIED], now);
  if (properties[BACKUP_ASKED]) return tried >= PAUSE;
  return (
    Boolean(properties[LAST_BACKUP]) && since(properties[LAST_BACKUP], now) >= OVERDUE && tried >= NIGHTLY_INTERVAL
  );
};

/** Leaves a request for the operator's next sweep. */
export const askForBackup = ({ properties }: Pick<BackupPorts, 'properties'>, person: string): void =>
  properties.set({ [BACKUP_ASKED]: person || 'staff' });

/** Makes the backup that is due, by the operator's sweep. */
export const backupDue = (ports: BackupPorts): BackupResult | null => {
  const asked = ports.properties.all()[BACKUP_ASKED];
  return ports.sends && isBackupDue(ports.properties.all(), ports.clock.now())
    ? makeBackup(ports, asked ? `asked by ${asked}` : 'sweep')
    : null;
};

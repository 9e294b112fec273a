/** What the methods of the dialog answer. */
export type { DifferenceKind as Kind } from '../../backup/difference';
export type { AskedBackup as Made, Comparison, ShownDifference as Difference } from '../../backup/methods';
export type { Restored } from '../../backup/restore';
export type { ShownBackup as Backup, ShownBackups as Backups } from '../../backup/show-backups';

/** What is restored from. */
export interface Source {
  readonly id: string;
  /** In a sentence: `the backup of 2026-11-25 03:12`. */
  readonly name: string;
}

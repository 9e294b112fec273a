import type { Cache, Crypto, WorkbookReader } from '../core/ports';
import type { AlertPorts } from '../email/send-alerts';
import type { SnapshotReader } from './snapshot';

/** A file in the folder of backups. */
export interface StoredCopy {
  readonly id: string;
  readonly name: string;
}

/** The operator's Drive folder with the copies of the live sheet. */
export interface CopyStore {
  /** Every file of the folder that is not in the trash. */
  list(): readonly StoredCopy[];
  /** Copies the live sheet into the folder; gives the copy's id. */
  make(name: string): string;
  rename(id: string, name: string): void;
  trash(id: string): void;
}

/** What making backups needs from the world. */
export interface BackupPorts extends AlertPorts {
  readonly cache: Cache;
  readonly crypto: Crypto;
  readonly workbook: WorkbookReader;
  readonly copies: CopyStore;
  readonly snapshots: SnapshotReader;
  /** The id of the live sheet. */
  readonly liveId: string;
  /** Whether this is the operator: only his account owns the folder (design.md 3). */
  readonly sends: boolean;
}

import type { CopyStore, SnapshotReader } from '../core/file-ports';
import type { Cache, Crypto, WorkbookReader } from '../core/ports';
import type { AlertPorts } from '../email/send-alerts';

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

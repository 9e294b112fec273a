import type { Ports } from '../core/all-ports';
import type { CopyStore, SnapshotReader } from '../core/file-ports';
import type { AlertPorts } from '../email/send-alerts';

/** What making backups needs from the world. */
export interface BackupPorts extends AlertPorts, Pick<Ports, 'cache' | 'crypto' | 'workbook' | 'sends'> {
  readonly copies: CopyStore;
  readonly snapshots: SnapshotReader;
  /** The id of the live sheet. */
  readonly liveId: string;
}

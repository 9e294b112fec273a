import type { StaffPorts } from '../core/staff-ports';
import type { AlertPorts } from '../email/send-alerts';

/** What making backups needs from the world. */
export type BackupPorts = AlertPorts &
  Pick<StaffPorts, 'cache' | 'crypto' | 'workbook' | 'sends' | 'copies' | 'snapshots' | 'liveId'>;

import type { StaffPorts } from '../core/staff-ports';

export type ReportPorts = Pick<StaffPorts, 'clock' | 'source' | 'reportTab'>;

/** What the weekly digest also needs. */
export type DigestPorts = Pick<StaffPorts, 'source' | 'clock' | 'workbook' | 'once' | 'properties' | 'mailer' | 'rows'>;

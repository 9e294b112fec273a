import type { Ports } from '../core/all-ports';
import type { ReportSource, ReportTab } from '../core/report-ports';

export interface ReportPorts extends Pick<Ports, 'clock'> {
  readonly source: ReportSource;
  readonly reportTab: ReportTab;
}

/** What the weekly digest needs besides. */
export type DigestPorts = Pick<ReportPorts, 'source'> &
  Pick<Ports, 'clock' | 'workbook' | 'once' | 'properties' | 'mailer' | 'rows'>;

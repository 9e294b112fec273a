import type { Once } from '../core/once';
import type { Clock, Mailer, Properties, RowAppender, WorkbookReader } from '../core/ports';
import type { ReportSource, ReportTab } from '../core/report-ports';

export interface ReportPorts {
  readonly source: ReportSource;
  readonly reportTab: ReportTab;
  readonly clock: Clock;
}

/** What the weekly digest needs besides. */
export interface DigestPorts extends Pick<ReportPorts, 'source' | 'clock'> {
  readonly workbook: WorkbookReader;
  readonly once: Once;
  readonly properties: Properties;
  readonly mailer: Mailer;
  readonly rows: RowAppender;
}

import type { Once } from '../core/once';
import type { Clock, Mailer, Properties, RowAppender, WorkbookReader } from '../core/ports';
import type { Cell } from '../workbook/layout';
import type { TabRows } from '../workbook/view';
import type { TabPage } from './tab-page';

/** Everything that a report is made of, read in one call. */
export interface ReportSheets {
  /** Rows below the header, as far as the control total needs them (control.ts, CONTROLLED). */
  readonly orders: TabRows;
  /** Likewise, as far as reports need it: Order ID, Order Number, Status, Accepted At, Progress, Order. */
  readonly ledger: readonly Readonly<Record<string, Cell>>[];
  readonly events: TabRows;
  readonly settings: TabRows;
}

export interface ReportSource {
  /** @throws Error that names what is missing. */
  read(): ReportSheets;
  readonly timeZone: string;
  /** How many orders there are, roughly and at once: for the words while one waits. */
  readonly size: number;
}

export interface ReportTab {
  /** Writes the whole tab, names and charts included, in one commit. */
  write(page: TabPage): void;
  /** Brings the tab in front of the person. */
  show(): void;
}

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

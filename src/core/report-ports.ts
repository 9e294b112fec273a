import type { Cell } from '../workbook/layout';
import type { SheetsRequest } from '../workbook/requests';
import type { TabRows } from '../workbook/view';
/** The Sales Report tab before it's written; ranges start at 0 and exclude their end. */
export interface TabState {
  readonly sheetId: number;
  readonly rows: number;
  readonly columns: number;
  /** The charts of the tab. */
  readonly charts: readonly number[];
  /** The named ranges of the spreadsheet. */
  readonly names: readonly { readonly id: string; readonly name: string; readonly range: SheetsRequest }[];
}

/** Everything that a report is made of, read in one call. */
export interface ReportSheets {
  /**
   * The rows below the header that the control total needs (control.ts, CONTROLLED); none if one of its columns is
   * missing.
   */
  readonly orders: TabRows;
  /** What is wrong with the headers of the Orders tab, in words; blank or absent when nothing is. */
  readonly ordersProblem?: string;
  /** The same for the columns that reports need: Order ID, Order Number, Status, Accepted At, Progress, Order. */
  readonly ledger: readonly Readonly<Record<string, Cell>>[];
  readonly events: TabRows;
  readonly settings: TabRows;
}

export interface ReportSource {
  /** @throws Error that names what is missing. */
  read(): ReportSheets;
  readonly timeZone: string;
  /** A quick estimate of how many orders there are, for the progress message. */
  readonly size: number;
}

export interface ReportTab {
  /** Writes the whole tab, including names and charts, in one commit based on its current contents. */
  write(requests: (state: TabState) => readonly SheetsRequest[]): void;
  /** Shows the tab to the user. */
  show(): void;
}

import type { Cell } from '../workbook/layout';
import type { SheetsRequest } from '../workbook/requests';
import type { TabRows } from '../workbook/view';
/** What stands in the Sales Report tab before it is written; a range counts from 0, its end not included. */
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
  /** Rows below the header, as far as the control total needs them (control.ts, CONTROLLED); none where a column of it is lost. */
  readonly orders: TabRows;
  /** What is wrong with the headers of the Orders tab, in words; blank or absent when nothing is. */
  readonly ordersProblem?: string;
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
  /** Writes the whole tab, names and charts included, in one commit: what it takes is made from what stands there. */
  write(requests: (state: TabState) => readonly SheetsRequest[]): void;
  /** Brings the tab in front of the person. */
  show(): void;
}

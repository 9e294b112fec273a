import type { ExportCell } from '../domain/csv';
import type { Cell, Layout, Row } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';

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

/** A snapshot of a tab: where its columns are, and its rows. */
export interface Table {
  readonly layout: Layout;
  /** Cells below the header, as the Sheets service gives them: dates as serial numbers, blank ends left out. */
  readonly rows: readonly (readonly Cell[])[];
}

/** The orders of a spreadsheet at one moment; a tab that is not there is null. */
export interface Snapshot {
  readonly orders: Table | null;
  readonly ledger: Table | null;
}

/** Reads a spreadsheet's orders, the live one's or a copy's, at one moment: in one call. */
export interface SnapshotReader {
  /** @throws Error when the spreadsheet cannot be opened. */
  read(spreadsheetId: string): Snapshot;
  /** The lines of its Activity tab, oldest first, dates as serial numbers. @throws Error in the same cases. */
  activity(spreadsheetId: string): readonly Row[];
  /** Its settings, prices, events and email texts; a missing tab has no rows. @throws Error in the same cases. */
  rules(spreadsheetId: string): Pick<WorkbookView, 'settings' | 'priceList' | 'events' | 'emails'>;
}

/** The tabs of the live sheet, as they leave it. */
export interface TabExport {
  /** Every tab with something in it: name and rows, the header row among them, and columns. */
  tabs(): readonly { readonly name: string; readonly rows: number; readonly columns: number }[];
  /** Some rows of a tab, from a row number on (1 = the header); what is not there is left out. */
  rows(name: string, from: number, count: number): readonly (readonly ExportCell[])[];
}

/** A text at a cell; row and column count from 1. */
export interface PlacedText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Rows of any tab as texts. */
export interface TabTexts {
  /** Every tab of the spreadsheet. */
  names(): readonly string[];
  /** A number of rows starting at a row (1 = the header), as many as there are; numbers as text, dates blank. */
  block(tab: string, from: number, count: number): readonly (readonly string[])[];
  /** The formulas of a row, by header. */
  formulas(tab: string, row: number): ReadonlyMap<string, string>;
  /** Writes the cells that differ as text. Returns false, and writes nothing, if the row has changed since. */
  replace(tab: string, row: number, before: readonly string[], after: readonly string[]): boolean;
  /** Every note. */
  notes(tab: string): readonly PlacedText[];
  /** Help texts and choices of dropdowns, each text once, at the first cell that has it. */
  helps(tab: string): readonly PlacedText[];
  /** Writes a note. Returns false, and writes nothing, if the note has changed since. */
  replaceNote(tab: string, before: PlacedText, after: string): boolean;
}

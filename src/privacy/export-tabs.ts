import type { ExportCell } from '../domain/csv';

/** The tabs of the live sheet, as they leave it. */
export interface TabExport {
  /** Every tab with something in it: name and rows, the header row among them, and columns. */
  tabs(): readonly { readonly name: string; readonly rows: number; readonly columns: number }[];
  /** Some rows of a tab, from a row number on (1 = the header); what is not there is left out. */
  rows(name: string, from: number, count: number): readonly (readonly ExportCell[])[];
}

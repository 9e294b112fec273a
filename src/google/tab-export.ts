import type { TabExport } from '../core/file-ports';
import type { ExportCell } from '../domain/csv';

/** Reads any tab; dates become text in the spreadsheet's time zone. */
export class SheetTabExport implements TabExport {
  constructor(private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {}

  tabs(): readonly { readonly name: string; readonly rows: number; readonly columns: number }[] {
    return this.spreadsheet
      .getSheets()
      .map((sheet) => ({ name: sheet.getName(), rows: sheet.getLastRow(), columns: sheet.getLastColumn() }))
      .filter(({ rows }) => rows > 0);
  }

  rows(name: string, from: number, count: number): readonly (readonly ExportCell[])[] {
    const sheet = this.spreadsheet.getSheetByName(name);
    const last = Math.min(sheet?.getLastRow() ?? 0, from + count - 1);
    if (!sheet || last < from) return [];
    const zone = this.spreadsheet.getSpreadsheetTimeZone();
    const plain = (cell: unknown): ExportCell =>
      cell instanceof Date ? Utilities.formatDate(cell, zone, 'yyyy-MM-dd HH:mm:ss') : (cell as ExportCell);
    return sheet
      .getRange(from, 1, last - from + 1, sheet.getLastColumn())
      .getValues()
      .map((cells) => cells.map(plain));
  }
}

import type { TabTexts } from '../workspace/erase/erase-customer';
import { typedText } from './typed-text';

/** Any tab as texts; numbers and dates are left out, formulas too. */
export class SheetTabTexts implements TabTexts {
  constructor(private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {}

  names(): readonly string[] {
    return this.spreadsheet.getSheets().map((sheet) => sheet.getName());
  }

  rows(tab: string): readonly (readonly string[])[] {
    const values = this.spreadsheet.getSheetByName(tab)?.getDataRange().getValues() ?? [];
    return values.slice(1).map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell : '')));
  }

  write(tab: string, row: number, column: number, text: string): void {
    this.spreadsheet
      .getSheetByName(tab)
      ?.getRange(row, column + 1)
      .setValue(typedText(text));
  }
}

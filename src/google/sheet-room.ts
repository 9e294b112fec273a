import { ARCHIVE_NAME } from '../core/bounds';
import type { Room } from '../core/set-up-ports';
import { textOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import { headerLayout } from './header-layout';
import { columnRange } from './ledger-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Takes away what is over its bound: properties, archive tabs, rows of the Rejected tab. */
export class SheetRoom implements Room {
  constructor(private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {}

  removeProperties(names: readonly string[]): void {
    const store = PropertiesService.getScriptProperties();
    for (const name of names) store.deleteProperty(name);
  }

  rejected(): readonly string[] {
    const sheet = this.spreadsheet.getSheetByName(TABS.rejected.name);
    const column = sheet && headerLayout(sheet, 'rejected').columns.get('State');
    if (!sheet || column === undefined || column === null) return [];
    return columnRange(sheet, column)
      .getValues()
      .slice(0, Math.max(0, sheet.getLastRow() - 1))
      .map(([state]) => textOf(state));
  }

  removeRejected(rows: readonly number[]): void {
    const sheet = this.spreadsheet.getSheetByName(TABS.rejected.name);
    // From below, so that the rows above keep their numbers; rows side by side go in one call.
    for (const { from, count } of runsOf(rows).reverse()) sheet?.deleteRows(from, count);
  }

  archives(): readonly string[] {
    return this.spreadsheet
      .getSheets()
      .map((sheet) => sheet.getName())
      .filter((name) => name.startsWith(ARCHIVE_NAME));
  }

  removeArchives(names: readonly string[]): void {
    for (const sheet of names.map((name): Sheet | null => this.spreadsheet.getSheetByName(name)))
      if (sheet) this.spreadsheet.deleteSheet(sheet);
  }
}

const runsOf = (rows: readonly number[]): { from: number; count: number }[] => {
  const runs: { from: number; count: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last.from + last.count === row) last.count += 1;
    else runs.push({ from: row, count: 1 });
  }
  return runs;
};

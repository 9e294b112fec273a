import type { MovingSheet, MovingTab, OwnSheet } from '../core/moving-ports';
import { TABS } from '../workbook/tabs';
import { headerLayout } from './header-layout';
import { linesOfTab } from './move-note';
import { SheetTabBuilder } from './sheet-tab-builder';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A spreadsheet in a move, through SpreadsheetApp. */
export class MovingSpreadsheet implements OwnSheet {
  readonly builder: SheetTabBuilder;

  /** @param noteTab the tab in which the two scripts leave notes on the progress of the move. */
  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly noteTab: string,
  ) {
    this.builder = new SheetTabBuilder(spreadsheet);
  }

  get id(): string {
    return this.spreadsheet.getId();
  }

  get url(): string {
    return `https://docs.google.com/spreadsheets/d/${this.id}/edit`;
  }

  get name(): string {
    return this.spreadsheet.getName();
  }

  get timeZone(): string {
    return this.spreadsheet.getSpreadsheetTimeZone();
  }

  tabs(): readonly MovingTab[] {
    return this.spreadsheet.getSheets().map((sheet) => ({
      id: sheet.getSheetId(),
      name: sheet.getName(),
      rows: sheet.getLastRow(),
      columns: sheet.getLastColumn(),
    }));
  }

  note(): readonly string[] {
    SpreadsheetApp.flush();
    return linesOfTab(this.spreadsheet, this.noteTab);
  }

  writeNote(lines: readonly string[]): void {
    const sheet = this.spreadsheet.getSheetByName(this.noteTab) ?? this.spreadsheet.insertSheet(this.noteTab, 0);
    // What's left of a longer note is cleared in the same call.
    const height = Math.max(lines.length, sheet.getLastRow());
    const values = Array.from({ length: height }, (_, index) => [lines[index] ?? '']);
    if (height > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), height - sheet.getMaxRows());
    sheet.getRange(1, 1, height, 1).setNumberFormat('@').setValues(values);
    sheet.setColumnWidth(1, 900);
    sheet.getRange(1, 1, 2, 1).setFontWeight('bold');
    SpreadsheetApp.flush();
  }

  removeNote(): void {
    const sheet = this.spreadsheet.getSheetByName(this.noteTab);
    if (sheet) this.spreadsheet.deleteSheet(sheet);
  }

  takeTab(from: MovingSheet, tab: number, name: string): void {
    const source = SpreadsheetApp.openById(from.id)
      .getSheets()
      .find((sheet) => sheet.getSheetId() === tab);
    if (!source) return;
    source.copyTo(this.spreadsheet).setName(name);
    SpreadsheetApp.flush();
  }

  renameTab(tab: number, name: string): void {
    this.tabById(tab)?.setName(name);
  }

  removeTabs(tabs: readonly number[]): void {
    for (const tab of tabs) {
      const sheet = this.tabById(tab);
      if (sheet) this.spreadsheet.deleteSheet(sheet);
    }
    SpreadsheetApp.flush();
  }

  setTimeZone(zone: string): void {
    if (this.timeZone !== zone) this.spreadsheet.setSpreadsheetTimeZone(zone);
  }

  writeCell(tab: 'ledger' | 'settings', header: string, row: number, text: string): void {
    const sheet = this.spreadsheet.getSheetByName(TABS[tab].name);
    const column = sheet && headerLayout(sheet, tab).columns.get(header);
    if (sheet && column !== undefined && column !== null) sheet.getRange(row, column + 1).setValue(text);
    SpreadsheetApp.flush();
  }

  private tabById(tab: number): Sheet | undefined {
    return this.spreadsheet.getSheets().find((sheet) => sheet.getSheetId() === tab);
  }
}

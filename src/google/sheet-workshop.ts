import type { Workshop } from '../setup/set-up';
import { type Cell, layoutOf, type Row, textOf } from '../workbook/layout';
import { NUMBER_FORMATS } from '../workbook/requests';
import { type Column, TAB_KEYS, TABS, type TabKey } from '../workbook/tabs';
import { columnRange } from './ledger-sheet';

const HEADER_BACKGROUND = '#3c4a57';
const HEADER_COLOUR = '#ffffff';

/** Makes and dresses the tabs with SpreadsheetApp. */
export class SheetWorkshop implements Workshop {
  constructor(private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {}

  headers(tab: TabKey): readonly string[] | null {
    const sheet = this.spreadsheet.getSheetByName(TABS[tab].name);
    if (!sheet) return null;
    const width = sheet.getLastColumn();
    return width === 0 ? [] : (sheet.getRange(1, 1, 1, width).getValues()[0] ?? []).map(textOf);
  }

  create(tab: TabKey): void {
    this.spreadsheet.insertSheet(TABS[tab].name, this.spreadsheet.getSheets().length);
  }

  writeHeaders(tab: TabKey, headers: ReadonlyMap<number, string>): void {
    for (const [column, header] of headers)
      this.sheet(tab)
        .getRange(1, column + 1)
        .setValue(header);
  }

  dress(tab: TabKey): void {
    const { columns, hidden, warns } = TABS[tab] as { columns: readonly Column[]; hidden: boolean; warns: boolean };
    const sheet = this.sheet(tab);
    if (columns.length > 0) {
      const layout = layoutOf(tab, this.headers(tab) ?? []);
      for (const column of columns) this.dressColumn(sheet, column, layout.columns.get(column.header) ?? 0);
      sheet
        .getRange(1, 1, 1, Math.max(...layout.columns.values()) + 1)
        .setFontWeight('bold')
        .setFontColor(HEADER_COLOUR)
        .setBackground(HEADER_BACKGROUND);
      sheet.setFrozenRows(1);
    }
    if (warns && sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length === 0) {
      sheet.protect().setWarningOnly(true).setDescription(`${TABS[tab].name}: kept by the program`);
    }
    if (hidden && !sheet.isSheetHidden()) sheet.hideSheet();
  }

  private dressColumn(sheet: GoogleAppsScript.Spreadsheet.Sheet, column: Column, index: number): void {
    const cells = columnRange(sheet, index);
    cells.setNumberFormat(NUMBER_FORMATS[column.format].pattern);
    if (column.choices) {
      const rule = SpreadsheetApp.newDataValidation()
        .requireValueInList([...column.choices], true)
        .setAllowInvalid(true)
        .build();
      cells.setDataValidation(rule);
    }
    sheet.setColumnWidth(index + 1, column.width);
    if (column.note) sheet.getRange(1, index + 1).setNote(column.note);
  }

  isEmpty(tab: TabKey): boolean {
    return this.sheet(tab).getLastRow() <= 1;
  }

  fill(tab: TabKey, rows: readonly Row[]): void {
    const sheet = this.sheet(tab);
    const layout = layoutOf(tab, this.headers(tab) ?? []);
    const width = Math.max(...layout.columns.values()) + 1;
    const values = rows.map((row) => {
      const cells: Cell[] = new Array(width).fill('');
      for (const [header, cell] of Object.entries(row)) cells[layout.columns.get(header) ?? 0] = cell;
      return cells;
    });
    sheet.getRange(2, 1, values.length, width).setValues(values);
  }

  arrange(): void {
    const first = this.spreadsheet.getSheets()[0];
    const known = TAB_KEYS.map((key) => TABS[key].name as string);
    if (first && !known.includes(first.getName()) && first.getLastRow() === 0) this.spreadsheet.deleteSheet(first);
  }

  private sheet(tab: TabKey): GoogleAppsScript.Spreadsheet.Sheet {
    const sheet = this.spreadsheet.getSheetByName(TABS[tab].name);
    if (!sheet) throw new Error(`The tab ${TABS[tab].name} is missing.`);
    return sheet;
  }
}

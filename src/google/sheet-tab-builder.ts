import type { TabBuilder } from '../core/set-up-ports';
import { HEADER_NOTES } from '../workbook/header-notes';
import { type Cell, type Row, textOf } from '../workbook/layout';
import { restyle, type TabStyle } from '../workbook/orders-style';
import { type Column, TAB_KEYS, TABS, type Tab, type TabKey, TRACKING_COLUMN } from '../workbook/tabs';
import { attempt, dressColumns, notDressed } from './dress-columns';
import type { Batch } from './guards';
import { headerLayout } from './header-layout';
import { columnRange } from './ledger-sheet';
import { sheetsApi } from './sheets-api';

/** In a note, so that a copy of the spreadsheet carries it: properties do not come along (docs/google.md G110). */
const MARK = 'The ledger of spreadsheet ';

const HEADER_BACKGROUND = '#3c4a57';
const HEADER_COLOUR = '#ffffff';

/** Of staff's own columns the one whose cells the program reads: a long number keeps all its digits. */
const TRACKING: Column = { header: TRACKING_COLUMN, format: 'text', width: 0 };

/** Makes and dresses the tabs with SpreadsheetApp. */
export class SheetTabBuilder implements TabBuilder {
  constructor(private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {}

  headers(tab: TabKey): readonly string[] | null {
    const sheet = this.spreadsheet.getSheetByName(TABS[tab].name);
    if (!sheet) return null;
    const width = sheet.getLastColumn();
    return width === 0 ? [] : (sheet.getRange(1, 1, 1, width).getValues()[0] ?? []).map(textOf);
  }

  create(tab: TabKey): void {
    const sheet = this.spreadsheet.insertSheet(TABS[tab].name, this.spreadsheet.getSheets().length);
    const { columns, warns } = TABS[tab] as { columns: readonly Column[]; warns: boolean };
    // The program's own tabs grow for years, and blank cells count, too (docs/google.md G10).
    const spare = sheet.getMaxColumns() - columns.length;
    if (warns && spare > 0 && columns.length > 0) sheet.deleteColumns(columns.length + 1, spare);
  }

  lookalikes(tab: TabKey): readonly string[] {
    const wanted = (TABS[tab] as Tab).columns.map(({ header }) => header);
    const ours = new Set<string>(TAB_KEYS.map((key) => TABS[key].name));
    return this.spreadsheet
      .getSheets()
      .filter((sheet) => !ours.has(sheet.getName()) && sheet.getLastColumn() >= wanted.length)
      .filter((sheet) => {
        const [headers = []] = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues();
        const texts = new Set(headers.map(textOf));
        return wanted.every((header) => texts.has(header));
      })
      .map((sheet) => sheet.getName());
  }

  cellsOf(name: string): readonly (readonly unknown[])[] {
    return this.spreadsheet.getSheetByName(name)?.getDataRange().getValues() ?? [];
  }

  rename(name: string, to: string): void {
    let free = to;
    for (let place = 2; this.spreadsheet.getSheetByName(free); place++) free = `${to} ${place}`;
    this.spreadsheet.getSheetByName(name)?.setName(free);
  }

  writeHeaders(tab: TabKey, headers: ReadonlyMap<number, string>): void {
    const sheet = this.sheet(tab);
    const missing = Math.max(...headers.keys()) + 1 - sheet.getMaxColumns();
    if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
    for (const [column, header] of headers) sheet.getRange(1, column + 1).setValue(header);
  }

  dress(tab: TabKey, isNew: boolean): string[] {
    const { columns, hidden, warns, name } = TABS[tab] as Tab;
    const sheet = this.sheet(tab);
    const report: string[] = [];
    if (columns.length > 0) {
      const layout = headerLayout(sheet, tab);
      const place = (column: Column): number => layout.columns.get(column.header) ?? 0;
      const tracking = tab === 'orders' && layout.columns.has(TRACKING_COLUMN) ? [TRACKING] : [];
      report.push(...dressColumns(sheet, name, [...columns, ...tracking], place));
      if (isNew) for (const column of columns) sheet.setColumnWidth(place(column) + 1, column.width);
      const header = sheet.getRange(1, 1, 1, Math.max(...layout.columns.values()) + 1);
      const isStyled = attempt(() => {
        const [notes = []] = header.getNotes();
        for (const column of columns) {
          const note = HEADER_NOTES[tab]?.[column.header];
          // A note of someone's own stays.
          if (note && !notes[place(column)]) sheet.getRange(1, place(column) + 1).setNote(note);
        }
        sheet.setFrozenRows(1);
        header.setFontWeight('bold').setFontColor(HEADER_COLOUR).setBackground(HEADER_BACKGROUND);
      });
      if (!isStyled) report.push(notDressed(name, 'the look of the header row'));
    }
    if (warns) {
      const protections = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
      if (protections.length === 0) {
        sheet.protect().setWarningOnly(true).setDescription(`${name}: maintained by CPS Orders`);
        report.push(`${name}: Google now shows a warning before anyone edits it.`);
      }
      if (protections.some((protection) => !protection.isWarningOnly()))
        report.push(
          `${name} is locked (Data > Protect sheets and ranges), so menu items fail for other staff. Please change it to "Show a warning."`,
        );
    }
    if (hidden && !sheet.isSheetHidden()) {
      sheet.hideSheet();
      report.push(`${name}: hidden, because only CPS Orders uses it.`);
    }
    return isNew ? [] : report;
  }

  style(): readonly string[] {
    const sheet = this.sheet('orders');
    const layout = headerLayout(sheet, 'orders');
    SpreadsheetApp.flush();
    const id = this.spreadsheet.getId();
    const { sheets = [] } = sheetsApi().get(id, {
      fields: 'sheets(properties.sheetId,conditionalFormats,filterViews)',
    });
    const present = sheets.find(({ properties }) => properties?.sheetId === sheet.getSheetId());
    const { requests, report } = restyle(sheet.getSheetId(), layout, (present ?? {}) as TabStyle);
    const send = (): unknown => sheetsApi().batchUpdate({ requests: [...requests] } as Batch, id);
    if (requests.length === 0 || attempt(send)) return report;
    return [notDressed(TABS.orders.name, 'its colors and filter views')];
  }

  cells(tab: TabKey): readonly (readonly unknown[])[] {
    return this.spreadsheet.getSheetByName(TABS[tab].name)?.getDataRange().getValues() ?? [];
  }

  texts(tab: TabKey, header: string): readonly string[] {
    const index = headerLayout(this.sheet(tab), tab).columns.get(header);
    if (index === undefined) return [];
    return columnRange(this.sheet(tab), index)
      .getValues()
      .map(([cell]) => textOf(cell));
  }

  append(tab: TabKey, rows: readonly Row[]): void {
    const sheet = this.sheet(tab);
    const layout = headerLayout(this.sheet(tab), tab);
    const width = Math.max(...layout.columns.values()) + 1;
    const values = rows.map((row) => {
      const cells: Cell[] = new Array(width).fill('');
      for (const [header, cell] of Object.entries(row)) cells[layout.columns.get(header) ?? 0] = cell;
      return cells;
    });
    const last = sheet.getLastRow();
    const missing = last + values.length - sheet.getMaxRows();
    if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
    sheet.getRange(last + 1, 1, values.length, width).setValues(values);
  }

  arrange(): void {
    const first = this.spreadsheet.getSheets()[0];
    const known = TAB_KEYS.map((key) => TABS[key].name as string);
    if (first && !known.includes(first.getName()) && first.getLastRow() === 0) this.spreadsheet.deleteSheet(first);
  }

  mark(): string {
    const sheet = this.spreadsheet.getSheetByName(TABS.ledger.name);
    const note = sheet?.getRange(1, 1).getNote() ?? '';
    return note.startsWith(MARK) ? note.slice(MARK.length) : '';
  }

  setMark(id: string): void {
    if (this.mark() !== id) this.sheet('ledger').getRange(1, 1).setNote(`${MARK}${id}`);
  }

  holdEmails(): number {
    const index = headerLayout(this.sheet('outbox'), 'outbox').columns.get('State');
    if (index === undefined) return 0;
    const cells = columnRange(this.sheet('outbox'), index);
    const states = cells.getValues().map(([state]) => textOf(state));
    const waits = (state: string): boolean => ['queued', 'claimed', 'waiting for quota'].includes(state);
    cells.setValues(states.map((state) => [waits(state) ? 'held' : state]));
    return states.filter(waits).length;
  }

  private sheet(tab: TabKey): GoogleAppsScript.Spreadsheet.Sheet {
    const sheet = this.spreadsheet.getSheetByName(TABS[tab].name);
    if (!sheet) throw new Error(`The tab ${TABS[tab].name} is missing.`);
    return sheet;
  }
}

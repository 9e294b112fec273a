import { columnLetters } from '../workbook/a1';
import { textOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import type { Show } from '../workspace/methods';
import { headerLayout } from './header-layout';
import { columnRange } from './ledger-sheet';

/** Moves the selection of the person at the keyboard. */
export class SheetShow implements Show {
  constructor(private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {}

  orders(ids: readonly string[]): number {
    const sheet = this.spreadsheet.getSheetByName(TABS.orders.name);
    if (!sheet) return 0;
    const { columns } = headerLayout(sheet, 'orders');
    const wanted = new Set(ids);
    const rows = columnRange(sheet, columns.get('Order ID') ?? 0)
      .getValues()
      .flatMap(([id], index) => (wanted.has(textOf(id)) ? [index + 2] : []));
    if (rows.length === 0) return 0;
    const last = columnLetters(Math.max(...columns.values()));
    sheet.activate();
    sheet.getRangeList(rows.map((row) => `A${row}:${last}${row}`)).activate();
    return rows.length;
  }

  tab(name: string): void {
    const sheet = this.spreadsheet.getSheetByName(name);
    if (sheet?.isSheetHidden()) sheet.showSheet();
    sheet?.activate();
  }
}

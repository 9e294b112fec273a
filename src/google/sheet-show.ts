import type { Show } from '../core/keyboard-ports';
import { columnLetters } from '../workbook/a1';
import { textOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import { headerLayout } from './header-layout';
import { columnRange } from './ledger-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows side by side are one range: `2 3 4 9` is `A2:R4` and `A9:R9`. */
const rangesOf = (rows: readonly number[], lastColumn: string): string[] => {
  const runs: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run && row <= run[1] + 1) run[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([from, to]) => `A${from}:${lastColumn}${to}`);
};

/** Moves the selection of the person at the keyboard. */
export class SheetShow implements Show {
  /** @param open shows a page of ours. */
  constructor(
    private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
    readonly open: Show['open'],
  ) {}

  orders(ids: readonly string[], further: readonly number[]): number {
    const sheet = this.spreadsheet.getSheetByName(TABS.orders.name);
    if (!sheet) return 0;
    const { columns } = headerLayout(sheet, 'orders');
    const wanted = new Set(ids);
    const values = columnRange(sheet, columns.get('Order ID') ?? 0).getValues();
    const ofIds = values.flatMap(([id], index) => (wanted.has(textOf(id)) ? [index + 2] : []));
    const rows = [...new Set([...ofIds, ...further.filter((row) => row < values.length + 2)])];
    if (rows.length > 0) this.select(sheet, rows, columnLetters(Math.max(...columns.values())));
    return rows.length;
  }

  rows(tab: string, rows: readonly number[]): number {
    const sheet = this.spreadsheet.getSheetByName(tab);
    if (!sheet) return 0;
    const there = rows.filter((row) => row <= sheet.getMaxRows());
    if (there.length > 0) this.select(sheet, there, columnLetters(sheet.getMaxColumns() - 1));
    return there.length;
  }

  private select(sheet: Sheet, rows: readonly number[], lastColumn: string): void {
    if (sheet.isSheetHidden()) sheet.showSheet();
    sheet.activate();
    sheet.getRangeList(rangesOf(rows, lastColumn)).activate();
  }
}

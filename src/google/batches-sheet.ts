import type { BatchBook, SheetRow } from '../core/ports';
import { columnLetters } from '../workbook/a1';
import { type Cell, rowOf } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';
import type { LiveSpreadsheet } from './live-spreadsheet';

const FIRST_ROW = 2;

/** The Batches tab through SpreadsheetApp. Its Orders column is large and read only for the batches that count. */
export class BatchesSheet implements BatchBook {
  constructor(private readonly live: LiveSpreadsheet) {}

  heads(view: WorkbookView): readonly SheetRow[] {
    const layout = view.places.batches?.layout;
    const sheet = this.live.tab('batches');
    if (!layout || !sheet) return [];
    const rows = sheet.getLastRow() - 1;
    if (rows < 1) return [];
    const small = [...layout.columns].filter(([header]) => header !== 'Orders').map(([, index]) => index);
    const values = sheet.getRange(FIRST_ROW, 1, rows, Math.max(...small) + 1).getValues() as Cell[][];
    return values.map((cells, index) => ({ at: FIRST_ROW + index, cells: rowOf(layout, cells) }));
  }

  orders(view: WorkbookView, rows: readonly number[]): ReadonlyMap<number, Cell> {
    const index = view.places.batches?.layout.columns.get('Orders');
    const sheet = this.live.tab('batches');
    if (index === undefined || !sheet || rows.length === 0) return new Map();
    const letters = columnLetters(index);
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    const values = sheet.getRange(`${letters}${first}:${letters}${last}`).getValues() as Cell[][];
    return new Map(rows.map((row) => [row, values[row - first]?.[0] ?? '']));
  }
}

import type { RowAppender } from '../core/ports';
import type { Cell, Row } from '../workbook/layout';
import type { TabKey } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { typedText } from './typed-text';

/** A row below the last one, by SpreadsheetApp: it uses up none of the writes that commits need. */
export class SheetRowAppender implements RowAppender {
  constructor(private readonly live: LiveSpreadsheet) {}

  append(view: WorkbookView, tab: TabKey, row: Row): void {
    const layout = view.places[tab]?.layout;
    const sheet = this.live.tab(tab);
    if (!layout || !sheet) return;
    const cells: Cell[] = new Array(Math.max(...layout.columns.values()) + 1).fill('');
    for (const [header, index] of layout.columns) cells[index] = typedText(row[header] ?? '');
    sheet.appendRow(cells);
  }
}

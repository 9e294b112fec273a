import type { RowAppender } from '../core/ports';
import type { Row } from '../workbook/layout';
import type { TabKey } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import { appendRow } from './append-row';
import type { LiveSpreadsheet } from './live-spreadsheet';

/** A row below the last one, by SpreadsheetApp: it uses up none of the writes that commits need. */
export class SheetRowAppender implements RowAppender {
  constructor(private readonly live: LiveSpreadsheet) {}

  append(view: WorkbookView, tab: TabKey, row: Row): void {
    const layout = view.places[tab]?.layout;
    const sheet = this.live.tab(tab);
    if (layout && sheet) appendRow(sheet, layout, row);
  }
}

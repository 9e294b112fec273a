import type { ColumnFormats } from '../core/ports';
import { NUMBER_FORMATS } from '../workbook/requests';
import type { TabKey } from '../workbook/tabs';
import type { Places } from '../workbook/view';
import { columnRange } from './ledger-sheet';
import type { LiveSpreadsheet } from './live-spreadsheet';

/** Formats of whole columns, through SpreadsheetApp. */
export class SheetColumnFormats implements ColumnFormats {
  constructor(private readonly live: LiveSpreadsheet) {}

  keepAsText(view: Places, tab: TabKey, header: string): void {
    const column = view.places[tab]?.layout.columns.get(header);
    const sheet = this.live.tab(tab);
    if (column !== undefined && sheet) columnRange(sheet, column).setNumberFormat(NUMBER_FORMATS.text.pattern);
  }
}

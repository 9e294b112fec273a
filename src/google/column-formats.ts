import type { ColumnFormats } from '../core/ports';
import { NUMBER_FORMATS } from '../workbook/requests';
import type { TabKey } from '../workbook/tabs';
import type { Places } from '../workbook/view';
import { attempt } from './dress-columns';
import { columnRange } from './ledger-sheet';
import type { LiveSpreadsheet } from './live-spreadsheet';

/** Formats of whole columns, through SpreadsheetApp; a table refuses them (docs/google.md G70). */
export class SheetColumnFormats implements ColumnFormats {
  constructor(private readonly live: LiveSpreadsheet) {}

  keepAsText(view: Places, tab: TabKey, header: string): void {
    const column = view.places[tab]?.layout.columns.get(header);
    const sheet = this.live.tab(tab);
    if (column !== undefined && sheet)
      attempt(() => columnRange(sheet, column).setNumberFormat(NUMBER_FORMATS.text.pattern));
  }
}

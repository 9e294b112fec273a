import type { RejectedBook } from '../ports';
import type { Cell } from '../workbook/layout';
import { requestsFor } from '../workbook/requests';
import type { WorkbookView } from '../workbook/view';
import { columnRange } from './ledger-sheet';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { sheetsApi } from './sheets-api';

/** What an unknown sender can cause is bounded: beyond this many rows nothing more is kept. */
const MOST_ROWS = 5_000;

/** The Rejected tab: one row per refused post, its raw body as typed text. */
export class RejectedSheet implements RejectedBook {
  constructor(private readonly live: LiveSpreadsheet) {}

  keep(view: WorkbookView, row: Readonly<Record<string, Cell>>): void {
    const sheet = this.live.tab('rejected');
    const index = view.places.rejected?.layout.columns.get('Fingerprint');
    if (!sheet || index === undefined) return;
    const found = columnRange(sheet, index).createTextFinder(String(row.Fingerprint)).matchEntireCell(true).findNext();
    if (found || sheet.getLastRow() > MOST_ROWS) return;
    const requests = requestsFor([{ change: 'append', tab: 'rejected', row }], view.places);
    sheetsApi().batchUpdate({ requests } as GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest, this.live.id);
  }
}

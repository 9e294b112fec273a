import type { OutboxClaims } from '../mail/deliver-due';
import { requestsFor } from '../workbook/requests';
import type { WorkbookView } from '../workbook/view';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { sheetsApi } from './sheets-api';

/** Claims many mails in one write of the Sheets service. */
export class SheetOutboxClaims implements OutboxClaims {
  constructor(private readonly live: LiveSpreadsheet) {}

  write(view: WorkbookView, rows: Parameters<OutboxClaims['write']>[1]): void {
    if (rows.length === 0) return;
    const changes = rows.map(({ at, cells }) => ({ change: 'update', tab: 'outbox', at, row: cells }) as const);
    const requests = requestsFor(changes, view.places);
    sheetsApi().batchUpdate({ requests } as GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest, this.live.id);
  }
}

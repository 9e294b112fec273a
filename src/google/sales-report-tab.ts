import type { ReportTab, TabState } from '../core/report-ports';
import type { SheetsRequest } from '../workbook/requests';
import type { ReportLook } from './report-look';
import { sheetsApi } from './sheets-api';

/** The Sales Report tab: one look at what's there, one commit that writes all of it. */
export class SalesReportTab implements ReportTab {
  constructor(private readonly look: ReportLook) {}

  write(requestsFor: (state: TabState) => readonly SheetsRequest[]): void {
    const { state, made } = this.look.tab();
    const requests = [...made, ...requestsFor(state)];
    const update = { requests } as GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest;
    sheetsApi().batchUpdate(update, this.look.live.id);
  }

  show(): void {
    const sheet = this.look.live.needTab('salesReport');
    if (sheet.isSheetHidden()) sheet.showSheet();
    sheet.activate();
  }
}

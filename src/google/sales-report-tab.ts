import type { ReportTab } from '../reports/report-ports';
import type { TabPage } from '../reports/tab-page';
import { pageRequests, type TabState } from '../reports/tab-requests';
import type { SheetsRequest } from '../workbook/requests';
import { TABS } from '../workbook/tabs';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { sheetsApi } from './sheets-api';

const FIELDS =
  'sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),charts.chartId),namedRanges(namedRangeId,name,range)';
const NEW_GRID = { rowCount: 1_000, columnCount: 26 };

/** The Sales Report tab: one look at what stands there, one commit that writes all of it. */
export class SalesReportTab implements ReportTab {
  constructor(private readonly live: LiveSpreadsheet) {}

  write(page: TabPage): void {
    const { state, made } = this.state();
    const requests = [...made, ...pageRequests(state, page)];
    sheetsApi().batchUpdate({ requests } as GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest, this.live.id);
  }

  show(): void {
    const sheet = this.live.needTab('salesReport');
    if (sheet.isSheetHidden()) sheet.showSheet();
    sheet.activate();
  }

  /** A tab that somebody deleted is made in the same commit. */
  private state(): { readonly state: TabState; readonly made: readonly SheetsRequest[] } {
    const { sheets = [], namedRanges = [] } = sheetsApi().get(this.live.id, { fields: FIELDS });
    const names = namedRanges.map(({ namedRangeId, name, range }) => ({
      id: namedRangeId ?? '',
      name: name ?? '',
      range: { ...range },
    }));
    const title: string = TABS.salesReport.name;
    const found = sheets.find(({ properties }) => properties?.title === title);
    if (found) {
      const { sheetId = 0, gridProperties: { rowCount = 0, columnCount = 0 } = {} } = found.properties ?? {};
      const charts = (found.charts ?? []).map(({ chartId = 0 }) => chartId);
      return { state: { sheetId, rows: rowCount, columns: columnCount, charts, names }, made: [] };
    }
    const taken = new Set(sheets.map(({ properties }) => properties?.sheetId ?? 0));
    let sheetId = 1;
    while (taken.has(sheetId)) sheetId++;
    return {
      state: { sheetId, rows: NEW_GRID.rowCount, columns: NEW_GRID.columnCount, charts: [], names },
      made: [{ addSheet: { properties: { sheetId, title, gridProperties: NEW_GRID } } }],
    };
  }
}

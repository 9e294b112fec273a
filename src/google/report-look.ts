import type { TabState } from '../core/report-ports';
import type { SheetsRequest } from '../workbook/requests';
import { TABS, type TabKey } from '../workbook/tabs';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { sheetsApi } from './sheets-api';

/** The tabs whose columns a report reads where they are today. */
const COLUMNAR = ['orders', 'ledger'] as const satisfies readonly TabKey[];
export type ColumnarTab = (typeof COLUMNAR)[number];

const FIELDS =
  'sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),charts.chartId,data.rowData.values.formattedValue),namedRanges(namedRangeId,name,range)';
const NEW_GRID = { rowCount: 1_000, columnCount: 26 };

/** What a report has to know before it reads and writes. */
interface Look {
  readonly headers: Readonly<Record<ColumnarTab, readonly string[]>>;
  /** The Sales Report tab, and what makes it first where someone has deleted it. */
  readonly state: TabState;
  readonly made: readonly SheetsRequest[];
}

/** One look, in one call of the Sheets service, for all that a report does in this execution. */
export class ReportLook {
  private seen: Look | null = null;

  constructor(readonly live: LiveSpreadsheet) {}

  /** The texts of a tab's header row. @throws Error when the tab is missing. */
  headers(tab: ColumnarTab): readonly string[] {
    return this.look().headers[tab];
  }

  /** What is in the Sales Report tab; a tab that someone deleted is made in the commit that writes it. */
  tab(): Pick<Look, 'state' | 'made'> {
    return this.look();
  }

  private look(): Look {
    this.seen ??= this.ask();
    return this.seen;
  }

  private ask(): Look {
    const { live } = this;
    for (const tab of COLUMNAR) live.needTab(tab);
    const title = TABS.salesReport.name;
    const isThere = live.tab('salesReport') !== null;
    const ranges = [...COLUMNAR.map((tab) => `'${TABS[tab].name}'!1:1`), ...(isThere ? [`'${title}'!A1`] : [])];
    const { sheets = [], namedRanges = [] } = sheetsApi().get(live.id, { fields: FIELDS, ranges });
    const named = (name: string) => sheets.find(({ properties }) => properties?.title === name);
    const headersOf = (tab: ColumnarTab): readonly string[] => {
      const [row] = named(TABS[tab].name)?.data?.[0]?.rowData ?? [];
      return (row?.values ?? []).map(({ formattedValue = '' }) => formattedValue);
    };
    const names = namedRanges.map(({ namedRangeId, name, range }) => ({
      id: namedRangeId ?? '',
      name: name ?? '',
      range: { ...range },
    }));
    const found = named(title);
    const sheetId = found ? (found.properties?.sheetId ?? 0) : this.freeSheetId();
    const { rowCount = 0, columnCount = 0 } = found ? (found.properties?.gridProperties ?? {}) : NEW_GRID;
    const charts = (found?.charts ?? []).map(({ chartId = 0 }) => chartId);
    return {
      headers: { orders: headersOf('orders'), ledger: headersOf('ledger') },
      state: { sheetId, rows: rowCount, columns: columnCount, charts, names },
      made: found ? [] : [{ addSheet: { properties: { sheetId, title, gridProperties: NEW_GRID } } }],
    };
  }

  private freeSheetId(): number {
    const taken = new Set(this.live.spreadsheet.getSheets().map((sheet) => sheet.getSheetId()));
    let sheetId = 1;
    while (taken.has(sheetId)) sheetId++;
    return sheetId;
  }
}

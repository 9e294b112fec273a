import type { WorkbookReader } from '../ports';
import { type Cell, type Layout, layoutOf, rowOf } from '../workbook/layout';
import { TAB_KEYS, TABS, type TabKey } from '../workbook/tabs';
import type { TabPlace, TabRows, WorkbookView } from '../workbook/view';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { sheetsApi } from './sheets-api';

/** Tabs that are read whole; of the others only the header row. */
const READ_WHOLE: readonly TabKey[] = ['settings', 'priceList', 'events', 'emails'];

/** Reads headers and settings of all tabs in one call of the Sheets service; raw values, dates as serial numbers. */
export class SheetsReader implements WorkbookReader {
  constructor(private readonly live: LiveSpreadsheet) {}

  read(): WorkbookView {
    const keys = TAB_KEYS.filter((key) => key !== 'salesReport' && this.live.tab(key) !== null);
    const ranges = keys.map((key) => `'${TABS[key].name}'${READ_WHOLE.includes(key) ? '' : '!1:1'}`);
    const { valueRanges = [] } = sheetsApi().Values.batchGet(this.live.id, {
      ranges,
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    const places: Partial<Record<TabKey, TabPlace>> = {};
    const contents = new Map<TabKey, TabRows>();
    keys.forEach((key, index) => {
      const [header = [], ...rows] = (valueRanges[index]?.values ?? []) as Cell[][];
      const layout: Layout = layoutOf(key, header);
      places[key] = { sheetId: this.live.needTab(key).getSheetId(), layout };
      contents.set(
        key,
        rows.map((row) => rowOf(layout, row)),
      );
    });
    const rowsOf = (key: TabKey): TabRows => contents.get(key) ?? [];
    return {
      places,
      settings: rowsOf('settings'),
      priceList: rowsOf('priceList'),
      events: rowsOf('events'),
      emails: rowsOf('emails'),
    };
  }
}

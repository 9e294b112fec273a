import { ReadsUsedUp, type WorkbookReader } from '../core/ports';
import { type Cell, type Layout, layoutOf, rowOf } from '../workbook/layout';
import { parseHead } from '../workbook/ledger-row';
import { TAB_KEYS, TABS, type TabKey } from '../workbook/tabs';
import type { TabPlace, TabRows, WorkbookView } from '../workbook/view';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { type ApiError, sheetsApi } from './sheets-api';

/** Tabs that are read whole; of the others only the header row, of two of them the first row below it too. */
const READ_WHOLE: readonly TabKey[] = ['settings', 'priceList', 'events', 'emails'];
const READ_FIRST: readonly TabKey[] = ['ledger', 'activity'];

const rangeOf = (key: TabKey): string => {
  const name = `'${TABS[key].name}'`;
  if (READ_WHOLE.includes(key)) return name;
  return READ_FIRST.includes(key) ? `${name}!1:2` : `${name}!1:1`;
};

/** Reads headers and settings of all tabs in one call of the Sheets service; raw values, dates as serial numbers. */
export class SheetsReader implements WorkbookReader {
  /**
   * @param doubted headers of the Orders tab that name no column for now.
   * @param areShort whether repeats, quotes and pages have used up the reads (core/reads.ts).
   */
  constructor(
    private readonly live: LiveSpreadsheet,
    private readonly doubted: () => readonly string[],
    private readonly areShort: () => boolean = () => false,
  ) {}

  read(): WorkbookView {
    this.live.forgetTabs();
    const keys = TAB_KEYS.filter((key) => TABS[key].columns.length > 0 && this.live.tab(key) !== null);
    const valueRanges = this.batchGet(keys.map(rangeOf));
    const places: Partial<Record<TabKey, TabPlace>> = {};
    const contents = new Map<TabKey, TabRows>();
    keys.forEach((key, index) => {
      const [header = [], ...rows] = (valueRanges[index]?.values ?? []) as Cell[][];
      const layout: Layout = layoutOf(key, header, key === 'orders' ? this.doubted() : []);
      places[key] = { sheetId: this.live.needTab(key).getSheetId(), layout };
      contents.set(
        key,
        rows.map((row) => rowOf(layout, row)),
      );
    });
    const scratch = this.live.tab('scratch');
    if (scratch) places.scratch = { sheetId: scratch.getSheetId(), layout: layoutOf('scratch', []) };
    const rowsOf = (key: TabKey): TabRows => contents.get(key) ?? [];
    const head = parseHead(contents.get('ledger')?.[0]?.Head);
    return {
      places,
      ...(head ? { head } : {}),
      hasHistory: rowsOf('activity').length > 0,
      settings: rowsOf('settings'),
      priceList: rowsOf('priceList'),
      events: rowsOf('events'),
      emails: rowsOf('emails'),
    };
  }

  private batchGet(ranges: string[]): readonly GoogleAppsScript.Sheets.Schema.ValueRange[] {
    try {
      const { valueRanges = [] } = sheetsApi().Values.batchGet(this.live.id, {
        ranges,
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
      });
      return valueRanges;
    } catch (thrown) {
      const { message = String(thrown), details } = thrown as ApiError;
      if (details?.code !== 429) throw thrown;
      if (!this.areShort()) throw new ReadsUsedUp(message);
      return ranges.map((range) => ({ values: this.valuesOf(range) }));
    }
  }

  /** The slow way, which nobody limits by the minute: a call for each tab. */
  private valuesOf(range: string): Cell[][] {
    const [, name = '', rows = ''] = /^'(.*)'(?:!(.*))?$/.exec(range) ?? [];
    const sheet = this.live.spreadsheet.getSheetByName(name);
    const values = (rows ? sheet?.getRange(rows) : sheet?.getDataRange())?.getValues() ?? [];
    return values.map((row) => row.map((cell) => (cell instanceof Date ? '' : (cell as Cell))));
  }
}

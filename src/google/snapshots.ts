import type { Snapshot, SnapshotReader, Table } from '../core/file-ports';
import { type Cell, layoutOf, type Row, rowOf } from '../workbook/layout';
import { TABS, type TabKey } from '../workbook/tabs';
import { sheetsApi } from './sheets-api';

/** Tabs of any spreadsheet, read by one call so that all are of the same moment. */
export class SheetsSnapshots implements SnapshotReader {
  read(spreadsheetId: string): Snapshot {
    const tables = tablesOf(spreadsheetId, ['orders', 'ledger']);
    return { orders: tables.get('orders') ?? null, ledger: tables.get('ledger') ?? null };
  }

  activity(spreadsheetId: string): readonly Row[] {
    return rowsIn(tablesOf(spreadsheetId, ['activity']).get('activity'));
  }

  rules(spreadsheetId: string): ReturnType<SnapshotReader['rules']> {
    const tables = tablesOf(spreadsheetId, ['settings', 'priceList', 'events', 'emails']);
    const rowsOf = (tab: TabKey) => rowsIn(tables.get(tab));
    return {
      settings: rowsOf('settings'),
      priceList: rowsOf('priceList'),
      events: rowsOf('events'),
      emails: rowsOf('emails'),
    };
  }
}

const rowsIn = (table: Table | undefined): readonly Row[] =>
  (table?.rows ?? []).map((cells) => (table ? rowOf(table.layout, cells) : {}));

/** Some tabs, as far as they are there. */
const tablesOf = (spreadsheetId: string, wanted: readonly TabKey[]): ReadonlyMap<TabKey, Table> => {
  const { sheets = [] } = sheetsApi().get(spreadsheetId, { fields: 'sheets.properties.title' });
  const titles = sheets.map(({ properties }) => properties?.title);
  const tabs = wanted.filter((tab) => titles.includes(TABS[tab].name));
  const { valueRanges = [] } = sheetsApi().Values.batchGet(spreadsheetId, {
    ranges: tabs.map((tab) => `'${TABS[tab].name}'`),
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  });
  return new Map(
    tabs.map((tab, index) => {
      const [header = [], ...rows] = (valueRanges[index]?.values ?? []) as Cell[][];
      return [tab, { layout: layoutOf(tab, header), rows }];
    }),
  );
};

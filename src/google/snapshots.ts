import type { Snapshot, SnapshotReader, Table } from '../core/file-ports';
import { type Cell, layoutOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import { sheetsApi } from './sheets-api';

/** Orders and Ledger of any spreadsheet, read by one call so that both are of the same moment. */
export class SheetsSnapshots implements SnapshotReader {
  read(spreadsheetId: string): Snapshot {
    const { sheets = [] } = sheetsApi().get(spreadsheetId, { fields: 'sheets.properties.title' });
    const titles = sheets.map(({ properties }) => properties?.title);
    const tabs = (['orders', 'ledger'] as const).filter((tab) => titles.includes(TABS[tab].name));
    const { valueRanges = [] } = sheetsApi().Values.batchGet(spreadsheetId, {
      ranges: tabs.map((tab) => `'${TABS[tab].name}'`),
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    const table = (tab: (typeof tabs)[number]): Table | null => {
      const index = tabs.indexOf(tab);
      if (index < 0) return null;
      const [header = [], ...rows] = (valueRanges[index]?.values ?? []) as Cell[][];
      return { layout: layoutOf(tab, header), rows };
    };
    return { orders: table('orders'), ledger: table('ledger') };
  }
}

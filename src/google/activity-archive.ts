import type { ActivityArchive } from '../core/ports';
import { TABS } from '../workbook/tabs';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { SheetTabBuilder } from './sheet-tab-builder';
import { sheetsApi } from './sheets-api';

/** The Activity tab as a whole: how long it is, and its change for a new one. */
export class SheetActivityArchive implements ActivityArchive {
  constructor(private readonly live: LiveSpreadsheet) {}

  lines(): number {
    return Math.max(0, (this.live.tab('activity')?.getLastRow() ?? 1) - 1);
  }

  rollOver(archiveName: string, newSheetId: number): void {
    const { name, columns } = TABS.activity;
    const sheet = this.live.needTab('activity');
    const requests = [
      { updateSheetProperties: { properties: { sheetId: sheet.getSheetId(), title: archiveName }, fields: 'title' } },
      {
        addSheet: {
          properties: {
            sheetId: newSheetId,
            title: name,
            index: sheet.getIndex() - 1,
            gridProperties: { rowCount: 100, columnCount: columns.length, frozenRowCount: 1 },
          },
        },
      },
      {
        updateCells: {
          start: { sheetId: newSheetId, rowIndex: 0, columnIndex: 0 },
          rows: [{ values: columns.map(({ header }) => ({ userEnteredValue: { stringValue: header } })) }],
          fields: 'userEnteredValue',
        },
      },
    ];
    sheetsApi().batchUpdate({ requests } as GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest, this.live.id);
    new SheetTabBuilder(this.live.spreadsheet).dress('activity', true);
  }
}

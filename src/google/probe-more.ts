import { sheetsApi } from './sheets-api';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Batch = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest;

const area = (sheetId: number, row: number, column: number): object => ({
  ...{ sheetId, startRowIndex: row, endRowIndex: row + 1 },
  ...{ startColumnIndex: column, endColumnIndex: column + 1 },
});

const copy = (id: number, row: number, from: number, to: number): object => ({
  copyPaste: { source: area(id, row, from), destination: area(id, row, to), pasteType: 'PASTE_VALUES' },
});

const written = (sheetId: number, rowIndex: number, stringValue: string): object => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex: 0 },
    rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
    fields: 'userEnteredValue',
  },
});

/** The service answers at all. @throws ServiceOff when it is not switched on. */
export const service = (id: string): string => {
  sheetsApi().get(id, { fields: 'spreadsheetId' });
  return 'on';
};

/** @param sheet a scratch tab, whose row 8 is used. */
export const apostrophe = (sheet: Sheet): string => {
  const cell = sheet.getRange('A8').setNumberFormat('@');
  SpreadsheetApp.flush();
  cell.setValue("'0012");
  return cell.getValue() === '0012' ? 'dropped' : 'kept';
};

/** A tab with a named range is deleted, and the name given again. */
export const brokenName = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): string => {
  const id = spreadsheet.getId();
  const name = `cps_self_test_${Date.now()}`;
  const add = (sheetId: number): object => ({
    addNamedRange: { namedRange: { name, range: area(sheetId, 0, 0) } },
  });
  const [first] = spreadsheet.getSheets();
  const tab = spreadsheet.insertSheet(`Self-test ${name}`, spreadsheet.getSheets().length);
  SpreadsheetApp.flush();
  sheetsApi().batchUpdate({ requests: [add(tab.getSheetId())] } as Batch, id);
  spreadsheet.deleteSheet(tab);
  SpreadsheetApp.flush();
  try {
    const { replies = [] } = sheetsApi().batchUpdate({ requests: [add(first?.getSheetId() ?? 0)] } as Batch, id);
    const made = replies[0]?.addNamedRange?.namedRange?.namedRangeId;
    if (made) sheetsApi().batchUpdate({ requests: [{ deleteNamedRange: { namedRangeId: made } }] } as Batch, id);
    return 'free again';
  } catch {
    return 'stays taken';
  }
};

/** A batch writes a text of digits, copies it, and reads the copy back. @param sheet a scratch tab, whose row 9 is used. */
export const copies = (sheet: Sheet, id: string): { copied: string; copiedText: string; readBack: string } => {
  const sheetId = sheet.getSheetId();
  const began = Date.now();
  const answer = sheetsApi().batchUpdate(
    {
      requests: [written(sheetId, 8, '0012'), copy(sheetId, 8, 0, 1)],
      includeSpreadsheetInResponse: true,
      responseIncludeGridData: true,
      responseRanges: [`'${sheet.getName()}'!B9`],
    } as Batch,
    id,
  );
  const took = Date.now() - began;
  const sheets = answer.updatedSpreadsheet?.sheets ?? [];
  const value = sheets.find(({ properties }) => properties?.sheetId === sheetId)?.data?.[0]?.rowData?.[0]?.values?.[0]
    ?.effectiveValue;
  const { values = [] } = sheetsApi().Values.get(id, `'${sheet.getName()}'!B9`, {
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  return {
    copied: value === undefined ? 'as before the batch' : 'as after the batch',
    copiedText: typeof values[0]?.[0] === 'string' ? 'a text' : 'a number',
    readBack: `1 cell weighs ${JSON.stringify(sheets).length} bytes, in ${took} ms`,
  };
};

/** @param sheet a scratch tab, whose row 10 is used. */
export const speed = (sheet: Sheet, id: string): string => {
  const began = Date.now();
  sheetsApi().Values.get(id, `'${sheet.getName()}'!A1:A10`);
  const read = Date.now();
  sheetsApi().batchUpdate({ requests: [written(sheet.getSheetId(), 9, 'timed')] } as Batch, id);
  return `${read - began} ms and ${Date.now() - read} ms`;
};

/** What Google says of a range that does not exist. */
export const language = (sheet: Sheet): string => {
  try {
    sheet.getRange(0, 0);
    return 'no error';
  } catch (error) {
    return `"${(error instanceof Error ? error.message : String(error)).slice(0, 80)}"`;
  }
};

import { beforeEach, expect, test } from '@jest/globals';
import { batchUpdate } from '../../google/workbook/api/batch-update';
import { valueRange } from '../../google/workbook/api/values';
import { type WorkbookSwitches, workbookSwitches } from '../../google/workbook/switches';
import { Workbook } from '../../google/workbook/workbook';

const OWNER = 'owner@example.com';
const DIGITS = '9400111899223100000123';

let workbook: Workbook;
let switches: WorkbookSwitches;

const run = (requests: readonly object[], more: object = {}) =>
  batchUpdate(workbook, { requests, ...more }, { user: OWNER, now: 0, switches });

const area = (sheetId: number, startRowIndex: number, endRowIndex: number, endColumnIndex: number) => ({
  ...{ sheetId, startRowIndex, endRowIndex },
  ...{ startColumnIndex: 0, endColumnIndex },
});
const copy = (from: object, to: object, pasteType = 'PASTE_VALUES') => ({
  copyPaste: { source: from, destination: to, pasteType },
});
const write = (...values: object[]) => ({
  updateCells: {
    start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
    rows: [{ values }],
    fields: 'userEnteredValue,userEnteredFormat,note',
  },
});
const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
const shown = (range: string) =>
  valueRange(workbook, range, { valueRenderOption: 'UNFORMATTED_VALUE' }).values as unknown[][];

beforeEach(() => {
  switches = workbookSwitches();
  workbook = new Workbook('file', { name: 'Test', owner: OWNER, editors: [] });
  workbook.insertTab('Sheet');
  run([{ addSheet: { properties: { title: 'Copies', sheetId: 7 } } }]);
});

test('a copy before a write in the same batch holds the old content: values, and nothing else of a cell', () => {
  run([
    write(
      { ...text('before'), note: 'a note', userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } },
      { userEnteredValue: { formulaValue: '=2' } },
    ),
  ]);
  run([copy(area(0, 0, 1, 2), area(7, 3, 4, 2)), write(text('after'))]);
  expect(shown('Sheet!A1:B1')).toEqual([['after', 2]]);
  expect(shown('Copies!A4:B4')).toEqual([['before', 2]]);
  const copies = workbook.tabNamed('Copies');
  expect([copies?.extra(3, 0)?.note, copies?.extra(3, 0)?.format, copies?.extra(3, 1)?.formula]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('whether a copied text of digits is still a text can be tried; under the format @ it is one either way', () => {
  run([write(text(DIGITS))]);
  const copied = (keeps: boolean, pattern: string) => {
    switches.copiesKeepTexts = keeps;
    const cell = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern } } };
    run([{ repeatCell: { range: area(7, 0, 1, 1), cell, fields: 'userEnteredFormat' } }]);
    run([copy(area(0, 0, 1, 1), area(7, 0, 1, 1))]);
    return shown('Copies!A1')?.[0]?.[0];
  };
  expect(copied(true, '0')).toBe(DIGITS);
  expect(copied(false, '0')).toBe(Number(DIGITS));
  expect(copied(false, '@')).toBe(DIGITS);
});

test.each([
  [true, 'copied'],
  [false, undefined],
])('whether a batch reads back what it has just copied can be tried: %s', (isAfter, expected) => {
  switches.answersAfterBatch = isAfter;
  run([write(text('copied'))]);
  const answer = run([copy(area(0, 0, 1, 1), area(7, 0, 1, 1))], {
    includeSpreadsheetInResponse: true,
    responseIncludeGridData: true,
    responseRanges: ['Copies!A1'],
  }) as {
    updatedSpreadsheet: {
      sheets: { data: { rowData?: { values?: { effectiveValue?: { stringValue?: string } }[] }[] }[] }[];
    };
  };
  const [cell] = answer.updatedSpreadsheet.sheets[0]?.data[0]?.rowData?.[0]?.values ?? [];
  expect(cell?.effectiveValue?.stringValue).toBe(expected);
});

test('what is not carried out here says so, and leaves nothing behind', () => {
  const before = JSON.stringify(workbook);
  expect(() => run([copy(area(0, 0, 1, 1), area(7, 0, 1, 1), 'PASTE_NORMAL')])).toThrow('not available');
  expect(() => run([copy(area(0, 0, 2, 1), area(7, 0, 1, 1))])).toThrow('another size');
  expect(() => run([copy(area(0, 0, 1, 1), area(99, 0, 1, 1))])).toThrow();
  expect(JSON.stringify(workbook)).toBe(before);
});

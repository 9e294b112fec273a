import { beforeEach, describe, expect, test } from '@jest/globals';
import { batchUpdate } from '../../google/workbook/api/batch-update';
import { valueRange } from '../../google/workbook/api/values';
import { workbookSwitches } from '../../google/workbook/switches';
import { Workbook } from '../../google/workbook/workbook';

const OWNER = 'owner@example.com';
const EDITOR = 'editor@example.com';
const writing = { user: OWNER, now: Date.parse('2026-10-02T15:00:00Z'), switches: workbookSwitches() };

let workbook: Workbook;

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes.
const run = (...requests: object[]): any => batchUpdate(workbook, { requests }, writing);
const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
const write = (rowIndex: number, columnIndex: number, rows: object[][], fields = 'userEnteredValue') => ({
  updateCells: { start: { sheetId: 0, rowIndex, columnIndex }, rows: rows.map((values) => ({ values })), fields },
});
const shown = (range: string) => valueRange(workbook, range, {}).values;

beforeEach(() => {
  workbook = new Workbook('file', { name: 'Test', owner: OWNER, editors: [EDITOR] });
  workbook.insertTab('Items');
});

describe('all requests are applied or none (docs/google.md G71)', () => {
  const failing = [
    { deleteSheet: { sheetId: 99 } },
    write(5000, 0, [[text('x')]]),
    { addSheet: { properties: { title: 'More' } } },
    { deleteNamedRange: { namedRangeId: 'nothing' } },
  ];

  test.each(failing)('a batch whose last request fails leaves nothing behind: %j', (last) => {
    run(write(0, 0, [[text('kept')]]));
    const before = JSON.stringify(workbook);
    expect(() =>
      run(
        write(0, 0, [[text('lost')]]),
        {
          insertDimension: {
            range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 },
            inheritFromBefore: true,
          },
        },
        { insertDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } },
        { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 10, endIndex: 20 } } },
        { addSheet: { properties: { title: 'More', sheetId: 7 } } },
        { updateSheetProperties: { properties: { sheetId: 0, title: 'Other', hidden: true }, fields: 'title,hidden' } },
        { addNamedRange: { namedRange: { name: 'Here', range: { sheetId: 0 } } } },
        { addProtectedRange: { protectedRange: { range: { sheetId: 0 } } } },
        { appendCells: { sheetId: 0, rows: [{ values: [text('a')] }], fields: '*' } },
        { repeatCell: { range: { sheetId: 0, endRowIndex: 3 }, cell: { note: 'n' }, fields: 'note' } },
        {
          sortRange: {
            range: { sheetId: 0, endRowIndex: 3 },
            sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
          },
        },
        last,
      ),
    ).toThrow(/^Invalid requests\[11\]\./);
    expect(JSON.stringify(workbook)).toBe(before);
  });

  test('the same batch without the failing request lands altogether', () => {
    run(write(0, 0, [[text('first')]]), { addSheet: { properties: { title: 'More' } } });
    expect(shown('Items!A1')).toEqual([['first']]);
    expect(workbook.tabs.map(({ name }) => name)).toEqual(['Items', 'More']);
  });
});

describe('updateCells', () => {
  test('a stringValue is never parsed (docs/google.md G77)', () => {
    run(write(0, 0, [[text('=IMPORTDATA("http://x")'), text('01234'), text('2026-10-02'), text('TRUE')]]));
    expect(shown('Items!A1:D1')).toEqual([['=IMPORTDATA("http://x")', '01234', '2026-10-02', 'TRUE']]);
    expect(workbook.tab(0)?.extra(0, 0)?.formula).toBeUndefined();
  });

  test('it erases what its fields mask names and a cell does not carry (docs/google.md G76)', () => {
    const format = { numberFormat: { type: 'TEXT', pattern: '@' }, textFormat: { bold: true } };
    run(write(0, 0, [[{ ...text('a'), userEnteredFormat: format, note: 'n' }]], '*'));
    run(write(0, 0, [[{}]], 'userEnteredValue,userEnteredFormat.textFormat.bold'));
    expect(workbook.tab(0)?.value(0, 0)).toBeNull();
    expect(workbook.tab(0)?.extra(0, 0)).toEqual({
      format: { numberFormat: { type: 'TEXT', pattern: '@' } },
      note: 'n',
    });
    run(write(0, 0, [[{}]], '*'));
    expect(workbook.tab(0)?.extra(0, 0)).toBeUndefined();
  });

  test('with a range, the cells of the range that are not sent are erased too', () => {
    run(
      write(0, 0, [
        [text('a'), text('b')],
        [text('c'), text('d')],
      ]),
    );
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
    run({ updateCells: { range, rows: [{ values: [text('A')] }], fields: 'userEnteredValue' } });
    expect(shown('Items!A1:B2')).toEqual([['A']]);
  });

  test('a userEnteredValue is one of four; a number written with a date format is a date (docs/google.md G77)', () => {
    run(
      write(
        0,
        0,
        [
          [
            {
              userEnteredValue: { numberValue: 46297.5 },
              userEnteredFormat: { numberFormat: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' } },
            },
            { userEnteredValue: { boolValue: true } },
          ],
        ],
        'userEnteredValue,userEnteredFormat.numberFormat',
      ),
    );
    expect(shown('Items!A1:B1')).toEqual([['2026-10-02 12:00', 'TRUE']]);
    expect(() => run(write(0, 0, [[{ userEnteredValue: { stringValue: 'a', numberValue: 1 } }]]))).toThrow(/oneof/);
    expect(() => run(write(0, 0, [[{ userEnteredValue: { numberValue: '1' } }]]))).toThrow(/Invalid value/);
  });

  test('a cell holds 50,000 characters (docs/google.md G11)', () => {
    run(write(0, 0, [[text('x'.repeat(50_000))]]));
    expect(() => run(write(0, 0, [[text('x'.repeat(50_001))]]))).toThrow(/maximum of 50000 characters/);
  });

  test('a mask must be given and must name what there is', () => {
    expect(() => run(write(0, 0, [[text('a')]], ''))).toThrow(/At least one field must be listed in 'fields'/);
    expect(() => run(write(0, 0, [[text('a')]], 'userEnteredvalue'))).toThrow(/Invalid field: userEnteredvalue/);
  });
});

describe('rows', () => {
  test('appendCells writes after the last row with a value in any column, and grows the tab (docs/google.md G73)', () => {
    run({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { rowCount: 5 } },
        fields: 'gridProperties.rowCount',
      },
    });
    run(write(0, 0, [[text('a')]]), write(4, 3, [[{ userEnteredValue: { boolValue: false } }]]));
    run({ appendCells: { sheetId: 0, rows: [{ values: [text('b')] }], fields: 'userEnteredValue' } });
    expect(workbook.tab(0)?.value(5, 0)).toBe('b');
    expect(workbook.tab(0)?.rowCount).toBe(6);
  });

  test('one appendCells per tab and batch (docs/google.md G74)', () => {
    const append = { appendCells: { sheetId: 0, rows: [{ values: [text('b')] }], fields: 'userEnteredValue' } };
    expect(() => run(append, append)).toThrow(/two appendCells for one sheet in one batch/);
  });

  test('insertDimension with inheritFromBefore takes formats and dropdowns along, other new rows have none (docs/google.md G75)', () => {
    const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'paid' }] } };
    const format = { numberFormat: { type: 'CURRENCY', pattern: '$#,##0.00' } };
    run(write(1, 0, [[{ ...text('a'), userEnteredFormat: format, dataValidation: rule, note: 'n' }]], '*'));
    const insert = (startIndex: number, inheritFromBefore: boolean) => ({
      insertDimension: {
        range: { sheetId: 0, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 },
        inheritFromBefore,
      },
    });
    run(insert(2, true));
    run(insert(1, false));
    expect(workbook.tab(0)?.extra(3, 0)).toEqual({ format, validation: rule });
    expect(workbook.tab(0)?.value(3, 0)).toBeNull();
    expect(workbook.tab(0)?.extra(1, 0)).toBeUndefined();
    expect(workbook.tab(0)?.value(2, 0)).toBe('a');
  });

  test('rules, protections, named ranges and filters move with inserted and deleted rows', () => {
    const range = { sheetId: 0, startRowIndex: 2, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1 };
    const booleanRule = { condition: { type: 'NOT_BLANK' }, format: {} };
    run(
      { addConditionalFormatRule: { rule: { ranges: [range], booleanRule } } },
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Here', range } } },
      { addProtectedRange: { protectedRange: { protectedRangeId: 5, range, warningOnly: true } } },
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
    );
    const moved = { ...range, startRowIndex: 4, endRowIndex: 6 };
    expect(workbook.meta.namedRanges[0]?.range).toEqual(moved);
    expect(workbook.tab(0)?.meta.conditionalRules[0]?.ranges).toEqual([moved]);
    expect(workbook.tab(0)?.meta.protections[0]?.range).toEqual(moved);
    run({ deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 3, endIndex: 7 } } });
    expect(workbook.meta.namedRanges).toEqual([]);
    expect(workbook.tab(0)?.meta.conditionalRules).toEqual([]);
  });
});

describe('named ranges and ids', () => {
  test('addNamedRange with an id that exists fails, deleteNamedRange without one fails', () => {
    const add = (name: string) => ({
      addNamedRange: { namedRange: { namedRangeId: 'order-1', name, range: { sheetId: 0 } } },
    });
    run(add('One'));
    expect(() => run(add('Two'))).toThrow(/already exists/);
    run({ deleteNamedRange: { namedRangeId: 'order-1' } });
    expect(() => run({ deleteNamedRange: { namedRangeId: 'order-1' } })).toThrow(/No named range with ID: order-1/);
  });
});

describe('answers', () => {
  test('replies are empty, but the same call reads back when asked to (docs/google.md G78)', () => {
    const resource = {
      requests: [write(0, 0, [[text('id-1')], [text('id-2')]])],
      includeSpreadsheetInResponse: true,
      responseRanges: ['Items!A1:A1000'],
      responseIncludeGridData: true,
    };
    // biome-ignore lint/suspicious/noExplicitAny: the API's resource.
    const answer = batchUpdate(workbook, resource, writing) as any;
    expect(answer.replies).toEqual([{}]);
    const [data] = answer.updatedSpreadsheet.sheets[0].data;
    // biome-ignore lint/suspicious/noExplicitAny: the API's resource.
    expect(data.rowData.map((row: any) => row.values[0].userEnteredValue.stringValue)).toEqual(['id-1', 'id-2']);
    expect(data.rowData[0].values[0].formattedValue).toBe('id-1');
  });

  test('an unknown request, an unknown top-level field and no request at all are refused', () => {
    expect(() => run({ findReplace: {} })).toThrow(/not available in the local Apps Script: .*findReplace/);
    expect(() => batchUpdate(workbook, { requests: [], extra: 1 }, writing)).toThrow(/Unknown name "extra"/);
    expect(() => run()).toThrow(/Must specify at least one request/);
  });
});

describe('rights', () => {
  const as = (user: string) => ({ ...writing, user });

  test('a protected cell that the user may not edit fails the whole batch (docs/google.md G81)', () => {
    run({ addProtectedRange: { protectedRange: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 } } } });
    const requests = [write(5, 0, [[text('x')]]), write(0, 0, [[text('y')]])];
    expect(() => batchUpdate(workbook, { requests }, as(EDITOR))).toThrow(/requests\[1\].*protected cell/);
    expect(shown('Items!A1:A10')).toBeUndefined();
    batchUpdate(workbook, { requests }, as(OWNER));
    expect(shown('Items!A1')).toEqual([['y']]);
  });

  test('a warning-only protection stops no write', () => {
    run({ addProtectedRange: { protectedRange: { range: { sheetId: 0 }, warningOnly: true } } });
    batchUpdate(workbook, { requests: [write(0, 0, [[text('x')]])] }, as(EDITOR));
    expect(shown('Items!A1')).toEqual([['x']]);
  });

  test('[?] whether a rejecting validation stops an API write: both positions', () => {
    const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'paid' }] }, strict: true };
    run({ setDataValidation: { range: { sheetId: 0, endRowIndex: 1, endColumnIndex: 1 }, rule } });
    const requests = [write(0, 0, [[text('lost')]])];
    const strict = { ...writing, switches: { ...writing.switches, apiObeysValidation: true } };
    expect(() => batchUpdate(workbook, { requests }, strict)).toThrow(/The data you entered in cell A1 violates/);
    expect(shown('Items!A1')).toBeUndefined();
    batchUpdate(workbook, { requests }, writing);
    expect(shown('Items!A1')).toEqual([['lost']]);
  });
});

import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, evaluate, openOffice } from '../../testing';

afterAll(closeOffices);

const sheet = 'const sheet = SpreadsheetApp.getActive().getSheets()[0];';

describe('values (docs/google.md 4)', () => {
  test('getValues gives numbers, booleans, Dates and strings; a blank is an empty string', async () => {
    const kinds = await evaluate(`${sheet}
      sheet.getRange('A1:E1').setValues([[1.5, true, new Date(2026, 9, 2, 12), 'text', '']]);
      return sheet.getRange('A1:E1').getValues()[0].map((v) => v instanceof Date ? 'Date ' + v.toISOString() : typeof v + ' ' + v);`);
    expect(kinds).toEqual(['number 1.5', 'boolean true', 'Date 2026-10-02T16:00:00.000Z', 'string text', 'string ']);
  });

  test('getDisplayValues gives strings', async () => {
    const shown = await evaluate(`${sheet}
      sheet.getRange('A1:C1').setValues([[1234.5, false, new Date(2026, 9, 2, 9, 5)]]).setNumberFormats([['$#,##0.00', 'General', 'yyyy-mm-dd hh:mm']]);
      return sheet.getRange('A1:D1').getDisplayValues();`);
    expect(shown).toEqual([['$1,234.50', 'FALSE', '2026-10-02 09:05', '']]);
  });

  test('arrays and Dates are those of the script', async () => {
    const answer = await evaluate(`${sheet}
      sheet.getRange('A1').setValue(new Date(0));
      const values = sheet.getRange('A1').getValues();
      return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date, sheet.getRange('A1') instanceof sheet.getRange('B1').constructor];`);
    expect(answer).toEqual([true, true, true, true]);
  });

  test('setValue and appendRow read strings as if typed; numbers, booleans and Dates are never re-read', async () => {
    const answer = await evaluate(`${sheet}
      sheet.appendRow(['0012', '2026-10-02', 'TRUE', '=1+1', "'0012", 12, false]);
      return [sheet.getRange('A1:C1').getDisplayValues()[0], sheet.getRange('E1:G1').getDisplayValues()[0], sheet.getRange('A1').getValue(), sheet.getRange('D1').getFormula()];`);
    expect(answer).toEqual([['12', '2026-10-02', 'TRUE'], ['0012', '12', 'FALSE'], 12, '=1+1']);
  });

  test('a cell whose number format was @ before the write keeps the string', async () => {
    const answer = await evaluate(`${sheet}
      sheet.getRange('A1').setNumberFormat('@').setValue('0012');
      sheet.getRange('A2').setValue('0012').setNumberFormat('@');
      return [sheet.getRange('A1').getValue(), sheet.getRange('A2').getValue()];`);
    expect(answer).toEqual(['0012', 12]);
  });

  test('[?] whether @ alone stops a leading =: both positions', async () => {
    for (const [stops, shown] of [
      [true, '=1'],
      [false, '1'],
    ] as const) {
      const office = openOffice({
        script: {
          'Code.js': `function main() { ${sheet} return sheet.getRange('A1').setNumberFormat('@').setValue('=1').getDisplayValue(); }`,
        },
      });
      office.world.switches.textFormatStopsFormulas = stops;
      expect((await office.call('main')).outcome).toMatchObject({ value: { value: shown } });
    }
  });

  test('getLastRow counts content, not formats or validation, and is 0 on an empty tab', async () => {
    const answer = await evaluate(`${sheet}
      const empty = sheet.getLastRow();
      sheet.getRange('A1:A50').setBackground('red').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a']).build());
      const formats = sheet.getLastRow();
      sheet.getRange('C7').setValue('x');
      return [empty, formats, sheet.getLastRow(), sheet.getLastColumn()];`);
    expect(answer).toEqual([0, 0, 7, 3]);
  });

  test('a new tab is 1000 x 26; setValues does not grow it, appendRow does', async () => {
    const answer = await evaluate(`
      const sheet = SpreadsheetApp.getActive().insertSheet('New');
      const size = [sheet.getMaxRows(), sheet.getMaxColumns()];
      sheet.getRange('A1000').setValue('last');
      let error = '';
      try { sheet.getRange(1001, 1).setValues([['x']]); } catch (e) { error = e.message; }
      sheet.appendRow(['more']);
      return [size, error, sheet.getMaxRows(), sheet.getLastRow()];`);
    expect(answer).toEqual([
      [1000, 26],
      'The coordinates of the range are outside the dimensions of the sheet.',
      1001,
      1001,
    ]);
  });

  test('TextFinder matches partially and case-insensitively by default, entire cells and case on request', async () => {
    const answer = await evaluate(`${sheet}
      sheet.getRange('A1:B4').setValues([['id-1', ''], ['ID-12', 'id-12'], ['id-12', ''], ['', 'x']]);
      const found = (finder) => finder.findAll().map((range) => range.getA1Notation());
      const column = sheet.getRange('A1:A4');
      const next = sheet.createTextFinder('id-12').matchEntireCell(true);
      return [found(column.createTextFinder('id-1')), found(column.createTextFinder('id-12').matchEntireCell(true).matchCase(true)),
        [next.findNext().getA1Notation(), next.findNext().getA1Notation(), next.findNext().getA1Notation(), next.findNext()]];`);
    expect(answer).toEqual([['A1', 'A2', 'A3'], ['A3'], ['A2', 'B2', 'A3', null]]);
  });

  test('getNextDataCell goes to the edge of a block and over gaps', async () => {
    const answer = await evaluate(`${sheet}
      sheet.getRange('A1:A6').setValues([['a'], ['b'], [''], [''], ['c'], ['d']]);
      const down = (from) => sheet.getRange(from).getNextDataCell(SpreadsheetApp.Direction.DOWN).getRow();
      return [down('A1'), down('A2'), down('A5'), down('A6'), sheet.getRange('A1000').getNextDataCell(SpreadsheetApp.Direction.UP).getRow()];`);
    expect(answer).toEqual([2, 5, 6, 1000, 6]);
  });

  test('a Date written into a cell without a number format gives it a date format; a set format stays', async () => {
    const answer = await evaluate(`${sheet}
      const when = new Date(2026, 9, 2, 9, 5);
      sheet.getRange('A1').setValue(when);
      sheet.getRange('A2').setNumberFormat('yyyy-mm-dd').setValue(when);
      sheet.getRange('A3:B3').setValues([[when, 5]]);
      sheet.appendRow([when]);
      return [sheet.getRange('A1:A4').getValues().map(([value]) => value instanceof Date && value.getTime() === when.getTime()),
        sheet.getRange('A1:A4').getNumberFormats().map(([format]) => format), sheet.getRange('A1').getDisplayValue(), sheet.getRange('B3').getNumberFormat()];`);
    expect(answer).toEqual([
      [true, true, true, true],
      ['m/d/yyyy h:mm:ss', 'yyyy-mm-dd', 'm/d/yyyy h:mm:ss', 'm/d/yyyy h:mm:ss'],
      '10/2/2026 9:05:00',
      'General',
    ]);
  });

  test('dates keep their moment in a spreadsheet of another time zone', async () => {
    const answer = await evaluate(`${sheet}
      SpreadsheetApp.getActive().setSpreadsheetTimeZone('Asia/Kolkata');
      sheet.getRange('A1').setValue(new Date(Date.UTC(2026, 9, 2, 20))).setNumberFormat('yyyy-mm-dd hh:mm');
      return [sheet.getRange('A1').getDisplayValue(), sheet.getRange('A1').getValue().getTime()];`);
    expect(answer).toEqual(['2026-10-03 01:30', Date.UTC(2026, 9, 2, 20)]);
  });
});

describe('messages, to the letter (docs/google.md G67)', () => {
  const message = (call: string) =>
    evaluate(
      `${sheet} try { ${call}; return 'no error'; } catch (e) { return e.name + ': ' + e.message + ' | ' + String(e); }`,
    );

  test.each([
    [
      'sheet.getRange("A1:A526").setValues([["x"]])',
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 526.',
    ],
    [
      'sheet.getRange("A1:B1").setValues([["x"]])',
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    ['sheet.getRange(1, 1, 0, 1)', 'The number of rows in the range must be at least 1.'],
    ['sheet.getRange(1, 1, 1, 0)', 'The number of columns in the range must be at least 1.'],
    ['sheet.getRange(1001, 1)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    [
      'sheet.getRange("A1").copyTo("A2", "x")',
      "The parameters (String,String) don't match the method signature for SpreadsheetApp.Range.copyTo.",
    ],
    [
      'sheet.getRange("A", 1)',
      "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
    [
      'sheet.setFrozenRows("1")',
      "The parameters (String) don't match the method signature for SpreadsheetApp.Sheet.setFrozenRows.",
    ],
    ['sheet.getRange("no range")', 'Range not found'],
  ])('%s', async (call, text) => {
    expect(await message(call)).toBe(`Exception: ${text} | Exception: ${text}`);
  });

  test('a rejecting rule: one bad cell fails the whole write', async () => {
    const answer = await evaluate(`${sheet}
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['paid', 'pending']).setAllowInvalid(false).build();
      sheet.getRange('G379').setDataValidation(rule);
      let text = '';
      try { sheet.getRange('G378:G379').setValues([['good'], ['lost']]); } catch (e) { text = e.message; }
      return [text, sheet.getRange('G378').getValue()];`);
    expect(answer).toEqual([
      'The data you entered in cell G379 violates the data validation rules set on this cell.',
      '',
    ]);
  });

  test('the default of a rule is a warning only', async () => {
    const answer = await evaluate(`${sheet}
      sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['paid']).build());
      return [sheet.getRange('A1').setValue('lost').getValue(), sheet.getRange('A1').getDataValidation().getAllowInvalid()];`);
    expect(answer).toEqual(['lost', true]);
  });
});

describe('strict', () => {
  test.each([
    ['SpreadsheetApp.foo', 'SpreadsheetApp.foo'],
    ['SpreadsheetApp.getActive().foo()', 'Spreadsheet.foo'],
    ['SpreadsheetApp.getActive().getSheets()[0].foo()', 'Sheet.foo'],
    ['SpreadsheetApp.getActive().getRange("A1").foo()', 'Range.foo'],
    ['Sheets.Spreadsheets.foo({})', 'Sheets.Spreadsheets.foo'],
    ['SpreadsheetApp.newDataValidation().foo()', 'DataValidationBuilder.foo'],
  ])('%s is not available', async (call, name) => {
    await expect(evaluate(`${call}`)).rejects.toThrow(`not available in the local Apps Script: ${name}`);
  });

  test('the objects pass JSON, string and then checks', async () => {
    const answer = await evaluate(`const range = SpreadsheetApp.getActive().getRange('A1');
      return [JSON.stringify(range), String(range), typeof range.then];`);
    expect(answer).toEqual(['{}', 'Range', 'undefined']);
  });

  test('a rule that was not built is refused', async () => {
    await expect(
      evaluate(
        `SpreadsheetApp.getActive().getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a']))`,
      ),
    ).rejects.toThrow(/don't match the method signature for SpreadsheetApp.Range.setDataValidation/);
  });
});

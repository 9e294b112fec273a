import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, evaluate, openOffice } from '../../testing';

afterAll(closeOffices);

const setUp = `const file = SpreadsheetApp.getActive(); const id = file.getId(); const sheet = file.getSheets()[0];
  const write = (text) => Sheets.Spreadsheets.batchUpdate({ requests: [{ updateCells: { start: { sheetId: sheet.getSheetId(), rowIndex: 0, columnIndex: 0 },
    rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }], fields: 'userEnteredValue' } }] }, id);`;

describe('the quota of the Sheets advanced service (docs/google.md G9)', () => {
  test('60 writes a minute, then it throws at once, with its own name and details.code 429', async () => {
    const answer = await evaluate(`${setUp}
      for (let i = 0; i < 60; i++) write('w' + i);
      try { write('one too many'); } catch (e) { return [e.name, e.message, e.details.code, sheet.getRange('A1').getValue()]; }`);
    expect(answer).toEqual([
      'GoogleJsonResponseException',
      expect.stringMatching(
        /^API call to sheets\.spreadsheets\.batchUpdate failed with error: Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user' of service 'sheets\.googleapis\.com' for consumer 'project_number:\d+'/,
      ),
      429,
      'w59',
    ]);
  });

  test('60 reads a minute, counted apart from writes', async () => {
    const answer = await evaluate(`${setUp}
      for (let i = 0; i < 60; i++) Sheets.Spreadsheets.Values.get(id, 'A1');
      write('still');
      try { Sheets.Spreadsheets.Values.batchGet(id, { ranges: ['A1'] }); } catch (e) { return e.message; }`);
    expect(answer).toMatch(/Quota exceeded for quota metric 'Read requests'/);
  });

  test('a minute later there are 60 again, and the quota can be switched off', async () => {
    const office = openOffice({
      script: {
        'Code.js': `function main(count) { ${setUp} for (let i = 0; i < count; i++) write('w' + i); return 'done'; }`,
      },
    });
    expect((await office.call('main', [60])).outcome.status).toBe('completed');
    expect((await office.call('main', [1])).outcome.status).toBe('failed');
    office.world.clock.advance(60_000);
    expect((await office.call('main', [60])).outcome.status).toBe('completed');
    office.world.switches.apiQuota = false;
    expect((await office.call('main', [100])).outcome.status).toBe('completed');
  });
});

describe('the Sheets advanced service (docs/google.md 5)', () => {
  test('an error names the method, and a batch that fails changes nothing', async () => {
    const answer = await evaluate(`${setUp}
      write('kept');
      const bad = { requests: [{ updateCells: { start: { sheetId: 0 }, rows: [{ values: [{}] }], fields: '*' } }, { deleteSheet: { sheetId: 99 } }] };
      try { Sheets.Spreadsheets.batchUpdate(bad, id); } catch (e) { return [e.message, e.details.code, sheet.getRange('A1').getValue()]; }`);
    expect(answer).toEqual([
      'API call to sheets.spreadsheets.batchUpdate failed with error: Invalid requests[1].deleteSheet: No grid with id: 99',
      400,
      'kept',
    ]);
  });

  test('there is no revision check: coordinates from an old read hit whatever is there now', async () => {
    const answer = await evaluate(`${setUp}
      sheet.getRange('A1:B2').setValues([['first', ''], ['second', '']]);
      const row = sheet.getRange('A1:A2').getValues().findIndex(([id]) => id === 'second');
      sheet.insertRowBefore(1);
      Sheets.Spreadsheets.batchUpdate({ requests: [{ updateCells: { start: { sheetId: sheet.getSheetId(), rowIndex: row, columnIndex: 1 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'paid' } }] }], fields: 'userEnteredValue' } }] }, id);
      return sheet.getRange('A1:B3').getValues();`);
    expect(answer).toEqual([
      ['', ''],
      ['first', 'paid'],
      ['second', ''],
    ]);
  });

  test('Values.batchGet with valueRenderOption and dateTimeRenderOption', async () => {
    const answer = await evaluate(`${setUp}
      sheet.getRange('A1:D1').setValues([[1234.5, new Date(2026, 9, 2, 12), '=HYPERLINK("http://x.example","x")', '']]);
      sheet.getRange('A1:B1').setNumberFormats([['$#,##0.00', 'yyyy-mm-dd hh:mm']]);
      const get = (options) => Sheets.Spreadsheets.Values.batchGet(id, { ranges: ['Sheet1!A1:D10'], ...options }).valueRanges[0];
      return [get({}), get({ valueRenderOption: 'UNFORMATTED_VALUE' }).values, get({ valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'FORMATTED_STRING' }).values, get({ valueRenderOption: 'FORMULA' }).values];`);
    expect(answer).toEqual([
      { range: 'Sheet1!A1:D10', majorDimension: 'ROWS', values: [['$1,234.50', '2026-10-02 12:00', 'x']] },
      [[1234.5, 46297.5, 'x']],
      [[1234.5, '2026-10-02 12:00', 'x']],
      [[1234.5, 46297.5, '=HYPERLINK("http://x.example","x")']],
    ]);
  });

  test('a range without values has no values in its answer', async () => {
    expect(await evaluate(`${setUp} return Sheets.Spreadsheets.Values.get(id, 'Sheet1!A1:B2');`)).toEqual({
      range: 'Sheet1!A1:B2',
      majorDimension: 'ROWS',
    });
  });

  test('get gives the tabs, cut to the fields asked for', async () => {
    const answer = await evaluate(`${setUp} file.insertSheet('Items').hideSheet();
      return Sheets.Spreadsheets.get(id, { fields: 'sheets(properties(title,hidden))' });`);
    expect(answer).toEqual({
      sheets: [{ properties: { title: 'Sheet1' } }, { properties: { title: 'Items', hidden: true } }],
    });
  });

  test('[?] what the API has written is seen by SpreadsheetApp in the same execution: both positions', async () => {
    for (const [late, seen] of [
      [false, 'by the API'],
      [true, 'before'],
    ] as const) {
      const office = openOffice({
        script: {
          'Code.js': `function main() { ${setUp} sheet.getRange('A1').setValue('before'); SpreadsheetApp.flush(); write('by the API'); return sheet.getRange('A1').getValue(); }
          function later() { return SpreadsheetApp.getActive().getSheets()[0].getRange('A1').getValue(); }`,
        },
      });
      office.world.switches.apiWritesSeenLate = late;
      expect((await office.call('main')).outcome).toMatchObject({ value: { value: seen } });
      expect((await office.call('later')).outcome).toMatchObject({ value: { value: 'by the API' } });
    }
  });

  test('a file that is not there or not shared is refused', async () => {
    await expect(evaluate(`Sheets.Spreadsheets.get('nothing')`)).rejects.toThrow(
      /spreadsheets\.get failed with error: Requested entity was not found/,
    );
    await expect(evaluate(`SpreadsheetApp.openById('nothing')`)).rejects.toThrow(/Document nothing is missing/);
  });
});

test('what a batch reads back of cells is what get returns, whatever is in them', async () => {
  const [readBack, got] = (await evaluate(`${setUp}
    sheet.getRange('A2:C5').setValues([['text', 12.5, true], ['', new Date(2026, 1, 3), '=12'], ["'007", '=HYPERLINK("a")', ''], ['', '', 'last']]);
    sheet.getRange('A3:A4').setNumberFormat('@').setNote('a note');
    sheet.getRange('B2').setNumberFormat('$0.00').setBackground('#ff0000');
    sheet.getRange('A2:A5').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['text', 'other']).build());
    sheet.getRange('A8').setFontWeight('bold');
    const ranges = ["'" + sheet.getName() + "'!A2:A", "'" + sheet.getName() + "'!B1:C9", "'" + sheet.getName() + "'!E1:F2"];
    const request = { updateSheetProperties: { properties: { sheetId: sheet.getSheetId(), index: 0 }, fields: 'index' } };
    const answer = Sheets.Spreadsheets.batchUpdate(
      { requests: [request], includeSpreadsheetInResponse: true, responseIncludeGridData: true, responseRanges: ranges }, id);
    const got = Sheets.Spreadsheets.get(id, { ranges: ranges, includeGridData: true });
    return [answer.updatedSpreadsheet.sheets[0].data, got.sheets[0].data];`)) as [unknown[], unknown[]];
  expect(readBack).toEqual(got);
  expect(JSON.stringify(readBack)).toContain('"formattedValue":"last"');
});

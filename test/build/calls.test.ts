import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { callList } from '../../tools/build/calls.mjs';

const calls = (code: string) => callList(join(__dirname, '../..'), code);

test('a call on a service is listed as it is written', async () => {
  expect(await calls('function f(id) { MailApp.sendEmail({}); Sheets.Spreadsheets.batchUpdate({}, id); }')).toEqual([
    'MailApp.sendEmail',
    'Sheets.Spreadsheets.batchUpdate',
  ]);
});

test('a call on what a service answered is listed with the classes that have such a method', async () => {
  expect(await calls("function f(id) { SpreadsheetApp.openById(id).getSheetByName('Orders').appendRow([]); }")).toEqual(
    ['Sheet|Spreadsheet.appendRow', 'Spreadsheet.getSheetByName', 'SpreadsheetApp.openById'],
  );
});

test('calls of the language are not taken for calls of Google', async () => {
  expect(
    await calls('function f(list) { return list.map(String).join().trim().replace(/a/, list.toString()); }'),
  ).toEqual([]);
});

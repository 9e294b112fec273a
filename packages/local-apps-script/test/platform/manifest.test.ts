import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from 'local-apps-script/testing';

afterAll(closeOffices);

const SCRIPT = `
function kind() { return typeof Sheets; }
function use() { return Sheets.Spreadsheets.get(SpreadsheetApp.getActive().getId()).spreadsheetId.length > 0; }
function renamed() { return SheetsAPI.Spreadsheets.get(SpreadsheetApp.getActive().getId()).spreadsheetId.length > 0; }
function drive() { return Drive.Files.list(); }`;

const withServices = (...enabledAdvancedServices: object[]) =>
  openOffice({
    script: {
      'Code.js': SCRIPT,
      'appsscript.json': JSON.stringify({ timeZone: 'America/New_York', dependencies: { enabledAdvancedServices } }),
    },
  });

const sheets = (userSymbol: string) => ({ userSymbol, serviceId: 'sheets', version: 'v4' });

test('an advanced service that the manifest does not list is not defined, as with Google', async () => {
  for (const office of [
    withServices(),
    openOffice({ script: { 'Code.js': SCRIPT, 'appsscript.json': '{"timeZone":"America/New_York"}' } }),
  ]) {
    expect(await office.run({ function: 'kind' })).toEqual({ result: 'undefined' });
    const { record } = await office.call('use');
    expect(record).toMatchObject({
      error: 'ReferenceError: Sheets is not defined',
      place: { file: 'Code.js', line: 3 },
    });
  }
});

test('one that it lists is there, by the name that it gives', async () => {
  expect(await withServices(sheets('Sheets')).run({ function: 'use' })).toEqual({ result: true });
  const office = withServices(sheets('SheetsAPI'));
  expect(await office.run({ function: 'renamed' })).toEqual({ result: true });
  expect(await office.run({ function: 'kind' })).toEqual({ result: 'undefined' });
});

test('one that it lists and that is not built is refused by name', async () => {
  const office = withServices({ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' });
  const { record } = await office.call('drive');
  expect(record.error).toBe(
    'Exception: not available in the local Apps Script: Drive (the advanced service drive).Files',
  );
  expect(await withServices().run({ function: 'drive' })).toMatchObject({ error: { message: 'Drive is not defined' } });
});

test('a folder without a manifest, as the examples of the docs are, has the Sheets service', async () => {
  const office = openOffice({ script: { 'Code.js': SCRIPT } });
  expect(await office.run({ function: 'use' })).toEqual({ result: true });
});

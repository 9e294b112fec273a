import { afterAll, describe, expect, test } from '@jest/globals';
import { RequestError } from '../../google/workbook/api/api-error';
import { ApiQuota } from '../../google/workbook/api/quota';
import { closeOffices, openOffice } from '../../testing';

afterAll(closeOffices);

const SCRIPT = {
  'Code.js': `
function property() { PropertiesService.getScriptProperties().setProperty('a', 'b'); return PropertiesService.getScriptProperties().getProperty('a'); }
function fetch() { return UrlFetchApp.fetch('http://localhost:9/').getContentText(); }
function make() { return SpreadsheetApp.create('Another').getName(); }
function copy() { return DriveApp.getFileById(SpreadsheetApp.getActive().getId()).makeCopy('Copy').getName(); }
function install() { ScriptApp.newTrigger('work').timeBased().everyMinutes(10).create(); }
function installEdit() { ScriptApp.newTrigger('api').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
function work() { Utilities.sleep(4 * 60000); PropertiesService.getUserProperties().setProperty('last', new Date().toISOString()); }
function doGet() { return api(); }
function api() { Sheets.Spreadsheets.Values.get(SpreadsheetApp.getActive().getId(), 'A1'); return ContentService.createTextOutput('read'); }`,
};

const OPERATOR = 'operator@example.com';
const DAY = 86_400_000;

type Opened = ReturnType<typeof openOffice>;

const used = (office: Opened, key: string, amount: number): void =>
  office.world.use.add(`${key} ${OPERATOR}`, amount, office.world.clock.now());

const withFetch = (): Opened => {
  const office = openOffice({ script: SCRIPT });
  office.world.fetch = () => ({ status: 200, headers: {}, body: 'fetched' });
  return office;
};

describe('limits a day (docs/google.md G1 to G5)', () => {
  test.each([
    ['consumer', 'properties', 50_000, 'property', 2],
    ['workspace', 'properties', 500_000, 'property', 2],
    ['consumer', 'urlfetch', 20_000, 'fetch', 1],
    ['workspace', 'urlfetch', 100_000, 'fetch', 1],
    ['consumer', 'spreadsheets', 250, 'make', 1],
    ['workspace', 'spreadsheets', 3200, 'make', 1],
    ['consumer', 'spreadsheets', 250, 'copy', 1],
  ] as const)('%s: %s %d a day, for %s', async (account, service, most, name, calls) => {
    const office = withFetch();
    office.world.switches.account = account;
    used(office, service, most - calls);
    expect(await office.run({ function: name })).toHaveProperty('result');
    expect(await office.run({ function: name })).toEqual({
      error: { name: 'Exception', message: `Service invoked too many times for one day: ${service}.` },
    });
    expect(await office.run({ function: 'property', as: 'staff' })).toEqual({ result: 'b' });
    office.world.clock.advance(DAY);
    expect(await office.run({ function: name })).toHaveProperty('result');
  });

  test.each([
    ['consumer', 90],
    ['workspace', 360],
  ] as const)('%s: installed triggers run %d minutes a day in all', async (account, minutes) => {
    const office = openOffice({ script: SCRIPT });
    office.world.switches.account = account;
    await office.call('install');
    used(office, 'trigger time', (minutes - 5) * 60_000);
    await office.advance(40 * 60_000);
    const ends = office.records.filter((record) => record.function === 'work').map(({ error }) => error);
    expect(ends).toEqual([
      null,
      null,
      'Exception: Service using too much computer time for one day',
      'Exception: Service using too much computer time for one day',
    ]);
    expect(await office.run({ function: 'property' })).toEqual({ result: 'b' });
  });

  test('any quota can be near its end', async () => {
    const office = withFetch();
    Object.assign(office.world.switches, { propertyQuota: 3, fetchQuota: 0, spreadsheetQuota: 0, triggerTimeQuota: 0 });
    expect(await office.run({ function: 'property' })).toEqual({ result: 'b' });
    expect(await office.run({ function: 'property' })).toHaveProperty('error');
    expect(await office.run({ function: 'fetch' })).toHaveProperty('error');
    expect(await office.run({ function: 'make' })).toHaveProperty('error');
    await office.call('install');
    await office.advance(10 * 60_000);
    expect(office.records.at(-1)).toMatchObject({ function: 'work', status: 'failed' });
  });
});

describe('limits a minute (docs/google.md G7 and G9)', () => {
  test('all web-app calls and all triggers are one user', async () => {
    const office = openOffice({ script: SCRIPT });
    const get = async () => (await office.request({ method: 'GET' })).status;
    for (let calls = 0; calls < 59; calls++) expect(await get()).toBe(302);
    await office.call('installEdit');
    const edited = () => office.edit({ sheet: 'Sheet1', range: 'A1', values: [['x']], user: 'staff' });
    expect((await edited()).executions).toMatchObject([{ function: 'api', error: null }]);
    expect((await edited()).executions).toMatchObject([
      { function: 'api', error: expect.stringContaining("limit 'Read requests per minute per user'") },
    ]);
    expect(await get()).toBe(200);
    expect((await office.call('api', [], 'staff')).record.error).toBeNull();
  });

  test('300 reads and 300 writes a minute per project', () => {
    const quota = new ApiQuota();
    for (let user = 0; user < 5; user++) {
      for (let calls = 0; calls < 60; calls++) quota.count('Write', `user${user}`, 0);
    }
    expect(() => quota.count('Write', 'user5', 59_999)).toThrow(RequestError);
    expect(() => quota.count('Write', 'user5', 59_999)).toThrow(/limit 'Write requests per minute' of service/);
    quota.count('Read', 'user5', 59_999);
    quota.count('Write', 'user5', 60_000);
  });
});

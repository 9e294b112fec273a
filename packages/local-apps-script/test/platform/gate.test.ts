import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from '../../testing';

afterAll(closeOffices);

const SCRIPT = {
  'Code.js': `
function store() { return PropertiesService.getScriptProperties(); }
function write() {
  try { store().setProperty('a', '1'); } catch (error) { note(error); }
  try { store().setProperty('b', '2'); } catch (error) { note(error); } finally { MailApp.sendEmail('finally@example.com', 'S', 'B'); }
  return 'done';
}
function note(error) { store().setProperty('caught', String(error)); }
function mixed() { store().getProperty('x'); store().getProperty('y'); CacheService.getScriptCache().get('z'); new Date(); Utilities.getUuid(); Session.getScriptTimeZone(); }
function loop() { for (;;) store().getProperty('x'); }
function sleeper() { Utilities.sleep(300000); Utilities.sleep(59000); store().setProperty('still', 'here'); Utilities.sleep(2000); store().setProperty('too', 'late'); }
function onOpen() { Utilities.sleep(31000); store().setProperty('too', 'late'); }`,
};

const stored = (office: ReturnType<typeof openOffice>) => office.world.properties.read(`script:${office.bound}`);

test('service calls are counted by name; navigation is not', async () => {
  const office = openOffice({ script: SCRIPT });
  const { record } = await office.call('mixed');
  expect(record.calls).toEqual({ 'Properties.getProperty': 2, 'Cache.get': 1 });
});

test('each call has an estimated cost: property get 30 ms, cache get 3 ms', async () => {
  const office = openOffice({ script: SCRIPT });
  expect((await office.call('mixed')).record.cost).toBe(63);
});

test('a fault before: the n-th call throws and nothing landed; the others are as ever', async () => {
  const office = openOffice({ script: SCRIPT });
  office.addFault({ service: 'Properties.setProperty', nth: 2, kind: 'before', message: 'Service unavailable' });
  expect(await office.run({ function: 'write' })).toEqual({ result: 'done' });
  expect(stored(office)).toEqual({ a: '1', caught: 'Exception: Service unavailable' });
});

test('a fault after: the call throws, but the work is done', async () => {
  const office = openOffice({ script: SCRIPT });
  office.addFault({ service: 'Properties.setProperty', nth: 1, kind: 'after' });
  await office.run({ function: 'write' });
  expect(stored(office)).toEqual({
    a: '1',
    b: '2',
    caught: "Exception: We're sorry, a server error occurred. Please wait a bit and try again.",
  });
});

test.each(['direct', 'workers'] as const)(
  'killed before: it did not land, and neither catch nor finally does anything any more (%s)',
  async (transport) => {
    const office = openOffice({ script: SCRIPT, transport });
    office.addFault({ service: 'Properties.setProperty', nth: 1, kind: 'kill-before' });
    const { record } = await office.call('write');
    expect(record.status).toBe('killed');
    expect(stored(office)).toEqual({});
    expect(office.mail().mails).toEqual([]);
  },
);

test.each(['direct', 'workers'] as const)('killed after: it landed, and nothing after it (%s)', async (transport) => {
  const office = openOffice({ script: SCRIPT, transport });
  office.addFault({ service: 'Properties.setProperty', nth: 1, kind: 'kill-after' });
  expect((await office.call('write')).record.status).toBe('killed');
  expect(stored(office)).toEqual({ a: '1' });
  expect(office.mail().mails).toEqual([]);
});

test('after a kill the next execution works, in a new worker', async () => {
  const office = openOffice({ script: SCRIPT, transport: 'workers' });
  office.addFault({ service: 'Properties.setProperty', nth: 1, kind: 'kill-before' });
  await office.call('write');
  expect((await office.call('write')).record.status).toBe('completed');
});

test('a late fault throws now and lands when the clock moves', async () => {
  const office = openOffice({ script: SCRIPT });
  office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'late' });
  expect((await office.call('write')).record.status).toBe('failed');
  expect(office.mail().mails).toEqual([]);
  await office.advance(1000);
  expect(office.mail().mails).toMatchObject([{ to: 'finally@example.com', time: '2026-10-02T15:00:00.000Z' }]);
});

test('a late fault lands when the test says so', async () => {
  const office = openOffice({ script: SCRIPT });
  office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'late' });
  await office.call('write');
  office.gate.landLate();
  expect(office.mail().mails).toHaveLength(1);
});

test('cleared injected faults do not strike', async () => {
  const office = openOffice({ script: SCRIPT });
  office.addFault({ service: 'Properties.setProperty', nth: 1, kind: 'kill-before' });
  office.clearFaults();
  expect(await office.run({ function: 'write' })).toEqual({ result: 'done' });
});

test('one execution has 6 minutes: with costs that move the clock, an endless loop of calls ends', async () => {
  const office = openOffice({ script: SCRIPT });
  office.world.switches.costsMoveClock = true;
  office.addFault({ service: 'Properties.getProperty', nth: 12_002, kind: 'kill-before' });
  const { record } = await office.call('loop');
  expect([record.status, record.error]).toEqual(['timed out', 'Exceeded maximum execution time']);
  expect(record.calls['Properties.getProperty']).toBe(12_001);
});

test('one execution has 6 minutes of the world’s time, not a second more', async () => {
  const office = openOffice({ script: SCRIPT });
  expect((await office.call('sleeper')).record.status).toBe('timed out');
  expect(stored(office)).toEqual({ still: 'here' });
});

test('a simple trigger has 30 s', async () => {
  const office = openOffice({ script: SCRIPT });
  await office.openSheet();
  expect(office.records[0]).toMatchObject({ function: 'onOpen', status: 'timed out' });
  expect(stored(office)).toEqual({});
});

const scoped = (...oauthScopes: string[]) => ({
  ...SCRIPT,
  'appsscript.json': JSON.stringify({
    timeZone: 'America/New_York',
    oauthScopes: oauthScopes.map((name) => `https://www.googleapis.com/auth/${name}`),
  }),
});

test('a call whose scope the manifest does not list fails as it would', async () => {
  const office = openOffice({ script: scoped('spreadsheets') });
  const { record } = await office.call('write');
  expect(record.error).toBe(
    'Exception: Specified permissions are not sufficient to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail',
  );
});

test('a call whose scope is listed, or that needs none, is made', async () => {
  const office = openOffice({ script: scoped('script.send_mail') });
  expect((await office.call('write')).record.status).toBe('completed');
});

test('a script without a list of scopes has them all', async () => {
  const office = openOffice({ script: { ...SCRIPT, 'appsscript.json': '{"timeZone":"America/New_York"}' } });
  expect((await office.call('write')).record.status).toBe('completed');
});

test('executions are listed with what they called', async () => {
  const office = openOffice({ script: SCRIPT });
  await office.run({ function: 'mixed' });
  await office.run({ function: 'write' });
  expect(office.executions('1').executions).toMatchObject([
    {
      id: '2',
      kind: 'dialog',
      function: 'write',
      user: 'operator@example.com',
      start: '2026-10-02T15:00:00.000Z',
      end: '2026-10-02T15:00:00.000Z',
      status: 'completed',
      error: null,
      calls: { 'Properties.setProperty': 2, 'MailApp.sendEmail': 1 },
    },
  ]);
});

const COMMITS = {
  'Code.js': `
function commit(text) {
  var cell = { userEnteredValue: { stringValue: text } };
  var request = { appendCells: { sheetId: 0, fields: 'userEnteredValue', rows: [{ values: [cell] }] } };
  Sheets.Spreadsheets.batchUpdate({ requests: [request] }, SpreadsheetApp.getActive().getId());
}`,
};

const firstColumn = (office: ReturnType<typeof openOffice>) =>
  (office.sheet('Sheet1', 1, 3) as { values: unknown[][] }).values.map(([first]) => first);

test('a commit that throws and lands late is there before the next commit', async () => {
  const office = openOffice({ script: COMMITS });
  office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'late' });
  expect((await office.call('commit', ['first'])).record.status).toBe('failed');
  expect(firstColumn(office)).not.toContain('first');
  await office.call('commit', ['second']);
  expect(firstColumn(office).slice(0, 2)).toEqual(['first', 'second']);
});

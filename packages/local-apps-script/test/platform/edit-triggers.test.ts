import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from '../../testing';

afterAll(closeOffices);

const SCRIPT = {
  'Code.js': `
var App = {
  onSheetEdit: function (e) { note('installed', e); },
  onSheetChange: function (e) { note('change ' + e.changeType, {}); },
  onSheetOpen: function (e) { note('open', {}); },
  writer: function () { SpreadsheetApp.getActive().getSheetByName('Sheet1').getRange('D1').setValue('by script'); },
  apiWriter: function () {
    Sheets.Spreadsheets.batchUpdate({ requests: [{ updateCells: { start: { sheetId: 0, rowIndex: 0, columnIndex: 4 }, fields: 'userEnteredValue',
      rows: [{ values: [{ userEnteredValue: { stringValue: 'api' } }] }] } }] }, SpreadsheetApp.getActive().getId());
  },
};
function onEdit(e) { note('simple', e); }
function mailer(e) { MailApp.sendEmail('ann@example.com', 'S', 'B'); }
function note(name, e) {
  var p = PropertiesService.getScriptProperties();
  var all = JSON.parse(p.getProperty('events') || '[]');
  all.push({ name: name, range: e.range ? e.range.getSheet().getName() + '!' + e.range.getA1Notation() : undefined, value: e.value, oldValue: e.oldValue,
    mode: e.authMode ? String(e.authMode) : undefined, user: e.user ? e.user.getEmail() : undefined,
    as: Session.getEffectiveUser().getEmail() + '/' + Session.getActiveUser().getEmail() });
  p.setProperty('events', JSON.stringify(all));
}
function install(handler, on) { ScriptApp.newTrigger(handler).forSpreadsheet(SpreadsheetApp.getActive())[on]().create(); }`,
};

interface Seen {
  readonly name: string;
  readonly [field: string]: unknown;
}

const seen = (office: ReturnType<typeof openOffice>): Seen[] =>
  JSON.parse(office.world.properties.read(`script:${office.bound}`).events ?? '[]') as Seen[];

const named = (office: ReturnType<typeof openOffice>, name: string): Seen[] =>
  seen(office).filter((each) => each.name === name);

const install = (office: ReturnType<typeof openOffice>, handler: string, on: string, as = 'operator') =>
  office.run({ function: 'install', args: [handler, on], as });

const OPERATOR = 'operator@example.com';
const STAFF = 'staff@example.com';

describe('triggers of the sheet (docs/google.md 3)', () => {
  test('a typed cell: the simple handler runs as the person, the installed one as its maker', async () => {
    const office = openOffice({ script: SCRIPT });
    await install(office, 'App.onSheetEdit', 'onEdit');
    const { executions } = await office.edit({ sheet: 'Sheet1', range: 'B2', values: [['paid']], user: 'staff' });
    expect(executions).toMatchObject([{ function: 'onEdit' }, { function: 'App.onSheetEdit' }]);
    expect(seen(office)).toEqual([
      { name: 'simple', range: 'Sheet1!B2', value: 'paid', mode: 'LIMITED', user: STAFF, as: `${STAFF}/${STAFF}` },
      { name: 'installed', range: 'Sheet1!B2', value: 'paid', mode: 'FULL', user: '', as: `${OPERATOR}/` },
    ]);
  });

  test('value and oldValue exist for a single typed cell', async () => {
    const office = openOffice({ script: SCRIPT });
    await office.edit({ sheet: 'Sheet1', range: 'B2', values: [['pending']] });
    await office.edit({ sheet: 'Sheet1', range: 'B2', values: [['paid']] });
    expect(seen(office)[1]).toMatchObject({ value: 'paid', oldValue: 'pending' });
  });

  test('a paste has neither value nor oldValue', async () => {
    const office = openOffice({ script: SCRIPT });
    await office.edit({
      sheet: 'Sheet1',
      range: 'A2:B3',
      values: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    });
    await office.edit({ sheet: 'Sheet1', range: 'A2', values: [['x']], pasted: true });
    expect(seen(office)).toMatchObject([{ range: 'Sheet1!A2:B3' }, { range: 'Sheet1!A2' }]);
    for (const event of seen(office)) expect(Object.keys(event)).not.toContain('value');
  });

  test('clearing a cell: value undefined', async () => {
    const office = openOffice({ script: SCRIPT });
    await office.edit({ sheet: 'Sheet1', range: 'B2', values: [['paid']] });
    await office.edit({ sheet: 'Sheet1', range: 'B2', values: [['']] });
    expect(seen(office)[1]).toMatchObject({ oldValue: 'paid' });
    expect(Object.keys(seen(office)[1] ?? {})).not.toContain('value');
  });

  test('a simple onEdit can’t send email; an installed one can, as its creator', async () => {
    const simple = openOffice({ script: { 'Code.js': `${SCRIPT['Code.js']} function onEdit() { mailer(); }` } });
    await simple.edit({ sheet: 'Sheet1', range: 'A1', values: [['x']], user: 'staff' });
    expect(simple.records[0]?.error).toBe(
      'Exception: You do not have permission to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail',
    );
    const installed = openOffice({ script: SCRIPT });
    await install(installed, 'mailer', 'onEdit');
    await installed.edit({ sheet: 'Sheet1', range: 'A1', values: [['x']], user: 'staff' });
    expect(installed.mail().mails).toMatchObject([{ from: OPERATOR }]);
  });

  test('an installed handler that is named onEdit runs twice', async () => {
    const office = openOffice({ script: SCRIPT });
    await install(office, 'onEdit', 'onEdit');
    await office.edit({ sheet: 'Sheet1', range: 'A1', values: [['x']] });
    expect(named(office, 'simple')).toHaveLength(2);
  });

  test('two people who install are two triggers, and both run', async () => {
    const office = openOffice({ script: SCRIPT });
    await install(office, 'App.onSheetEdit', 'onEdit', 'operator');
    await install(office, 'App.onSheetEdit', 'onEdit', 'staff');
    await office.edit({ sheet: 'Sheet1', range: 'A1', values: [['x']], user: 'staff' });
    expect(named(office, 'installed').map(({ as }) => as)).toEqual([`${OPERATOR}/`, `${STAFF}/${STAFF}`]);
  });

  test('edit triggers do not fire for edits by scripts', async () => {
    const office = openOffice({ script: SCRIPT });
    await install(office, 'App.onSheetEdit', 'onEdit');
    await install(office, 'App.onSheetChange', 'onChange');
    await office.call('App.writer');
    expect(seen(office)).toEqual([]);
  });

  test.each([
    [false, []],
    [true, ['change OTHER']],
  ])('whether writes of the API fire onChange is a switch (%s); they never fire onEdit', async (fires, names) => {
    const office = openOffice({ script: SCRIPT });
    office.world.switches.apiWritesFireOnChange = fires;
    await install(office, 'App.onSheetEdit', 'onEdit');
    await install(office, 'App.onSheetChange', 'onChange');
    expect((await office.call('App.apiWriter')).record.error).toBeNull();
    expect(seen(office).map(({ name }) => name)).toEqual(names);
  });

  test('onChange also fires on every edit', async () => {
    const office = openOffice({ script: SCRIPT });
    await install(office, 'App.onSheetChange', 'onChange');
    await office.edit({ sheet: 'Sheet1', range: 'A1', values: [['x']] });
    expect(named(office, 'change EDIT')).toHaveLength(1);
  });

  test.each([
    ['insert', 'change INSERT_ROW'],
    ['delete', 'change REMOVE_ROW'],
  ] as const)('rows: %s fires only onChange, without a range', async (action, name) => {
    const office = openOffice({ script: SCRIPT });
    await install(office, 'App.onSheetEdit', 'onEdit');
    await install(office, 'App.onSheetChange', 'onChange');
    await office.rows({ sheet: 'Sheet1', action, row: 2 });
    expect(seen(office).map((event) => event.name)).toEqual([name]);
  });

  test('a sort fires no edit event', async () => {
    const office = openOffice({ script: SCRIPT });
    await install(office, 'App.onSheetEdit', 'onEdit');
    await office.rows({ sheet: 'Sheet1', action: 'sort', column: 'A' });
    expect(seen(office)).toEqual([]);
  });

  test('undo is another edit', async () => {
    const office = openOffice({ script: SCRIPT });
    await office.edit({ sheet: 'Sheet1', range: 'A1', values: [['x']] });
    await office.undo();
    expect(seen(office)[1]).toMatchObject({ name: 'simple', range: 'Sheet1!A1', oldValue: 'x' });
  });

  test.each([
    ['lost', 0, 0],
    ['late', 0, 1],
    ['arrive', 1, 1],
  ] as const)('events of fast edits: %s', async (position, before, after) => {
    const office = openOffice({ script: SCRIPT });
    office.world.switches.editEvents = position;
    await office.edit({ sheet: 'Sheet1', range: 'A1', values: [['x']] });
    expect(named(office, 'simple')).toHaveLength(before);
    await office.advance(1000);
    expect(named(office, 'simple')).toHaveLength(after);
    expect((office.sheet('Sheet1', 1, 1) as { values: unknown[][] }).values[0]?.[0]).toBe('x');
  });

  test('both handlers of one edit run at the same time', async () => {
    const office = openOffice({
      script: {
        'Code.js': `
function onEdit() { slow('simple'); }
function installed() { slow('installed'); }
function slow(name) {
  var p = PropertiesService.getScriptProperties();
  var before = p.getProperty('busy');
  p.setProperty('busy', name);
  Utilities.sleep(1000);
  if (before) p.setProperty('met', before + ' ' + name);
  p.deleteProperty('busy');
}
function install() { ScriptApp.newTrigger('installed').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }`,
      },
      transport: 'workers',
      interleave: true,
    });
    await office.run({ function: 'install' });
    const met: (string | undefined)[] = [];
    for (let times = 0; times < 3; times++) {
      await office.edit({ sheet: 'Sheet1', range: 'A1', values: [['x']] });
      met.push(office.world.properties.read(`script:${office.bound}`).met);
    }
    expect(met.filter((names) => names !== undefined).length).toBeGreaterThan(0);
  });

  test('opening the sheet runs the installed open triggers too, once per person', async () => {
    const office = openOffice({ script: SCRIPT });
    await install(office, 'App.onSheetOpen', 'onOpen');
    await office.openSheet('staff');
    await office.openSheet('staff');
    await office.openSheet('operator');
    expect(named(office, 'open').map(({ as }) => as)).toEqual([`${OPERATOR}/`, `${OPERATOR}/${OPERATOR}`]);
  });

  test('triggers of the original do not act on a copy', async () => {
    const office = openOffice({ script: SCRIPT });
    await install(office, 'App.onSheetEdit', 'onEdit');
    office.open(office.copy().copy);
    await office.edit({ sheet: 'Sheet1', range: 'A1', values: [['x']] });
    office.open();
    expect(named(office, 'installed')).toEqual([]);
  });

  test.each([
    ['consumer', '', `${OPERATOR}/`],
    ['workspace', STAFF, `${OPERATOR}/${STAFF}`],
  ] as const)('other people’s identity in triggers on a %s account: %j', async (account, user, as) => {
    const office = openOffice({ script: SCRIPT });
    office.world.switches.account = account;
    await install(office, 'App.onSheetEdit', 'onEdit');
    await office.edit({ sheet: 'Sheet1', range: 'A1', values: [['x']], user: 'staff' });
    expect(named(office, 'installed')).toMatchObject([{ user, as }]);
  });

  test.each([true, false])('[?] clearing a cell tells what was there: %s', async (tells) => {
    const office = openOffice({ script: SCRIPT });
    office.world.switches.clearTellsOldValue = tells;
    await office.edit({ sheet: 'Sheet1', range: 'B2', values: [['paid']] });
    await office.edit({ sheet: 'Sheet1', range: 'B2', values: [['']] });
    expect(Object.hasOwn(seen(office)[1] ?? {}, 'oldValue')).toBe(tells);
    expect(Object.hasOwn(seen(office)[1] ?? {}, 'value')).toBe(false);
  });

  test('clearing several cells tells neither value', async () => {
    const office = openOffice({ script: SCRIPT });
    await office.edit({ sheet: 'Sheet1', range: 'B2:B3', values: [['a'], ['b']] });
    await office.edit({ sheet: 'Sheet1', range: 'B2:B3', values: [['']] });
    expect(seen(office)[1]).toMatchObject({ range: 'Sheet1!B2:B3' });
    expect(Object.keys(seen(office)[1] ?? {})).not.toContain('oldValue');
  });

  test('onChange also fires on every format, and no edit event does', async () => {
    const office = openOffice({ script: SCRIPT });
    await install(office, 'App.onSheetChange', 'onChange');
    await office.edit({ sheet: 'Sheet1', range: 'A1', values: [['0012']] });
    await office.rows({ sheet: 'Sheet1', action: 'format', range: 'A1:A2', numberFormat: '@' });
    await office.edit({ sheet: 'Sheet1', range: 'A2', values: [['0012']] });
    expect(seen(office).map(({ name }) => name)).toEqual([
      'simple',
      'change EDIT',
      'change FORMAT',
      'simple',
      'change EDIT',
    ]);
    expect((office.sheet('Sheet1', 1, 2) as { values: unknown[][] }).values.map(([cell]) => cell)).toEqual([
      12,
      '0012',
    ]);
  });

  test('an event names one area, which may include hidden rows', async () => {
    const office = openOffice({ script: SCRIPT });
    await office.edit({ sheet: 'Sheet1', range: 'A1:A4', values: [['head'], ['x'], ['y'], ['z']] });
    await office.rows({ sheet: 'Sheet1', action: 'filter', column: 'A', hide: ['y'] });
    await office.edit({
      sheet: 'Sheet1',
      range: 'A2:B4',
      values: [
        ['p', 'p'],
        ['p', 'p'],
        ['p', 'p'],
      ],
    });
    expect(seen(office).at(-1)).toMatchObject({ range: 'Sheet1!A2:B4' });
    expect((office.sheet('Sheet1', 3, 1) as { values: unknown[][] }).values[0]?.slice(0, 2)).toEqual(['p', 'p']);
  });

  test('what an execution saw apart is forgotten when it ends', async () => {
    const office = openOffice({ script: SCRIPT });
    Object.assign(office.world.switches, { apiWritesSeenLate: true, unflushedWritesHidden: true });
    await office.call('App.apiWriter');
    await office.call('App.writer');
    expect([office.world.workbooks.earlier.size, office.world.workbooks.unflushed.size]).toEqual([0, 0]);
  });

  test('staff sort rows while a script holds the lock: the row number that it read is another order', async () => {
    const office = openOffice({
      script: {
        'Code.js': `
function main() {
  LockService.getScriptLock().tryLock(1000);
  var sheet = SpreadsheetApp.getActive().getSheets()[0];
  var row = sheet.getRange('A1:A3').createTextFinder('b').matchEntireCell(true).findNext().getRow();
  UrlFetchApp.fetch('http://localhost/while-staff-sort');
  return [LockService.getScriptLock().hasLock(), row, sheet.getRange(row, 1).getValue()];
}`,
      },
    });
    await office.edit({ sheet: 'Sheet1', range: 'A1:A3', values: [['id'], ['b'], ['a']] });
    office.world.fetch = () => {
      void office.rows({ sheet: 'Sheet1', action: 'sort', column: 'A', user: 'staff' });
      return { status: 200, headers: {}, body: '' };
    };
    expect(await office.run({ function: 'main' })).toEqual({ result: [true, 2, 'a'] });
  });
});

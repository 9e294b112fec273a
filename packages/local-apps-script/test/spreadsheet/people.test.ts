import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from '../../testing';

afterAll(closeOffices);

const code = `
  const sheet = () => SpreadsheetApp.getActive().getSheets()[0];
  function protect(warningOnly) {
    const protection = sheet().getRange('A1:B2').protect().setDescription('mine');
    if (warningOnly) protection.setWarningOnly(true); else protection.removeEditors(protection.getEditors());
    return protection.getEditors().map((user) => user.getEmail());
  }
  function write() { sheet().getRange('A1').setValue('x'); return 'written'; }
  function format() { sheet().getRange('A1').setBackground('red'); return 'written'; }
  function removeRow() { sheet().deleteRow(1); return 'deleted'; }
  function unprotect() { sheet().getProtections(SpreadsheetApp.ProtectionType.RANGE).forEach((each) => each.remove()); return 'removed'; }
  function mayEdit() { return sheet().getProtections(SpreadsheetApp.ProtectionType.RANGE).map((each) => each.canEdit()); }
  function protectTab() { const each = sheet().protect(); each.removeEditors(each.getEditors()); each.setUnprotectedRanges([sheet().getRange('D1')]); }
  function writeOpen() { sheet().getRange('D1').setValue('x'); return 'written'; }
  function rename() { sheet().setName('Other'); return 'renamed'; }
  function selected() { return [sheet().getName(), SpreadsheetApp.getActiveRange().getA1Notation(), SpreadsheetApp.getActive().getActiveRangeList().getRanges().length]; }
  var App = { onSheetEdit: function (e) { sheet().getRange('Z1').setValue(JSON.stringify([e.range.getA1Notation(), e.value === undefined ? null : e.value, e.oldValue === undefined ? null : e.oldValue, e.source.getId() === SpreadsheetApp.getActive().getId(), e.range instanceof sheet().getRange('A1').constructor])); } };
  function install() { ScriptApp.newTrigger('App.onSheetEdit').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
  function seen() { return JSON.parse(sheet().getRange('Z1').getValue()); }
  function makeMenu() { SpreadsheetApp.getUi().createMenu('Example').addItem('Mark paid', 'App.markPaid').addSeparator()
    .addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('Envelope', 'App.envelope')).addToUi(); }
`;

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

const open = () => {
  const office = openOffice({ script: { 'Code.js': code } });
  const as = async (name: string, user = 'staff', ...args: (string | boolean)[]) => {
    const { outcome } = await office.call(name, args, user);
    if (outcome.status === 'failed') return outcome.error.message;
    return outcome.status === 'completed' && outcome.value.type === 'json' ? outcome.value.value : null;
  };
  return { office, as };
};

describe('people and rights', () => {
  test('a hard protection refuses the script of another person, cells, formats and rows alike, and not the owner’s', async () => {
    const { as } = open();
    expect(await as('protect', 'operator', false)).toEqual(['operator@example.com']);
    expect(await as('write')).toBe(PROTECTED);
    expect(await as('format')).toBe(PROTECTED);
    expect(await as('removeRow')).toBe(PROTECTED);
    expect(await as('unprotect')).toBe(PROTECTED);
    expect(await as('mayEdit')).toEqual([false]);
    expect(await as('write', 'operator')).toBe('written');
    expect(await as('unprotect', 'operator')).toBe('removed');
    expect(await as('write')).toBe('written');
  });

  test('a warning-only protection stops nobody', async () => {
    const { as } = open();
    await as('protect', 'operator', true);
    expect(await as('mayEdit')).toEqual([true]);
    expect(await as('write')).toBe('written');
  });

  test('a protected tab keeps its name, and its unprotected cells stay open', async () => {
    const { as } = open();
    await as('protectTab', 'operator');
    expect(await as('rename')).toBe(PROTECTED);
    expect(await as('write')).toBe(PROTECTED);
    expect(await as('writeOpen')).toBe('written');
  });

  test('each person has a selection of their own, and scripts see the selection of the person at the keyboard', async () => {
    const { office, as } = open();
    office.select({ sheet: 'Sheet1', range: 'B2:B4,D7', user: 'staff' });
    expect(await as('selected', 'staff')).toEqual(['Sheet1', 'D7', 2]);
    expect(await as('selected', 'operator')).toEqual(['Sheet1', 'A1', 1]);
  });
});

describe('what a handler gets (docs/google.md G41 and G51)', () => {
  test('a typed cell: the range, value and oldValue; a paste: the range only', async () => {
    const { office, as } = open();
    await as('install', 'operator');
    await office.edit({ sheet: 'Sheet1', range: 'L2', values: [['pending']], user: 'staff' });
    expect(await as('seen')).toEqual(['L2', 'pending', null, true, true]);
    await office.edit({ sheet: 'Sheet1', range: 'L2', values: [['paid']], user: 'staff' });
    expect(await as('seen')).toEqual(['L2', 'paid', 'pending', true, true]);
    await office.edit({
      sheet: 'Sheet1',
      range: 'K2:L3',
      values: [
        ['a', 'b'],
        ['c', 'd'],
      ],
      user: 'staff',
    });
    expect(await as('seen')).toEqual(['K2:L3', null, null, true, true]);
    await office.edit({ sheet: 'Sheet1', range: 'L2', values: [['']], user: 'staff' });
    expect(await as('seen')).toEqual(['L2', null, 'b', true, true]);
  });

  test('edit triggers do not fire for edits by scripts', async () => {
    const { as } = open();
    await as('install', 'operator');
    await as('write');
    expect(await as('seen')).toMatch(/JSON/);
  });
});

test('a menu that a script makes is on the person’s screen', async () => {
  const { office, as } = open();
  await as('makeMenu', 'staff');
  expect(office.world.ui.menusOf(office.bound, 'staff@example.com')).toEqual([
    {
      caption: 'Example',
      items: [
        { type: 'item', caption: 'Mark paid', function: 'App.markPaid' },
        { type: 'separator' },
        {
          type: 'menu',
          menu: { caption: 'More', items: [{ type: 'item', caption: 'Envelope', function: 'App.envelope' }] },
        },
      ],
    },
  ]);
});

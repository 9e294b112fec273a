import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from '../../testing';

afterAll(closeOffices);

const SCRIPT = {
  'Code.js': `
var App = {
  who: function () { note(Session.getEffectiveUser().getEmail() + '/' + Session.getActiveUser().getEmail()); },
  ask: function () {
    var ui = SpreadsheetApp.getUi();
    var lock = LockService.getScriptLock();
    lock.waitLock(1000);
    var answer = ui.alert('Title', 'Really?', ui.ButtonSet.YES_NO);
    note((answer === ui.Button.YES) + ' ' + lock.hasLock());
  },
  name: function () {
    var ui = SpreadsheetApp.getUi();
    var answer = ui.prompt('Name?', ui.ButtonSet.OK_CANCEL);
    note(answer.getResponseText() + ' ' + (answer.getSelectedButton() === ui.Button.OK));
  },
  twice: function () { var ui = SpreadsheetApp.getUi(); ui.alert('One'); ui.alert('Two'); note('through'); },
  dialog: function () {
    var lock = LockService.getScriptLock();
    lock.waitLock(1000);
    SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p>Hi</p>').setWidth(300).setHeight(200), 'Greeting');
    note('goes on ' + lock.hasLock());
  },
  sidebar: function () { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>Side</p>').setTitle('Side')); },
  toast: function () { SpreadsheetApp.getActive().toast('Done', 'Shop'); },
};
function note(text) { PropertiesService.getScriptProperties().setProperty('note', text); }
function onOpen(e) {
  var ui = SpreadsheetApp.getUi();
  ui.createMenu('Example')
    .addItem('Who', 'App.who').addItem('Ask', 'App.ask').addItem('Name', 'App.name').addItem('Twice', 'App.twice').addSeparator()
    .addSubMenu(ui.createMenu('Show').addItem('Dialog', 'App.dialog').addItem('Sidebar', 'App.sidebar').addItem('Toast', 'App.toast'))
    .addToUi();
  console.log(String(e.authMode) + ' ' + (e.source.getId() === SpreadsheetApp.getActive().getId()) + ' ' + e.user.getEmail());
}`,
};

const noted = (office: ReturnType<typeof openOffice>) => office.world.properties.read(`script:${office.bound}`).note;
const dialogs = (office: ReturnType<typeof openOffice>) => office.world.ui.dialogs;

describe('menus, questions and pages (docs/google.md G50 and G93)', () => {
  test('onOpen makes the menu, with limited rights, as the person who opens the sheet', async () => {
    const office = openOffice({ script: SCRIPT });
    expect(await office.state()).toMatchObject({
      menu: [
        {
          menu: 'Example',
          items: [
            { item: 'Who' },
            { item: 'Ask' },
            { item: 'Name' },
            { item: 'Twice' },
            { separator: true },
            { menu: 'Show', items: [{ item: 'Dialog' }, { item: 'Sidebar' }, { item: 'Toast' }] },
          ],
        },
      ],
    });
    expect(office.records[0]?.log).toEqual(['DEBUG: LIMITED true operator@example.com']);
  });

  test.each(['operator', 'staff'] as const)(
    'menu items run as the person at the keyboard (%s), and may name a method',
    async (user) => {
      const office = openOffice({ script: SCRIPT });
      const address = `${user}@example.com`;
      expect(await office.menu({ item: 'Who', user })).toMatchObject({
        executions: [{ function: 'App.who', user: address, status: 'completed' }],
      });
      expect(noted(office)).toBe(`${address}/${address}`);
    },
  );

  test('a stranger has no menu', async () => {
    const office = openOffice({ script: SCRIPT });
    await expect(office.menu({ item: 'Who', user: 'anonymous' })).rejects.toThrow(
      'an anonymous visitor cannot open the sheet',
    );
  });

  test('an unknown menu item is refused with the list of those there are', async () => {
    const office = openOffice({ script: SCRIPT });
    await expect(office.menu({ item: 'Show > Nothing' })).rejects.toThrow(
      'there is no menu item "Show > Nothing". The menu has: Who, Ask, Name, Twice, Show > Dialog, Show > Sidebar, Show > Toast',
    );
  });

  test('alert suspends the script until it is answered, and drops held locks', async () => {
    const office = openOffice({ script: SCRIPT, transport: 'workers' });
    expect(await office.menu({ item: 'Ask' })).toMatchObject({ executions: [{ status: 'running' }] });
    const [dialog] = dialogs(office);
    expect(dialog).toMatchObject({
      kind: 'alert',
      title: 'Title',
      text: 'Really?',
      buttons: ['YES', 'NO'],
      user: 'operator@example.com',
    });
    expect(office.world.locks.holdsAny(dialog?.execution ?? '')).toBe(false);
    expect(noted(office)).toBeUndefined();
    expect(await office.answer({ dialog: dialog?.id ?? '', button: 'Yes' })).toMatchObject({
      executions: [{ status: 'completed' }],
    });
    expect(noted(office)).toBe('true false');
    expect(dialogs(office)).toEqual([]);
  });

  test('prompt gives the text and the button', async () => {
    const office = openOffice({ script: SCRIPT, transport: 'workers' });
    await office.menu({ item: 'Name' });
    await office.answer({ dialog: dialogs(office)[0]?.id ?? '', button: 'OK', text: 'Ann' });
    expect(noted(office)).toBe('Ann true');
  });

  test('closing a prompt is neither OK nor Cancel', async () => {
    const office = openOffice({ script: SCRIPT, transport: 'workers' });
    await office.menu({ item: 'Name' });
    await office.answer({ dialog: dialogs(office)[0]?.id ?? '', button: 'CLOSE' });
    expect(noted(office)).toBe(' false');
  });

  test('a script may ask again after an answer', async () => {
    const office = openOffice({ script: SCRIPT, transport: 'workers' });
    await office.menu({ item: 'Twice' });
    expect(await office.answer({ dialog: dialogs(office)[0]?.id ?? '', button: 'OK' })).toMatchObject({
      executions: [{ status: 'running' }],
    });
    expect(dialogs(office)).toMatchObject([{ text: 'Two' }]);
    await office.answer({ dialog: dialogs(office)[0]?.id ?? '', button: 'OK' });
    expect(noted(office)).toBe('through');
  });

  test('an unknown dialog or button is refused', async () => {
    const office = openOffice({ script: SCRIPT, transport: 'workers' });
    await office.menu({ item: 'Ask' });
    const id = dialogs(office)[0]?.id ?? '';
    await expect(office.answer({ dialog: 'd99', button: 'OK' })).rejects.toThrow('there is no open dialog "d99"');
    await expect(office.answer({ dialog: id, button: 'OK' })).rejects.toThrow(
      'button must be YES or NO or CLOSE, not "OK"',
    );
  });

  test('in-process, the answer is prepared before the question', async () => {
    const office = openOffice({ script: SCRIPT });
    office.willAnswer('no');
    await office.menu({ item: 'Ask' });
    expect(noted(office)).toBe('false false');
  });

  test('showModalDialog does not suspend the script and keeps its locks', async () => {
    const office = openOffice({ script: SCRIPT });
    await office.menu({ item: 'Show > Dialog' });
    expect(noted(office)).toBe('goes on true');
    expect(dialogs(office)).toMatchObject([
      { kind: 'modal', title: 'Greeting', html: '<p>Hi</p>', width: 300, height: 200 },
    ]);
    await office.answer({ dialog: dialogs(office)[0]?.id ?? '', button: 'CLOSE' });
    expect(dialogs(office)).toEqual([]);
  });

  test('a new sidebar takes the place of the old one', async () => {
    const office = openOffice({ script: SCRIPT });
    await office.menu({ item: 'Show > Sidebar' });
    await office.menu({ item: 'Example > Show > Sidebar' });
    expect(dialogs(office)).toMatchObject([{ kind: 'sidebar', title: 'Side' }]);
  });

  test('a toast is seen in the state', async () => {
    const office = openOffice({ script: SCRIPT });
    await office.menu({ item: 'Show > Toast' });
    expect(await office.state()).toMatchObject({
      toasts: [{ message: 'Done', title: 'Shop', user: 'operator@example.com' }],
    });
  });
});

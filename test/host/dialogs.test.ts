import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { get, post } from 'local-apps-script/testing';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { axe, launch } from '../support/browser';
import { cleanUp, newFolder, scriptFolder, startHost } from './host-process';

const SCRIPT = `
function onOpen() {
  var ui = SpreadsheetApp.getUi();
  ui.createMenu('Tools')
    .addItem('Page', 'showPage')
    .addItem('Beside', 'showBeside')
    .addSeparator()
    .addSubMenu(ui.createMenu('Questions').addItem('Sure', 'askSure').addItem('Name', 'askName'))
    .addItem('Toast', 'showToast')
    .addToUi();
  ui.createAddonMenu().addItem('Show sidebar', 'showSample').addToUi();
}
function onInstall(e) { onOpen(e); }
function showSample() {
  var page = HtmlService.createTemplateFromFile('Sidebar').evaluate().setTitle('Example Sidebar');
  SpreadsheetApp.getUi().showSidebar(page);
}
function getActiveValue() { return SpreadsheetApp.getActiveSheet().getActiveCell().getValue(); }
function setActiveValue(value) { SpreadsheetApp.getActiveSheet().getActiveCell().setValue(value); }
function showPage() {
  SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutputFromFile('page').setWidth(420).setHeight(200), 'A page');
}
function showBeside() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>Beside the sheet</p>').setTitle('Helper'));
}
function askSure() {
  var ui = SpreadsheetApp.getUi();
  write(ui.alert('Really?', 'This cannot be undone.', ui.ButtonSet.YES_NO) === ui.Button.YES ? 'sure' : 'not sure');
}
function askName() {
  var ui = SpreadsheetApp.getUi();
  write(ui.prompt('Who are you?').getResponseText());
}
function showToast() { SpreadsheetApp.getActive().toast('All is well', 'Done'); }
function write(text) { SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue(text); }
function who() { return Session.getActiveUser().getEmail(); }`;

const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Page</title></head><body><main>
<button id="who" onclick="google.script.run.withSuccessHandler(function (v) { document.getElementById('who').textContent = v; }).who()">Who am I?</button>
<button onclick="google.script.host.setHeight(320)">Grow</button>
<button onclick="google.script.host.close()">Done</button></main></body></html>`;

/** The parts of Google's add-on template (docs/public-scripts.md), in our own words: a template that includes two files, and asks the script. */
const SAMPLE = {
  'Sidebar.html': `<!DOCTYPE html><html><head><base target="_top">
<!-- Its styles are in a file of their own. -->
<?!= HtmlService.createHtmlOutputFromFile('SidebarStyle').getContent(); ?></head><body><div class="sidebar branding-below">
<label for="value">Value</label> <input type="text" id="value"><button class="blue" id="put">Put</button><button id="get">Get</button>
<span id="status"></span></div><?!= HtmlService.createHtmlOutputFromFile('SidebarScript').getContent(); ?></body></html>`,
  'SidebarStyle.html': '<style>.branding-below { bottom: 56px; top: 0; } #status { font-weight: 700; }</style>',
  'SidebarScript.html': `<script>
  function call(button, runner) { button.disabled = true; return runner.withFailureHandler(say).withUserObject(button); }
  function say(text, button) { document.getElementById('status').textContent = text; button.disabled = false; }
  document.getElementById('put').onclick = function () {
    call(this, google.script.run.withSuccessHandler(function (none, button) { say('Put ' + none, button); }))
      .setActiveValue(document.getElementById('value').value);
  };
  document.getElementById('get').onclick = function () {
    call(this, google.script.run.withSuccessHandler(function (value, button) { say('Got ' + value, button); })).getActiveValue();
  };
</script>`,
};

let address: string;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  ({ address } = await startHost(
    '--data',
    newFolder(),
    '--script',
    scriptFolder(SCRIPT, { 'page.html': PAGE, ...SAMPLE }),
  ));
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await cleanUp();
});

beforeEach(async () => {
  problems = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${address}/`);
  await page.getByRole('button', { name: 'Tools' }).waitFor();
});

afterEach(() => page.close());

const choose = async (...items: string[]): Promise<void> => {
  await page.getByRole('button', { name: 'Tools' }).click();
  for (const item of items) await page.getByRole('menuitem', { name: item }).click();
};

const inFrame = (): FrameLocator => page.frameLocator('.dialog-frame').frameLocator('iframe');

const firstCell = async (): Promise<string> =>
  (await get(address, '/local/sheet/Sheet1?from=1&rows=1')).json.display[0]?.[0] ?? '';

test('a dialog runs functions as the person who opened it, changes its size, and closes', async () => {
  await choose('Page');
  await inFrame().getByRole('button', { name: 'Who am I?' }).click();
  await inFrame().getByText('operator@cps-photos.example').waitFor();
  await inFrame().getByRole('button', { name: 'Grow' }).click();
  await page.waitForFunction(() => document.querySelector('.dialog-frame')?.clientHeight === 320);
  await inFrame().getByRole('button', { name: 'Done' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await get(address, '/local/state')).json.dialogs).toEqual([]);
  expect(problems).toEqual([]);
});

test('a dialog that staff opened runs as staff', async () => {
  await page.getByLabel('I am').selectOption('staff');
  await choose('Page');
  await inFrame().getByRole('button', { name: 'Who am I?' }).click();
  await inFrame().getByText('staff@cps-photos.example').waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('a dialog can be opened by its address alone', async () => {
  await post(address, '/local/menu', { item: 'Page' });
  const [{ id }] = (await get(address, '/local/state')).json.dialogs;
  await page.goto(`${address}/local/dialog/${id}`);
  await page.frameLocator('iframe').getByRole('button', { name: 'Done' }).click();
  await page.getByText('This dialog has been closed.').waitFor();
  expect((await get(address, '/local/state')).json.dialogs).toEqual([]);
});

test('an alert waits for its answer, and the script goes on with it', async () => {
  await choose('Questions', 'Sure');
  const question = page.getByRole('dialog');
  await question.getByText('This cannot be undone.').waitFor();
  expect(await axe(page)).toEqual([]);
  await question.getByRole('button', { name: 'Yes' }).click();
  await page.getByRole('rowgroup').getByText('sure', { exact: true }).waitFor();
  expect(await firstCell()).toBe('sure');
});

test('closing an alert by Escape is an answer too', async () => {
  await choose('Questions', 'Sure');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('rowgroup').getByText('not sure').waitFor();
});

test('a prompt hands its text to the script', async () => {
  await choose('Questions', 'Name');
  await page.getByRole('dialog').getByRole('textbox').fill('Ann Lee');
  await page.keyboard.press('Enter');
  await page.getByRole('rowgroup').getByText('Ann Lee').waitFor();
});

test('a toast appears once', async () => {
  await choose('Toast');
  await page.getByText('All is well').waitFor();
  await post(address, '/local/clock', { advance: 'PT1S' });
  expect(await page.getByText('All is well').count()).toBe(1);
});

test('a sidebar is next to the sheet until it is closed', async () => {
  await choose('Beside');
  await page.getByRole('heading', { name: 'Helper' }).waitFor();
  await inFrame().getByText('Beside the sheet').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('heading', { name: 'Helper' }).waitFor({ state: 'detached' });
});

test('the sidebar of Google’s add-on template opens from its menu, with the files it includes, and talks to the sheet', async () => {
  await page.getByRole('button', { name: 'Add-ons' }).click();
  await page.getByRole('menuitem', { name: 'Show sidebar' }).click();
  await page.getByRole('heading', { name: 'Example Sidebar' }).waitFor();
  await inFrame().getByLabel('Value').fill('from the sidebar');
  await inFrame().getByRole('button', { name: 'Put' }).click();
  await inFrame().getByText('Put null').waitFor();
  await page.getByRole('rowgroup').getByText('from the sidebar').waitFor();
  await inFrame().getByRole('button', { name: 'Get' }).click();
  const status = inFrame().getByText('Got from the sidebar');
  await status.waitFor();
  expect(await status.evaluate((element) => getComputedStyle(element).fontWeight)).toBe('700');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  expect(problems).toEqual([]);
});

test('the menu works by keyboard alone', async () => {
  await page.getByRole('button', { name: 'Tools' }).focus();
  for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('dialog').getByText('Really?').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('rowgroup').getByText('sure', { exact: true }).waitFor();
});

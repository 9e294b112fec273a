import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { pageFile } from '../../host/page-files';
import { cleanUp, get, newFolder, post, scriptFolder } from '../../testing';
import { runHost, startHost } from './program';

afterAll(cleanUp);

const SCRIPT = `
function onOpen() { SpreadsheetApp.getUi().createMenu('Club').addItem('Greet', 'greet').addToUi(); }
function greet() { SpreadsheetApp.getActive().getRange('A1').setValue('Hello, ' + Session.getActiveUser().getEmail()); }
function doPost(e) {
  SpreadsheetApp.getActive().getSheets()[0].appendRow([JSON.parse(e.postData.contents).name]);
  return ContentService.createTextOutput('{"ok":true}').setMimeType(ContentService.MimeType.JSON);
}`;

test('without a script the host asks for one in a sentence, with code 1', async () => {
  expect(await runHost('--port', '0', '--data', newFolder())).toEqual({
    code: 1,
    output: '',
    errors: 'Which script should run? Use --script DIR, the folder with its files.\n',
  });
});

test('it knows the options that hold for every script, and no others', async () => {
  const { code, output } = await runHost('--help');
  expect(code).toBe(0);
  expect(output.match(/--\w+/g)).toEqual(['--port', '--data', '--fresh', '--strict', '--script', '--help']);
  expect((await runHost('--sample', '3')).errors).toBe('There is no option "--sample". See --help.\n');
});

test('any folder of Apps Script files runs in it: the page, the web app, the menu, the sheet', async () => {
  const { address } = await startHost('--data', newFolder(), '--script', scriptFolder(SCRIPT));
  expect(await (await fetch(`${address}/`)).text()).toContain('<title>Local Apps Script</title>');
  expect(await post(address, '/exec', { name: 'Ann' })).toEqual({ status: 200, json: { ok: true } });
  await post(address, '/local/menu', { item: 'Club > Greet', user: 'staff' });
  expect((await get(address, '/local/sheet/Sheet1')).json.values[0][0]).toBe('Hello, staff@example.com');
  const { json: state } = await get(address, '/local/state');
  expect(state.menu).toEqual([{ menu: 'Club', items: [{ item: 'Greet', function: 'greet' }] }]);
});

const HIDES = `
function doGet() { throw new Error('not today'); }
function hides() { try { GmailApp.search('x'); } catch (e) {} SpreadsheetApp.getActive().getRange('A1').setValue('went on'); }`;

test('the console tells what fails, with its place, and what was refused, whatever the script made of it', async () => {
  const host = await startHost('--data', newFolder(), '--script', scriptFolder(HIDES));
  expect(await (await fetch(`${host.address}/exec`)).text()).toContain('Error: not today (line 2, file "Code")');
  await post(host.address, '/local/run', { function: 'hides' });
  expect((await get(host.address, '/local/sheet/Sheet1')).json.values[0][0]).toBe('went on');
  expect(host.errors()).toMatch(
    /^Failed: doGet \(doGet, execution \d+\): Error: not today \(Code.js, line 2\)\n +at doGet \(Code.js:2:/,
  );
  expect(host.errors()).toContain("): the local Apps Script doesn't have GmailApp.search.\n");
});

test('--strict ends the host with code 1 at the first refusal', async () => {
  const host = await startHost('--strict', '--data', newFolder(), '--script', scriptFolder(HIDES));
  await post(host.address, '/local/run', { function: 'hides' }).catch(() => null);
  expect(await host.ended).toBe(1);
  expect(host.errors()).toMatch(/^Refused in hides \(dialog, execution \d+\): .* GmailApp\.search\.\n/);
  expect(host.errors()).toMatch(/The host stopped because of --strict\.\n$/);
});

test('the page carries the name of the project, whatever signs are in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  writeFileSync(join(folder, 'index.html'), '<title>Local Apps Script</title><h1>Local Apps Script</h1>');
  const page = String(pageFile(folder, '/', 'Salt & $& <Pepper>')?.body);
  rmSync(folder, { recursive: true });
  expect(page).toBe('<title>Salt &amp; $&amp; &lt;Pepper></title><h1>Salt &amp; $&amp; &lt;Pepper></h1>');
});

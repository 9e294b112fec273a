import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { cleanUp, get, newFolder, post, scriptFolder } from '../../testing';
import { startHost } from './program';

/** Notes each edit beside the cell, and what a menu sees as the selection. */
const SCRIPT = `
function onOpen() { SpreadsheetApp.getUi().createMenu('Tools').addItem('Where', 'where').addToUi(); }
function onEdit(e) {
  var sheet = SpreadsheetApp.getActive().getSheets()[0];
  if (e.range.getColumn() === 1) e.range.offset(0, 1).setValue('edited ' + e.range.getA1Notation());
}
function where() {
  SpreadsheetApp.getActive().getSheets()[0].getRange('D1').setValue(SpreadsheetApp.getActiveRange().getA1Notation());
}`;

let address: string;
let data: string;
let script: string;

beforeEach(async () => {
  await cleanUp();
  data = newFolder();
  script = scriptFolder(SCRIPT);
  ({ address } = await startHost('--data', data, '--script', script));
});

afterAll(cleanUp);

const edit = (range: string, values: unknown[][]) => post(address, '/local/edit', { sheet: 'Sheet1', range, values });
const display = async (): Promise<string[][]> =>
  (await get(address, '/local/sheet/Sheet1?from=1&rows=10')).json.display;
const column = async (number: number): Promise<string[]> => (await display()).map((row) => row[number] ?? '');

test('an edit is answered when its triggers are done, with what ran', async () => {
  const { status, json } = await edit('A1', [['x']]);
  expect(status).toBe(200);
  expect(json.executions).toEqual([expect.objectContaining({ function: 'onEdit', status: 'completed' })]);
  expect((await display())[0]?.slice(0, 2)).toEqual(['x', 'edited A1']);
});

test('rows are inserted, deleted and sorted below the header', async () => {
  await edit('A1:A4', [['Name'], ['b'], ['c'], ['a']]);
  await post(address, '/local/rows', { sheet: 'Sheet1', action: 'sort', column: 'A', ascending: true });
  expect(await column(0)).toEqual(['Name', 'a', 'b', 'c']);
  await post(address, '/local/rows', { sheet: 'Sheet1', action: 'insert', row: 3, count: 2 });
  expect(await column(0)).toEqual(['Name', 'a', '', '', 'b', 'c']);
  await post(address, '/local/rows', { sheet: 'Sheet1', action: 'delete', row: 2 });
  expect(await column(0)).toEqual(['Name', '', '', 'b', 'c']);
});

test('undo takes back the last edit of that person', async () => {
  await edit('C1', [['first']]);
  await edit('C1', [['second']]);
  await post(address, '/local/undo', { user: 'staff' });
  expect(await column(2)).toEqual(['second']);
  await post(address, '/local/undo');
  expect(await column(2)).toEqual(['first']);
});

test('a menu action sees what was selected', async () => {
  await post(address, '/local/select', { sheet: 'Sheet1', range: 'B2:C5' });
  await post(address, '/local/menu', { item: 'Where' });
  expect(await column(3)).toEqual(['B2:C5']);
});

test('what is not in the sheet is refused in a sentence and changes nothing', async () => {
  expect(await post(address, '/local/edit', { sheet: 'Nowhere', range: 'A1', values: [['x']] })).toEqual({
    status: 400,
    json: { error: expect.stringContaining('Nowhere') },
  });
  expect(await post(address, '/local/edit', { sheet: 'Sheet1', range: 'first', values: [['x']] })).toEqual({
    status: 400,
    json: { error: expect.stringContaining('first') },
  });
  expect((await post(address, '/local/menu', { item: 'Nothing' })).json.error).toContain('"Nothing"');
  expect((await get(address, '/local/sheet/Nowhere')).status).toBe(400);
  expect(await display()).toEqual([]);
});

test('a copy is a spreadsheet of its own that the host can act on', async () => {
  await edit('A1', [['original']]);
  const { copy } = (await post(address, '/local/copy')).json;
  await post(address, '/local/open', { copy });
  await edit('A1', [['copied']]);
  expect((await display())[0]?.[0]).toBe('copied');
  await post(address, '/local/open');
  expect((await display())[0]?.[0]).toBe('original');
});

test('edits are there after kill -9', async () => {
  const data2 = newFolder();
  const host = await startHost('--data', data2, '--script', script);
  ({ address } = host);
  await edit('A1:A3', [['=1+1'], ['2026-11-23'], ["'0012"]]);
  const before = (await get(address, '/local/sheet/Sheet1')).json;
  await host.end('SIGKILL');
  ({ address } = await startHost('--data', data2, '--script', script));
  expect((await get(address, '/local/sheet/Sheet1')).json).toEqual(before);
});

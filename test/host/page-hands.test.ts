import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { get, post } from 'local-apps-script/testing';
import type { Page } from 'playwright-core';
import { cleanUp, newFolder, startHost } from './host-process';
import { cellOf, closeBrowser, openPage, orderOf, withOwnClipboard } from './open-page';

withOwnClipboard();

let address: string;
let page: Page;
let problems: string[];

/** Works in a tab that the program does not watch, filled with what the test needs. */
const fill = (range: string, values: readonly (readonly string[])[]) =>
  post(address, '/local/edit', { sheet: 'Events', range, values });

const column = async (letter: 'A' | 'B', rows = 8): Promise<string[]> => {
  const { display } = (await get(address, `/local/sheet/Events?from=2&rows=${rows}`)).json;
  return display.map((row: string[]) => row[letter === 'A' ? 0 : 1]).filter((text: string) => text !== '');
};

beforeAll(async () => {
  ({ address } = await startHost('--data', newFolder()));
});

afterAll(async () => {
  await closeBrowser();
  await cleanUp();
});

beforeEach(async () => {
  ({ page, problems } = await openPage(address));
  await fill('A2', [
    ['CHEER26', 'Cheer'],
    ['ASDAR26', 'Dance'],
    ['GYM26', 'Gymnastics'],
    ['BALL26', 'Dance'],
  ]);
  await page.getByRole('tab', { name: 'Events' }).click();
  await cellOf(page, 5, 1).getByText('BALL26').waitFor();
});

afterEach(async () => {
  expect(problems).toEqual([]);
  await page.close();
  await post(address, '/local/rows', { sheet: 'Events', action: 'unfilter' });
  await post(address, '/local/rows', { sheet: 'Events', action: 'delete', row: 2, count: 8 });
});

const until = async (expected: readonly string[], letter: 'A' | 'B' = 'A'): Promise<void> => {
  let now: string[] = [];
  for (let attempt = 0; attempt < 100; attempt += 1) {
    now = await column(letter);
    if (JSON.stringify(now) === JSON.stringify(expected)) return;
    await page.waitForTimeout(50);
  }
  expect(now).toEqual(expected);
};

test('Ctrl+D fills a selection down, Delete clears it, Ctrl+Z brings it back', async () => {
  await cellOf(page, 2, 2).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await until(['Cheer', 'Cheer', 'Cheer', 'Dance'], 'B');
  await page.keyboard.press('Delete');
  await until(['Dance'], 'B');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await until(['Cheer', 'Dance', 'Gymnastics', 'Dance'], 'B');
});

test('rows are inserted and deleted by the menu of a cell, by mouse and by keyboard', async () => {
  await cellOf(page, 3, 1).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete rows' }).click();
  await until(['CHEER26', 'GYM26', 'BALL26']);
  await cellOf(page, 2, 1).click();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu', { name: 'Menu of the selected cells' }).waitFor();
  for (let entry = 0; entry < 5; entry += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await cellOf(page, 4, 1).getByText('GYM26').waitFor();
  expect((await get(address, '/local/sheet/Events?from=3&rows=1')).json.display).toEqual([]);
});

test('a column sorts the rows, and a filter hides rows until all are shown again', async () => {
  await cellOf(page, 2, 1).click();
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Sort by this column, A to Z' }).click();
  await until(['ASDAR26', 'BALL26', 'CHEER26', 'GYM26']);

  await cellOf(page, 2, 2).click();
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Filter by this column…' }).click();
  await page.getByRole('checkbox', { name: 'Dance 2' }).uncheck();
  await page.getByRole('button', { name: 'Apply' }).click();
  await cellOf(page, 2, 1).waitFor({ state: 'detached' });
  expect(await cellOf(page, 4, 1).textContent()).toBe('CHEER26');
  await page.getByRole('button', { name: 'Filter of column B' }).waitFor();

  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Show all rows' }).click();
  await cellOf(page, 2, 1).getByText('ASDAR26').waitFor();
});

test('cells are copied and pasted as tab-separated text; one value fills the whole selection', async () => {
  await cellOf(page, 2, 1).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) === 'CHEER26\tCheer\nASDAR26\tDance');
  await cellOf(page, 6, 1).click();
  await page.keyboard.press('Control+v');
  await until(['CHEER26', 'ASDAR26', 'GYM26', 'BALL26', 'CHEER26', 'ASDAR26']);
  await page.evaluate(() => navigator.clipboard.writeText('Same'));
  await cellOf(page, 2, 2).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+v');
  await until(['Same', 'Same', 'Gymnastics', 'Dance', 'Cheer', 'Dance'], 'B');
});

test('the menu of the sheet opens and closes by keyboard, and Tab moves to the right', async () => {
  await cellOf(page, 2, 1).click();
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.querySelector('#name-box')?.textContent === 'B2');
  await page.keyboard.press('F2');
  await page.keyboard.type('!');
  await page.keyboard.press('Tab');
  await until(['Cheer!', 'Dance', 'Gymnastics', 'Dance'], 'B');
  await page.waitForFunction(() => document.querySelector('#name-box')?.textContent === 'C2');
});

test('the note of a cell is shown when the cell is selected', async () => {
  await post(address, '/exec', orderOf('Noted', 'noted@example.com'));
  await page.getByRole('tab', { name: 'Orders' }).click();
  await cellOf(page, 2, 12).click();
  await page.keyboard.type('posted');
  await page.keyboard.press('Enter');
  await cellOf(page, 2, 12).getByText('pending').waitFor();
  await page.locator('.tabulator-cell.has-note').first().click();
  await page.getByRole('note').getByText('posted').waitFor();
});

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axe, launch } from '../support/browser';
import { get, post } from './calls';
import { cleanUp, newFolder, startHost } from './host-process';

let browser: Browser;
let page: Page;
let address: string;
let problems: string[];
let foreign: string[];

beforeAll(async () => {
  ({ address } = await startHost('--data', newFolder(), '--auth', 'open'));
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await cleanUp();
});

beforeEach(async () => {
  problems = [];
  foreign = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    if (!/^(http:\/\/localhost:|data:|about:)/.test(request.url())) foreign.push(request.url());
  });
  await page.goto(`${address}/`);
  await page.getByText('Order ID').waitFor();
});

afterEach(() => page.close());

const order = (customerName: string, email: string): object => ({
  customerName,
  email,
  phone: '407-555-0134',
  street: '123 Main St',
  city: 'Orlando',
  state: 'FL',
  zipCode: '32801',
  eventCode: 'ASDAR26',
  items: [{ photoNumber: '1234', size: '4x6', quantity: 3 }],
});

/** The cell in that row of the sheet (2 = the first below the header) and column (1 = A). */
const cell = (row: number, column: number) =>
  page
    .locator('.tabulator-row')
    .nth(row - 2)
    .locator('.tabulator-cell')
    .nth(column);

test('an order that is posted appears as a row and its receipt as a mail, without a reload', async () => {
  const { json } = await post(address, '/exec', order('Ann Lee', 'ann@example.com'));
  await page.getByRole('rowgroup').getByText('ann@example.com').waitFor();
  await page.getByRole('rowgroup').getByText(json.orderNumber, { exact: true }).waitFor();
  await page.getByRole('tabpanel').getByText('ann@example.com').click();
  const mail = page.frameLocator('.mail-body iframe');
  await mail.getByText(json.orderNumber).first().waitFor();
  await page.getByRole('button', { name: 'Text' }).click();
  expect(await page.locator('.mail-body pre').textContent()).toContain(json.orderNumber);
  expect([problems, foreign]).toEqual([[], []]);
});

test('a value that is typed goes to the host as an edit of that cell, and Enter goes down', async () => {
  await post(address, '/exec', order('Before', 'typed@example.com'));
  const { display } = (await get(address, '/local/sheet/Orders?from=1&rows=50')).json;
  const row = 1 + display.findIndex((cells: string[]) => cells.includes('typed@example.com'));
  await page.getByRole('rowgroup').getByText('typed@example.com').waitFor();
  await cell(row, 3).click();
  await page.keyboard.type('After');
  await page.keyboard.press('Enter');
  await cell(row, 3).getByText('After').waitFor();
  expect((await get(address, `/local/sheet/Orders?from=${row}&rows=1`)).json.values[0][2]).toBe('After');
  expect(await page.locator('#name-box').textContent()).toBe(`C${row + 1}`);
  expect(problems).toEqual([]);
});

test('Escape leaves a cell as it was', async () => {
  await post(address, '/exec', order('Unchanged', 'escape@example.com'));
  await page.getByRole('rowgroup').getByText('Unchanged').dblclick();
  await page.keyboard.type(' not');
  await page.keyboard.press('Escape');
  await page.getByRole('rowgroup').getByText('Unchanged', { exact: true }).waitFor();
  const { display } = (await get(address, '/local/sheet/Orders?from=1&rows=50')).json;
  expect(display.flat()).toContain('Unchanged');
});

test('tabs switch by mouse and by keyboard, and hidden ones are shown on request', async () => {
  await page.getByRole('tab', { name: 'Price List' }).click();
  await page.getByRole('rowgroup').getByText('8x10').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'Price List', selected: false }).waitFor();
  expect(await page.getByRole('tab', { name: 'Ledger' }).count()).toBe(0);
  await page.getByLabel('Hidden tabs').check();
  await page.getByRole('tab', { name: 'Ledger' }).click();
  await page.getByRole('tab', { name: 'Ledger', selected: true }).waitFor();
  expect(problems).toEqual([]);
});

test('the clock moves on by the panel, and what ran is listed', async () => {
  await post(address, '/exec', order('Lister', 'lister@example.com'));
  const before = Date.parse((await get(address, '/local/state')).json.clock);
  await page.getByRole('tab', { name: 'Clock' }).click();
  await page.getByRole('button', { name: '+ 1 hour' }).click();
  await page.waitForFunction(
    () => ![...document.querySelectorAll<HTMLButtonElement>('.clock button')].some((each) => each.disabled),
  );
  expect(Date.parse((await get(address, '/local/state')).json.clock) - before).toBeGreaterThanOrEqual(3_600_000);
  await page.getByRole('tab', { name: 'Executions' }).click();
  await page.getByRole('tabpanel').getByText('doPost').first().click();
  await page.getByText('Sheets.Spreadsheets.batchUpdate × 1').first().waitFor();
});

test('the page is accessible: sheet, menu, mail, clock and executions', async () => {
  await post(address, '/exec', order('Axe', 'axe@example.com'));
  await page.getByRole('rowgroup').getByText('axe@example.com').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.locator('.menu-opener').click();
  expect(await axe(page)).toEqual([]);
  for (const name of ['Clock', 'Executions']) {
    await page.getByRole('tab', { name }).click();
    expect(await axe(page)).toEqual([]);
  }
});

test('a page that lost its host says so, and shows what is there when the host is back', async () => {
  const data = newFolder();
  const first = await startHost('--data', data);
  const { port } = new URL(first.address);
  await page.goto(`${first.address}/`);
  await page.getByText('Order ID').waitFor();
  await first.end('SIGKILL');
  await page.getByText('Connection lost').waitFor();

  const second = await startHost('--data', data, '--port', port);
  await post(second.address, '/exec', order('Back', 'back@example.com'));
  await page.getByRole('rowgroup').getByText('back@example.com').waitFor();
  expect(await page.getByText('Connection lost').count()).toBe(0);
});

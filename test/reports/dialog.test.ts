import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { get, post } from 'local-apps-script/testing';
import type { Browser } from 'playwright-core';
import { cleanUp, newFolder, startHost } from '../host/host-process';
import { closeBrowser, openPage } from '../host/open-page';
import { axe, launch, textOf } from '../support/browser';
import { openDialog } from '../support/dialogs';
import { PAUL } from '../support/shop';

let address: string;
let browser: Browser;

beforeAll(async () => {
  [{ address }, browser] = await Promise.all([startHost('--data', newFolder()), launch()]);
  for (const orderId of ['A', 'B']) await post(address, '/exec', { ...PAUL, orderId });
});

afterAll(async () => {
  await browser?.close();
  await closeBrowser();
  await cleanUp();
});

test('a report is made, taken along and opened; its charts are drawn on the tab with their titles', async () => {
  const { page, frame, problems } = await openDialog(browser, address, 'Reports > Sales report');
  await frame.getByLabel('Period').selectOption('An event');
  await frame.getByRole('button', { name: 'Create report' }).click();
  await frame.getByText('Choose an event.').waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByLabel('Event').selectOption({ label: 'ASDAR26 All Star Dance Regionals 2026' });
  await frame.getByRole('button', { name: 'Create report' }).click();
  await frame.getByText('Check passed: all 2 orders ($80.00) are accounted for.').waitFor();
  await frame.getByRole('row', { name: 'Gross sales $88.00' }).waitFor();
  expect(await axe(frame)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('button', { name: 'Download orders as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^orders-ASDAR26-\d{4}-\d\d-\d\d\.csv$/);
  expect(await textOf(download)).toContain('ASDAR26-0002,B,');

  // What would be printed, instead of the browser's print window.
  await frame.evaluate(`Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    get() { const page = this.contentDocument; return { print: () => { window.printed = page?.body.textContent ?? this.srcdoc; } }; } })`);
  await frame.getByRole('button', { name: 'Print report' }).click();
  await frame.waitForFunction('window.printed');
  expect(await frame.evaluate('window.printed')).toContain('Sales by print size');

  await frame.getByRole('button', { name: 'Open report' }).click();
  while ((await get(address, '/local/state')).json.dialogs.length > 0) await page.waitForTimeout(50);
  expect(problems).toEqual([]);
  await page.close();

  const sheet = await openPage(address, { width: 1700, height: 1000 });
  await sheet.page.getByRole('tab', { name: 'Sales Report' }).click();
  await sheet.page.getByRole('img', { name: /Sales by day/ }).waitFor();
  const line = sheet.page.locator('.tabulator-cell', { hasText: 'Check passed: ' }).first();
  expect(await line.evaluate((cell) => getComputedStyle(cell).overflow)).toBe('visible');
  expect(sheet.problems).toEqual([]);
  if (process.env.PICTURES) await sheet.page.screenshot({ path: `${process.env.PICTURES}/sales-report.png` });
});

test('staff export the orders of a period; what is missing is said first', async () => {
  const { page, frame } = await openDialog(browser, address, 'Reports > Export orders', { user: 'staff' });
  await frame.getByLabel('Period').selectOption('Custom dates');
  await frame.getByRole('button', { name: 'Download orders as CSV' }).click();
  await frame.getByText('Choose the first and last day.').waitFor();
  expect(await axe(frame)).toEqual([]);
  const before = (await get(address, '/local/sheet/Sales%20Report?from=1&rows=5')).json.values;
  await frame.getByLabel('Period').selectOption('All time');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('button', { name: 'Download orders as a page' }).click(),
  ]);
  expect(await textOf(download)).toContain('ASDAR26-0001');
  expect((await get(address, '/local/sheet/Sales%20Report?from=1&rows=5')).json.values).toEqual(before);
  await page.close();
});

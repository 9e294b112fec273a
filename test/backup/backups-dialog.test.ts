import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { get, post } from '../host/calls';
import { cleanUp, newFolder, startHost } from '../host/host-process';
import { axe, launch } from '../support/browser';
import { openDialog } from '../support/dialogs';
import { PAUL } from '../support/shop';

/** Where the pictures go: `PICTURES=docs/images` renews those of the docs. */
const FOLDER = process.env.PICTURES ?? 'build/pictures';
const ORDERS = 12;

let browser: Browser;
let address: string;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  ({ address } = await startHost('--data', newFolder()));
  browser = await launch();
  const names = ['Paul Smith', 'Anna Lee', 'Marcus Hill', 'Zoe Park'];
  for (let order = 1; order <= ORDERS; order++) {
    const name = names[order % names.length] ?? '';
    const body = { ...PAUL, orderId: `web-${order}`, customerName: name, email: `customer${order}@example.com` };
    const answer = await fetch(`${address}/exec`, { method: 'POST', body: JSON.stringify(body) });
    expect(await answer.json()).toMatchObject({ ok: true });
  }
});

afterAll(async () => {
  await browser?.close();
  await cleanUp();
});

const orders = async (): Promise<unknown[][]> =>
  (await get(address, '/local/sheet/Orders?from=2&rows=100')).json.values
    .filter((row: unknown[]) => row[0] !== '')
    .sort((a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1));

test('in the page: a backup is made, rows are lost and overwritten, and come back from it', async () => {
  const before = await orders();
  const { page, frame, problems } = await openDialog(browser, address, 'Data > Backups');
  await frame.getByRole('button', { name: 'Back up now' }).click();
  await frame.getByText(`opened and compared: ${ORDERS} rows, $480.00 in all`).waitFor();
  await page.screenshot({ path: `${FOLDER}/dialog-backups.png` });
  expect(await axe(frame)).toEqual([]);

  await post(address, '/local/rows', { sheet: 'Orders', action: 'delete', row: 4, count: 3, user: 'staff' });
  const garbled = [
    ['Overwritten', 'wrong@example.com'],
    ['Overwritten', 'wrong@example.com'],
  ];
  await post(address, '/local/edit', { sheet: 'Orders', range: 'C6:D7', values: garbled, user: 'staff' });
  const { mails } = (await get(address, '/local/mail')).json;
  await frame.getByRole('button', { name: 'Restore …' }).first().click();
  await frame.getByText('without a row here').waitFor();
  await frame.getByLabel('Rows that I choose').check();
  await page.screenshot({ path: `${FOLDER}/dialog-restore.png` });
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Show what would happen' }).click();
  await frame.getByText('5 orders would be written').waitFor();
  expect((await orders()).length).toBe(ORDERS - 3);
  await frame.getByRole('button', { name: 'Restore 5 orders' }).click();
  await frame.getByText('5 orders restored. No mail was sent.').waitFor();

  expect(await orders()).toEqual(before);
  expect((await get(address, '/local/mail')).json.mails).toEqual(mails);
  expect(problems).toEqual([]);
  await page.close();
});

test('health, line by line; what is not in order says what to do', async () => {
  const { page, frame, problems } = await openDialog(browser, address, 'Health');
  await frame.getByText('It works.').waitFor();
  await frame.getByText('All are there and belong to you.').waitFor();
  await page.screenshot({ path: `${FOLDER}/dialog-health.png` });
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test('everything is exported as JSON, a tab as CSV', async () => {
  await post(address, '/local/edit', { sheet: 'Orders', range: 'S2', values: [["'=1+1"]] });
  const { page, frame, problems } = await openDialog(browser, address, 'Data > Export all data');
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('button', { name: 'Everything as JSON' }).click(),
  ]);
  const { tabs } = JSON.parse(readFileSync(await json.path(), 'utf8'));
  expect(tabs.Orders).toHaveLength(ORDERS);
  expect(tabs.Orders[0]).toMatchObject({ 'Order ID': 'web-1', Total: 40, 'ZIP Code': '32801', 'Column (19)': '=1+1' });
  expect(tabs.Orders[0]['Created At']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  expect(Object.keys(tabs)).toEqual(expect.arrayContaining(['Ledger', 'Outbox', 'Activity', 'Settings']));
  await frame.getByText('is in your downloads').first().waitFor();
  await page.screenshot({ path: `${FOLDER}/dialog-export.png` });
  expect(await axe(frame)).toEqual([]);
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    frame
      .getByRole('row', { name: /^Orders/ })
      .getByRole('button')
      .click(),
  ]);
  expect(csv.suggestedFilename()).toMatch(/^Orders \d{4}-\d\d-\d\d\.csv$/);
  expect(readFileSync(await csv.path(), 'utf8')).toMatch(/^\ufeffOrder ID,Order Number[\s\S]*,"?'=1\+1"?\r\n/);
  expect(problems).toEqual([]);
  await page.close();
});

test('a customer is erased after a look at what there is', async () => {
  const { page, frame, problems } = await openDialog(browser, address, 'Data > Erase a customer');
  await frame.getByLabel('Email address').fill('customer7@example.com');
  await frame.getByRole('button', { name: 'Look what there is' }).click();
  await frame.getByText('What would be erased').waitFor();
  await page.screenshot({ path: `${FOLDER}/dialog-erase.png` });
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Erase for good' }).click();
  await frame.getByText('customer7@example.com is erased').waitFor();
  expect(JSON.stringify(await orders())).not.toContain('customer7@');
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { get, post } from '../host/calls';
import { cleanUp, newFolder, startHost } from '../host/host-process';
import { axe, launch } from '../support/browser';
import { openDialog } from '../support/dialogs';
import { PAUL } from '../support/shop';

let address: string;
let browser: Browser;

beforeAll(async () => {
  [{ address }, browser] = await Promise.all([startHost('--data', newFolder()), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await cleanUp();
});

const settingIn = async (name: string): Promise<string> =>
  (await get(address, '/local/sheet/Settings?from=2&rows=60')).json.values.find(
    (row: string[]) => row[0] === name,
  )?.[1];

test('a changed setting is checked, written and in force for the next order', async () => {
  const { page, frame, problems } = await openDialog(browser, address, 'Settings');
  const fee = frame.getByLabel('Shipping fee');
  await fee.fill('five dollars');
  await frame.getByRole('button', { name: 'Save' }).click();
  await frame.getByText('"five dollars" is not allowed for Shipping fee: an amount such as 5 or 5.50').waitFor();
  expect(await axe(frame)).toEqual([]);
  expect(await settingIn('Shipping fee')).toBe('0');
  await fee.fill('5.50');
  await frame.getByRole('button', { name: 'Save' }).click();
  await frame.getByText('Saved. It is in force now.').waitFor();
  expect(await settingIn('Shipping fee')).toBe('5.50');
  await post(address, '/exec', PAUL);
  const [order] = (await get(address, '/local/sheet/Orders?from=2&rows=1')).json.values;
  expect(order.slice(8, 11)).toEqual([40, 5.5, 45.5]);
  expect(problems).toEqual([]);
  await page.close();
});

test('a wrong value that was typed into the tab is shown as one', async () => {
  const rows = (await get(address, '/local/sheet/Settings?from=1&rows=60')).json.values as string[][];
  const at = rows.findIndex(([name]) => name === 'Orders per minute') + 1;
  await post(address, '/local/edit', { sheet: 'Settings', range: `B${at}`, values: [['many']] });
  const { page, frame } = await openDialog(browser, address, 'Settings');
  await frame.getByText('This value cannot be used').waitFor();
  expect(await frame.getByLabel('Orders per minute').getAttribute('aria-invalid')).toBe('true');
  expect(await axe(frame)).toEqual([]);
  await page.close();
});

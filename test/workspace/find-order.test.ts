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
  const items = [{ photoNumber: '77', qty4x6: 1, qty5x7: 0, qty8x10: 0 }];
  await post(address, '/exec', PAUL);
  await post(address, '/exec', {
    ...PAUL,
    customerName: 'Ann Lee',
    email: 'ann@example.com',
    phone: '407-555-9911',
    items,
  });
});

afterAll(async () => {
  await browser?.close();
  await cleanUp();
});

test('an order is found by number, name, email, end of the phone and photo number', async () => {
  const { page, frame, problems } = await openDialog(browser, address, 'Find order');
  await frame.getByText('Type what you know').waitFor();
  const box = frame.getByRole('textbox');
  for (const words of ['asdar26-0002', 'ann l', 'ann@', '9911', '(407) 555-9911', '77']) {
    await box.fill(words);
    await page.keyboard.press('Enter');
    await frame.getByRole('button', { name: /ASDAR26-0002 Ann Lee/ }).waitFor();
    expect(await frame.getByRole('list', { name: 'Orders found' }).getByRole('button').count()).toBe(1);
    await box.fill('nobody');
    await page.keyboard.press('Enter');
    await frame.getByText('No order was found').waitFor();
  }
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test('the card shows the order, its mails and its story, and takes the steps that are allowed now', async () => {
  const { page, frame, problems } = await openDialog(browser, address, 'Find order');
  await frame.getByRole('textbox').fill('ann');
  await page.keyboard.press('Enter');
  await frame.getByRole('button', { name: /Ann Lee/ }).click();
  await frame.getByText('77 · 4x6 · 1 × $8.00').waitFor();
  await frame.getByText('receipt').waitFor();
  expect(await frame.getByRole('button', { name: 'Mark shipped' }).count()).toBe(0);
  await frame.getByRole('button', { name: 'Mark paid', exact: true }).click();
  await frame.getByText('has been handed over').waitFor();
  await frame.getByText(/went from pending to paid/).waitFor();
  await frame.getByRole('button', { name: 'Mark shipped' }).waitFor();
  expect(await axe(frame)).toEqual([]);
  const rows = (await get(address, '/local/sheet/Orders?from=2&rows=2')).json.values;
  expect(rows.map((row: string[]) => row[11])).toEqual(['pending', 'paid']);
  expect(problems).toEqual([]);
  await page.close();
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { post } from '../host/calls';
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

test('an empty sheet says so, kindly', async () => {
  const { page, frame, problems } = await openDialog(browser, address, 'Today');
  await frame.getByText('No orders yet').waitFor();
  await frame.getByText('Nothing is waiting for you').waitFor();
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test('the day shows counts and sums and what was refused; a click selects the rows', async () => {
  for (const customerName of ['Ann Lee', 'Ben Roe', 'Cy Poe', 'Di Fox'])
    await post(address, '/exec', { ...PAUL, customerName });
  await post(address, '/exec', { ...PAUL, email: 'no address' });
  await post(address, '/local/edit', { sheet: 'Orders', range: 'L3:L4', values: [['paid'], ['paid']] });
  const { page, frame, problems } = await openDialog(browser, address, 'Today');
  await frame.getByRole('button', { name: /pending 2 \$80\.00/ }).waitFor();
  await frame.getByRole('button', { name: /Refused orders 1/ }).waitFor();
  expect(await axe(frame)).toEqual([]);

  const answered = page.waitForResponse('**/local/run');
  await frame.getByRole('button', { name: /paid 2 \$80\.00/ }).click();
  await answered;
  const bulk = await openDialog(browser, address, 'Mark selection > shipped');
  await bulk.frame.getByText('2 orders chosen').waitFor();
  await bulk.frame.getByText('Ben Roe').waitFor();
  expect(problems).toEqual([]);
  await Promise.all([page.close(), bulk.page.close()]);
});

test('in a copy of the sheet it says so and shows nothing', async () => {
  const { copy } = (await post(address, '/local/copy')).json;
  await post(address, '/local/open', { copy });
  const { page, frame } = await openDialog(browser, address, 'Today');
  await frame.getByText('copy of the live sheet').waitFor();
  await page.close();
  await post(address, '/local/open', {});
});

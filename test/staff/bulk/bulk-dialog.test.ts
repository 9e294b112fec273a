import { beforeAll, expect, test } from '@jest/globals';
import { axe } from '../../support/browser';
import { openHost } from '../../support/open-host';
import { picture } from '../../support/pictures';
import { PAUL } from '../../support/shop';

const host = openHost();

beforeAll(async () => {
  const names = ['Ann Lee', 'Ben Roe', 'Cy Poe', 'Di Fox', 'Eve Low', 'Flo Ray'];
  for (const customerName of names) await host.post('/exec', { ...PAUL, customerName });
  await host.post('/local/edit', { sheet: 'Orders', range: 'L2:L4', values: [['paid'], ['paid'], ['paid']] });
});

const select = (range: string) => host.post('/local/select', { sheet: 'Orders', range });
const statuses = async (): Promise<string[]> =>
  (await host.get('/local/sheet/Orders?from=2&rows=6')).json.values.map((row: string[]) => row[11]);

test('a dry run lists the orders with tick boxes and what is skipped; then it marks those that are ticked', async () => {
  await select('A2:R7');
  const { page, frame, problems } = await host.dialog('Mark selection > shipped');
  await frame.getByText('These orders will be marked').waitFor();
  await frame.getByText('Skipped: 3 orders').waitFor();
  await frame.getByRole('checkbox', { name: /Ben Roe/ }).uncheck();
  await frame.getByText('2 orders selected, 2 emails to customers').waitFor();
  expect(await axe(frame)).toEqual([]);
  await picture(page, 'dialog-bulk');
  expect(await statuses()).toEqual(['paid', 'paid', 'paid', 'pending', 'pending', 'pending']);
  await frame.getByRole('button', { name: 'Mark 2 orders shipped' }).click();
  await frame.getByText('2 orders marked shipped. 2 emails to customers.').waitFor();
  await frame.getByText('Not done: 3 orders').waitFor();
  for (const name of ['ASDAR26-0004', 'ASDAR26-0005', 'ASDAR26-0006']) await frame.getByText(name).waitFor();
  expect(await axe(frame)).toEqual([]);
  expect(await statuses()).toEqual(['shipped', 'paid', 'shipped', 'pending', 'pending', 'pending']);
  expect(problems).toEqual([]);
  await page.close();
});

test('a selection in which nothing can be done says so and why', async () => {
  await select('A5:A7');
  const { page, frame } = await host.dialog('Mark selection > shipped');
  await frame.getByText('None of the selected orders can be marked shipped').waitFor();
  await frame.getByText(/ASDAR26-0004/).waitFor();
  expect(await axe(frame)).toEqual([]);
  await page.close();
});

test('canceling asks why and says that no money moves', async () => {
  await select('A6:A7');
  const { page, frame } = await host.dialog('Mark selection > cancelled');
  await frame.getByLabel('Reason for canceling').fill('Paid twice by mistake');
  await frame.getByText("This doesn't refund anything").waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Mark 2 orders cancelled' }).click();
  await frame.getByText('2 orders marked cancelled').waitFor();
  const activity = (await host.get('/local/sheet/Activity?from=1&rows=100')).json.values.flat().join('\n');
  expect(activity).toContain('Paid twice by mistake');
  await page.close();
});

test('when the sheet does not answer half-way, what is left is named and can be gone on with', async () => {
  await select('A3:A5');
  const { page, frame } = await host.dialog('Mark selection > paid and shipped');
  await frame.getByText('These orders will be marked').waitFor();
  // The first portion arrives; its answer does not.
  await page.route('**/local/run', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await frame.getByRole('button', { name: /^Mark 2 orders/ }).click();
  await frame.getByText('2 orders left to do').waitFor();
  await frame.getByText('several Google accounts').waitFor();
  expect(await axe(frame)).toEqual([]);
  await page.unroute('**/local/run');
  await frame.getByRole('button', { name: 'Try again' }).click();
  await frame
    .getByText(
      '2 orders were already marked paid and shipped. Some of these may have been marked by the interrupted attempt.',
    )
    .waitFor();
  expect(await statuses()).toEqual(['shipped', 'shipped', 'shipped', 'shipped', 'cancelled', 'cancelled']);
  await page.close();
});

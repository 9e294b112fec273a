import { expect, test } from '@jest/globals';
import { axe } from '../support/browser';
import { openHost } from '../support/open-host';
import { picture } from '../support/pictures';

const ITEM = 'Set up this sheet';

const host = openHost();

const edit = (range: string, values: unknown[][]) => host.post('/local/edit', { sheet: 'Orders', range, values });

test('old rows under other headers: the dialog asks which column is which, then imports them', async () => {
  await edit('D1', [['Contact']]);
  const row = ['old-1', 'CPS-0007', 'Ann Lee', 'ann@example.com', '', 'pickup', '', '1234 4x6 x1', 8, 0, 8, 'paid'];
  await edit('A2', [row]);
  const { page, frame, problems } = await host.dialog(ITEM);
  const email = frame.getByLabel('Email');
  await email.waitFor();
  expect(await email.locator('option:checked').textContent()).toBe('Contact');
  expect(await axe(frame)).toEqual([]);
  await picture(page, 'dialog-set-up-columns');
  await frame.getByRole('button', { name: 'Use these columns' }).click();
  await frame.getByRole('heading', { name: 'Import 1 order' }).waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Import 1 order' }).click();
  await frame.getByText('Imported 1 order from the sheet').waitFor();
  const { values } = (await host.get('/local/sheet/Orders?from=1&rows=2')).json;
  expect(values[0][3]).toBe('Email');
  expect(values[1].slice(0, 4)).toEqual(['old-1', 'CPS-0007', 'Ann Lee', 'ann@example.com']);
  expect((await host.get('/local/mail')).json.mails).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test('in a copy the dialog asks what the copy is for, and makes it a practice sheet', async () => {
  const { copy } = (await host.post('/local/copy')).json;
  await host.post('/local/open', { copy });
  const { page, frame } = await host.dialog(ITEM);
  await frame.getByText('This is a copy of the live sheet. Nothing was changed').waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Make this a practice sheet' }).click();
  await frame.getByText('This is a practice sheet').waitFor();
  expect(await axe(frame)).toEqual([]);
  await page.close();
});

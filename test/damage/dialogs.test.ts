import { beforeEach, expect, test } from '@jest/globals';
import { keepShop, liveSheet, runNightly, shopWithOrders } from '../backup/backup-shop';
import { axe } from '../support/browser';
import { openHost } from '../support/open-host';
import { picture } from '../support/pictures';
import { PAUL } from '../support/shop';

const ORDERS = 24;

const host = openHost([], async (folder) => {
  const shop = await shopWithOrders(ORDERS - 1, { now: new Date(Date.now() - 150_000).toISOString() });
  await shop.post({ ...PAUL, orderId: 'web-1', customerName: 'Anna Lee', email: 'anna@example.com' });
  await runNightly(shop);
  const sheet = liveSheet(shop);
  const ledger = sheet.tabNamed('Ledger');
  if (ledger) sheet.deleteTab(ledger);
  await keepShop(shop, folder);
});

beforeEach(async () => {
  await host.post('/local/clock', { advance: 'PT1M' });
});

test('set-up says that the Ledger is gone, and one button restores it from the backup; nothing is taken over', async () => {
  const { page, frame, problems } = await host.dialog('Set up this sheet');
  await frame.getByText(`of ${ORDERS} orders is gone`).waitFor();
  await picture(page, 'dialog-set-up-ledger');
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: `Restore ${ORDERS} orders from the backup` }).click();
  await frame.getByText('Tabs, formats and triggers').waitFor();
  const { values } = (await host.get('/local/sheet/Ledger?from=2&rows=40')).json;
  expect(values.filter(([id]: unknown[]) => id !== '')).toHaveLength(ORDERS);
  expect(problems).toEqual([]);
  await page.close();
});

test('a backup after an accident says that the one before it holds more, and the list says why both are kept', async () => {
  await host.post('/local/rows', { sheet: 'Orders', action: 'delete', row: 2, count: ORDERS, user: 'staff' });
  const { page, frame, problems } = await host.dialog('Data > Backups');
  await frame.getByRole('button', { name: 'Back up now' }).click();
  await frame.getByText(`This copy has 0 rows, the one of`).waitFor();
  await frame.getByText(`kept: it has ${ORDERS} rows, the next one 0`).waitFor();
  await picture(page, 'dialog-backups-kept');
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test('restoring shows own columns, damaged newer orders and settings that differ; ticked settings are set back on their own', async () => {
  const { values } = (await host.get('/local/sheet/Settings?from=2&rows=60')).json;
  const at = 2 + values.findIndex(([name]: unknown[]) => name === 'Studio name');
  const edit = (sheet: string, range: string, typed: unknown[][]) =>
    host.post('/local/edit', { sheet, range, values: typed, user: 'staff' });
  await edit('Settings', `B${at}`, [['Another studio']]);
  await edit('Price List', 'B2', [[1]]);
  await edit('Events', 'B2', [['Wrong name']]);
  const { page, frame, problems } = await host.dialog('Data > Backups');
  await frame.getByRole('button', { name: 'Restore …' }).last().click();
  await frame.getByText('3 lines are not as in the backup').waitFor();
  await frame.getByText('Value: Another studio → CPS Photos').waitFor();
  await frame.getByLabel('Studio name').check();
  await picture(page, 'dialog-restore-settings');
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Set 1 line back' }).click();
  await frame.getByText('1 line set back. No mail was sent.').waitFor();
  await frame.getByText('2 lines are not as in the backup').waitFor();
  const after = (await host.get(`/local/sheet/Settings?from=${at}&rows=1`)).json.values;
  expect(after[0][1]).toBe('CPS Photos');
  expect(problems).toEqual([]);
  await page.close();
});

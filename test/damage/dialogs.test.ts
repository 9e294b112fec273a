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

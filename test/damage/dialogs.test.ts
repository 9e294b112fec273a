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
  await shop.type('S1', [
    ['Tracking Number', 'My notes'],
    ...Array.from({ length: ORDERS }, (_, row) => [`9400 1000 ${1_000 + row}`, `note ${row}`]),
  ]);
  await runNightly(shop);
  const sheet = liveSheet(shop);
  const ledger = sheet.tabNamed('Ledger');
  if (ledger) sheet.deleteTab(ledger);
  await keepShop(shop, folder);
});

beforeEach(async () => {
  await host.post('/local/clock', { advance: 'PT1M' });
});

test('set-up says that the Ledger is gone, and one button restores it from the backup; nothing is imported', async () => {
  const { page, frame, problems } = await host.dialog('Set up this sheet');
  await frame.getByText(`is missing ${ORDERS} orders`).waitFor();
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
  await frame.getByText(`This copy has 0 rows; the one from`).waitFor();
  await frame.getByText(`kept: it has ${ORDERS} rows, the next one 0`).waitFor();
  await picture(page, 'dialog-backups-kept');
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test('restoring shows own columns, damaged newer orders and settings that differ; ticked settings are restored on their own', async () => {
  const restoring = await host.dialog('Data > Backups');
  await restoring.frame.getByRole('button', { name: 'Restore …' }).last().click();
  await restoring.frame.getByRole('button', { name: 'Preview' }).click();
  await restoring.frame.getByRole('button', { name: `Restore ${ORDERS} orders` }).click();
  await restoring.frame.getByText(`${ORDERS} orders restored`).waitFor();
  await restoring.page.close();
  await host.post('/local/clock', { advance: 'PT1M' });
  await host.post('/exec', { ...PAUL, orderId: 'since', email: 'since@example.com' });
  const rows = (await host.get(`/local/sheet/Orders?from=2&rows=${ORDERS + 5}`)).json.values as unknown[][];
  const since = 2 + rows.findIndex(([id]) => id === 'since');
  const own = rows.slice(5, 9).map((row) => row.slice(18, 20));
  const { values } = (await host.get('/local/sheet/Settings?from=2&rows=60')).json;
  const at = 2 + values.findIndex(([name]: unknown[]) => name === 'Studio name');
  const edit = (sheet: string, range: string, typed: unknown[][]) =>
    host.post('/local/edit', { sheet, range, values: typed, user: 'staff' });
  await edit('Settings', `B${at}`, [['Another studio']]);
  await edit('Orders', `H${since}:K${since}`, [['?', 1, 2, 3]]);
  await edit('Orders', 'S7:T10', [...own.slice(1), ...own.slice(0, 1)]);
  await edit('Price List', 'B2', [[1]]);
  await edit('Events', 'B2', [['Wrong name']]);
  const { page, frame, problems } = await host.dialog('Data > Backups');
  await frame.getByRole('button', { name: 'Restore …' }).last().click();
  await frame.getByText('3 lines differ from the backup').waitFor();
  await frame.getByText('Value: Another studio → CPS Photos').waitFor();
  await frame.getByText('1 order newer than the backup is damaged').waitFor();
  await frame.getByLabel('Also restore your own columns (Tracking Number, My notes)').check();
  await frame.getByLabel('Studio name').check();
  for (const width of [375, 1_024, 720]) {
    await page.setViewportSize({ width, height: 880 });
    expect(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axe(frame)).toEqual([]);
  }
  await picture(page, 'dialog-restore');
  await frame.getByRole('button', { name: 'Restore 1 line' }).click();
  await frame.getByText('1 line restored. No emails were sent.').waitFor();
  await frame.getByText('2 lines differ from the backup').waitFor();
  const after = (await host.get(`/local/sheet/Settings?from=${at}&rows=1`)).json.values;
  expect(after[0][1]).toBe('CPS Photos');
  expect(problems).toEqual([]);
  await page.close();
});

test('Health leads to the ways back, and opens them automatically where a header is lost; each names a menu item that is there', async () => {
  const whole = await host.dialog('Health');
  await whole.frame.getByText('Something looks wrong with the sheet?').click();
  await whole.frame.getByText('CPS Orders > Data > Rebuild missing rows').waitFor();
  await whole.page.close();
  await host.post('/local/edit', { sheet: 'Orders', range: 'A1', values: [['']], user: 'staff' });
  const { page, frame, problems } = await host.dialog('Health');
  await frame.getByText('CPS Orders > Set up this sheet').last().waitFor();
  await frame.locator('.damage').scrollIntoViewIfNeeded();
  await picture(page, 'dialog-health-damage');
  expect(await axe(frame)).toEqual([]);
  const paths = await frame.locator('.damage li b').allInnerTexts();
  const items = JSON.stringify((await host.get('/local/state')).json);
  for (const path of paths) {
    const [, first = '', second = ''] = path.split(' > ');
    expect(items).toContain(first === 'Data' ? second : first);
  }
  expect(problems).toEqual([]);
  await page.close();
});

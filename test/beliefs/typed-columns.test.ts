import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, PAUL } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterAll(closeOffices);

test('in a tab that was made a table orders are stored, edited and emailed, and set-up says what it could not dress', async () => {
  const shop = await openShop();
  const { office } = shop;
  office.weather({ switches: { apiQuota: false, typedColumns: 'Orders' } });
  for (let nth = 0; nth < 3; nth++)
    expect(await shop.post({ ...PAUL, orderId: `typed-${nth}` })).toMatchObject({ ok: true });
  // After the first one nobody asks for formats again, for a day.
  expect(office.records.at(-1)?.calls['Sheets.Spreadsheets.batchUpdate']).toBe(1);
  expect(shop.rows('Orders')).toMatchObject([{ Status: 'pending' }, { Status: 'pending' }, { Status: 'pending' }]);
  await shop.type('L2', 'paid');
  expect(shop.rows('Ledger').map(({ Status }) => Status)).toEqual(['pending', 'pending', 'paid']);
  expect(shop.emails()).toHaveLength(4);
  const orders = office.world.workbooks.get(office.bound)?.tabNamed('Orders');
  for (let row = 1; row < 5; row++) orders?.setExtra(row, 11, undefined);
  const { report } = await (await openPage(shop, 'Set up this sheet'))<{ report: string[] }>('setUp.run', {});
  expect(report.filter((line) => line.includes('Google rejected'))).toEqual([
    "Orders: Google rejected the format or dropdown of Order ID, Order Number, Customer Name, Email, Phone, Fulfillment Type and 12 more. If this tab is a table (Convert to table), that's OK; everything works without it.",
    "Orders: Google rejected the look of the header row. If this tab is a table (Convert to table), that's OK; everything works without it.",
  ]);
  office.weather({ switches: { typedColumns: 'none' } });
  office.world.clock.advance(25 * 3_600_000);
  await shop.post({ ...PAUL, orderId: 'formats-again' });
  await shop.post({ ...PAUL, orderId: 'formats-once-more' });
  const heads = shop.rows('Ledger').flatMap(({ Head }) => (Head ? [JSON.parse(String(Head)) as object] : []));
  expect(heads[0]).not.toHaveProperty('plainSince');
  expect(orders?.extra(5, 11)?.validation).toBeDefined();
});

test('a sheet whose Orders tab is a table from the start is set up, step by step', async () => {
  const shop = await openShop();
  const { office } = shop;
  office.weather({ switches: { apiQuota: false, typedColumns: 'Orders' } });
  const workbook = office.world.workbooks.get(office.bound);
  const orders = workbook?.tabNamed('Orders');
  if (orders) workbook?.deleteTab(orders);
  expect((await office.call('App.setUp')).outcome.status).toBe('completed');
  expect(await shop.post({ ...PAUL, orderId: 'first-in-a-table' })).toMatchObject({ ok: true });
  expect(shop.rows('Orders')).toMatchObject([{ 'Order ID': 'first-in-a-table', Status: 'pending' }]);
});

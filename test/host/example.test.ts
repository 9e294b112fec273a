import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, PAUL } from '../support/shop';

afterAll(closeOffices);

test('an order whose commit throws although it landed is stored once and emailed once', async () => {
  const shop = await openShop();
  const { office } = shop;
  office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'after' });
  const first = await shop.post({ ...PAUL, orderId: 'W-1' });
  const again = await shop.post({ ...PAUL, orderId: 'W-1' });
  await office.advance(10 * 60_000);

  expect(first).toMatchObject({ ok: true, duplicate: false });
  expect(again).toMatchObject({ ok: true, duplicate: true, orderNumber: first.orderNumber });
  expect(shop.rows('Orders')).toMatchObject([{ 'Order ID': 'W-1', Status: 'pending' }]);
  expect(shop.emails().map(({ to }) => to)).toEqual([PAUL.email]);
});

test('staff type a status: the trigger runs as the operator, and the customer gets an email', async () => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'W-2' });
  await shop.type('L2', 'Paid ', 'staff');

  expect(shop.rows('Orders')).toMatchObject([{ Status: 'paid' }]);
  expect(shop.emails()).toHaveLength(2);
  expect(shop.office.records.at(-1)).toMatchObject({
    kind: 'edit trigger',
    function: 'App.onSheetEdit',
    effectiveUser: 'operator@cps-photos.example',
    status: 'completed',
  });
});

import { afterEach, expect, test } from '@jest/globals';
import { MINUTE, openEmailShop, order, postOrders } from '../email/email-shop';
import { closeOffices } from '../support/office';

afterEach(closeOffices);

test.each([
  ['C1', 'Status'],
  ['K1', 'Head'],
  ['D1', 'Shipping Status'],
])(
  'a header of the Ledger typed over (%s) is named in every answer, nothing changes, and set-up brings it back',
  async (cell, header) => {
    const shop = await openEmailShop();
    await postOrders(shop, 2);
    await shop.type('L3', 'paid');
    await shop.sweep();
    const before = [shop.rows('Orders'), shop.emails().length];
    await shop.typeIn('Ledger', cell, [[header === 'Shipping Status' ? 'Status' : 'oops']]);
    const busy = { ok: false, code: 'BUSY', retry: true, error: expect.stringContaining(`"${header}"`) };
    expect(await shop.post(order(3))).toMatchObject(busy);
    expect(await shop.post({ route: 'orders/status', orderId: 'order-1', status: 'paid' })).toMatchObject(busy);
    expect(await shop.post({ route: 'orders/feedback', orderNumber: 'ASDAR26-0001', rating: 5 })).toMatchObject(busy);
    for (const route of ['orders', 'orders%2Fsummary', 'order&id=order-1'])
      expect(await shop.get(`route=${route}`)).toMatchObject(busy);
    await shop.type('L2', 'paid');
    expect(shop.toasts().join()).toContain(`"${header}" is missing`);
    await shop.sweep();
    await shop.sweep();
    expect(shop.office.records.filter(({ status }) => status !== 'completed')).toEqual([]);
    expect(shop.rows('Activity').filter(({ Event }) => Event === 'headers')).toHaveLength(1);
    const alerts = shop.emails().filter(({ subject }) => subject.includes('the Ledger tab is damaged'));
    expect(alerts).toMatchObject([{ text: expect.stringContaining(`"${header}"`) }]);
    await shop.type('L2', 'pending');
    expect([shop.rows('Orders'), shop.emails().length - alerts.length]).toEqual(before);
    await shop.office.call('App.setUp');
    await shop.office.advance(MINUTE);
    expect(await shop.post(order(3))).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0003' });
    expect((await shop.get('route=order&id=order-2')).order).toMatchObject({
      status: 'paid',
      shippingStatus: 'to ship',
    });
  },
);

test('a Ledger that someone deleted is said so, and nothing is accepted', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 1);
  const workbook = shop.office.world.workbooks.get(shop.office.bound);
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: shop.office.bound };
  const id = workbook?.tabNamed('Ledger')?.id ?? 0;
  shop.office.world.perform(
    'Sheets.Spreadsheets.batchUpdate',
    [shop.office.bound, { requests: [{ deleteSheet: { sheetId: id } }] }],
    {
      ...host,
      effectiveUser: 'operator@cps-photos.example',
    },
  );
  expect(await shop.post(order(2))).toMatchObject({
    code: 'BUSY',
    error: expect.stringContaining('Ledger tab is missing'),
  });
  expect(await shop.get('route=orders')).toMatchObject({ code: 'BUSY' });
  await shop.sweep();
  expect(
    shop
      .rows('Activity')
      .map(({ Detail }) => Detail)
      .join(),
  ).toContain('The Ledger tab is missing.');
});

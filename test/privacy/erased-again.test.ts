import { afterEach, expect, test } from '@jest/globals';
import { liveSheet } from '../backup/backup-shop';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';
import { placesOf } from './held-texts';

afterEach(closeOffices);

const JO = { ...PAUL, orderId: 'jo-1', customerName: 'Jo Garcia-Bell', email: 'jo@example.com', street: '77 Elm Ave' };

/** A shop in which Jo was erased, and Paul was not. */
const withJoErased = async (): Promise<Shop> => {
  const shop = await openShop();
  await shop.post(JO);
  await shop.post({ ...PAUL, orderId: 'paul-1' });
  const call = await openPage(shop, 'Data > Erase a customer');
  await call('erase.run', JO.email);
  return shop;
};

const held = (shop: Shop): string[] => placesOf(shop, ['Garcia-Bell', 'jo@example.com', '77 Elm Ave', '407-555-0199']);

test('the platform’s retry of an erased order is answered as before, and another order under its id is refused: nothing of either is kept', async () => {
  const shop = await withJoErased();
  const emails = shop.emails().length;
  expect(await shop.post(JO)).toMatchObject({ ok: true, duplicate: true });
  expect(await shop.post({ ...JO, phone: '407-555-0199' })).toMatchObject({
    ok: false,
    code: 'ORDER_CONFLICT',
    error: expect.stringContaining('erased on request'),
  });
  expect(await shop.post({ ...JO, items: [] })).toMatchObject({ ok: false, code: 'ORDER_CONFLICT' });
  expect(held(shop)).toEqual([]);
  // Staff see that they came in, for a new order may be among them; the alert names nobody either.
  const kept = { 'Order ID': 'jo-1', Code: 'ORDER_CONFLICT', State: 'open', 'Raw Body': '(erased)' };
  expect(shop.rows('Rejected')).toMatchObject([kept, kept]);
  await shop.office.call('App.sweep');
  const [alert, ...others] = shop.emails().slice(emails);
  expect(others).toEqual([]);
  expect(alert?.text).toContain('resend it with a new order ID');
  expect(`${alert?.subject} ${alert?.text}`).not.toMatch(/Jo |Garcia|jo@/);
});

test('an erased order does not come in again where the Ledger and its row are lost, by a retry or by a replay', async () => {
  const shop = await withJoErased();
  const sheet = liveSheet(shop);
  for (const name of ['Orders', 'Ledger']) {
    const tab = sheet.tabNamed(name);
    tab?.deleteRows(1, 2);
  }
  expect(await shop.post(JO)).toMatchObject({ ok: false, code: 'ORDER_CONFLICT' });
  expect(held(shop)).toEqual([]);
  // Nor by hand: there is nothing to replay.
  shop.office.select({ sheet: 'Rejected', range: 'A2' });
  await shop.office.menu({ item: 'Data > Replay rejected order' });
  expect(held(shop)).toEqual([]);
  // Another customer's lost order is accepted again.
  expect(await shop.post({ ...PAUL, orderId: 'paul-1' })).toMatchObject({ ok: true, duplicate: false });
  expect(shop.rows('Orders').map((row) => row['Order ID'])).toEqual(['paul-1']);
});

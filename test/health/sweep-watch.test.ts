import { afterEach, expect, test } from '@jest/globals';
import { onlyTrigger } from '../backup/backup-shop';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterEach(closeOffices);

const HOUR = 3_600_000;
const STOPPED = "The 5-minute check of the sheet hasn't run since Oct 2, 11:00 AM, so waiting emails aren't going out.";

/** A sheet whose sweep someone deleted more than an hour ago. */
const stopped = async (): Promise<Shop> => {
  const shop = await openShop();
  onlyTrigger(shop, 'App.onSheetEdit');
  await shop.office.advance(HOUR + 60_000);
  return shop;
};

const alerts = (shop: Shop) => shop.emails().filter(({ subject }) => subject.includes('check has stopped'));

const menuTitle = async ({ office }: Shop): Promise<string> => {
  await office.openSheet('staff');
  return JSON.stringify(((await office.state()) as { menu: unknown }).menu);
};

test('while the sweep runs no answer and no menu says anything of it', async () => {
  const shop = await openShop();
  await shop.office.later(2 * HOUR);
  expect(await shop.post({ ...PAUL, orderId: 'A' })).not.toHaveProperty('health');
  expect(await shop.get('route=health')).toEqual({
    ok: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/),
  });
  expect(await menuTitle(shop)).not.toContain('please look at Health');
});

test('when it has not run for an hour, an order is accepted, its answer says so, and the operator is notified once', async () => {
  const shop = await stopped();
  expect(await shop.post({ ...PAUL, orderId: 'A' })).toMatchObject({ ok: true, health: STOPPED });
  expect(await shop.post({ ...PAUL, orderId: 'B' })).toMatchObject({ ok: true, health: STOPPED });
  await shop.office.advance(3 * HOUR);
  await shop.get('route=health');

  expect(alerts(shop)).toMatchObject([{ to: 'operator@cps-photos.example' }]);
  expect(shop.rows('Outbox').filter(({ Kind }) => Kind === 'alert')).toHaveLength(1);
});

test('who has not proved itself learns nothing of it; the operator is notified all the same', async () => {
  const shop = await openShop({ auth: 'signature' });
  onlyTrigger(shop, 'App.onSheetEdit');
  await shop.office.advance(HOUR + 60_000);
  const refused = (await shop.get('route=orders')) as object;
  expect(refused).toMatchObject({ code: 'SIGNATURE_MISSING' });
  expect(await shop.post(PAUL)).toEqual(refused);
  expect(alerts(shop)).toEqual([]);
  expect(await shop.get('route=health')).toEqual({
    ok: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/),
  });
  expect(alerts(shop)).toHaveLength(1);
});

test('whoever opens the sheet sees it in the title of the menu; an edit tells the operator', async () => {
  const shop = await stopped();
  await shop.office.edit({ sheet: 'Orders', range: 'T2', values: [['a note']], user: 'staff' });
  expect(alerts(shop)).toHaveLength(1);
  expect(await menuTitle(shop)).toContain('please look at Health');
});

test('once it runs again nothing is said any more, and a later stop is reported again', async () => {
  const shop = await stopped();
  await shop.get('route=health');
  await shop.office.call('App.sweep');
  expect(await shop.get('route=health')).not.toHaveProperty('health');
  await shop.office.advance(2 * HOUR);
  await shop.get('route=health');
  expect(alerts(shop)).toHaveLength(2);
});

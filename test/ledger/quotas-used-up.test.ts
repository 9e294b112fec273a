import { afterEach, expect, test } from '@jest/globals';
import { copiesOf, DAY, liveSheet } from '../backup/backup-shop';
import { closeOffices } from '../support/office';
import { openShop, PAUL } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterEach(closeOffices);

const MINUTE = 60_000;

test('with the day’s properties used up an order is not accepted, and is taken once when the platform sends it again', async () => {
  const shop = await openShop();
  shop.office.weather({ switches: { propertyQuota: 0 }, evictCache: true });
  const answer = await shop
    .post({ ...PAUL, orderId: 'P-1' })
    .catch((error: Error) => ({ ok: false, error: error.message }));
  expect(answer).toMatchObject({ ok: false });
  expect(shop.rows('Orders')).toEqual([]);
  shop.office.weather({ switches: { propertyQuota: null }, evictCache: true });
  expect(await shop.post({ ...PAUL, orderId: 'P-1' })).toMatchObject({ ok: true, duplicate: false });
  expect(await shop.post({ ...PAUL, orderId: 'P-1' })).toMatchObject({ ok: true, duplicate: true });
  expect(shop.emails()).toHaveLength(1);
});

test('with the day’s trigger time used up typed statuses wait, and are settled when triggers run again', async () => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'T-1' });
  shop.office.weather({ switches: { triggerTimeQuota: 0 } });
  await shop.type('L2', 'paid', 'staff');
  await shop.office.advance(10 * MINUTE);
  expect(shop.emails()).toHaveLength(1);
  expect(shop.rows('Ledger')).toMatchObject([{ Status: 'pending' }]);
  shop.office.weather({ switches: { triggerTimeQuota: null } });
  await shop.office.advance(10 * MINUTE);
  expect(shop.rows('Ledger')).toMatchObject([{ Status: 'paid' }]);
  expect(shop.emails()).toHaveLength(2);
});

test('with the day’s new spreadsheets used up the night leaves no half backup, and the next one makes it', async () => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'S-1' });
  const before = copiesOf(shop).length;
  shop.office.weather({ switches: { spreadsheetQuota: 0 } });
  await shop.office.later(DAY);
  expect(copiesOf(shop)).toHaveLength(before);
  shop.office.weather({ switches: { spreadsheetQuota: null } });
  await shop.office.later(DAY);
  expect(copiesOf(shop).length).toBeGreaterThan(before);
});

test('with the day’s fetches used up set-up says that its test order could not be sent, and leaves none behind', async () => {
  const shop = await openShop();
  shop.office.world.webAppUrl = 'http://localhost:8123/exec';
  shop.office.weather({ switches: { fetchQuota: 0 } });
  const setUp = await openPage(shop, 'Set up this sheet');
  const tested = await setUp('setUp.testOrder').catch((error: Error) => error.message);
  expect(JSON.stringify(tested)).not.toContain('"ok":true');
  expect(shop.rows('Orders')).toEqual([]);
  expect(liveSheet(shop).tabNamed('Orders')).toBeDefined();
});

import { afterAll, expect, test } from '@jest/globals';
import type { Today } from '../../src/workspace/today';
import { closeOffices, NOW } from '../support/office';
import { callRpc, openedPage } from '../support/rpc';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

const DAY = 86_400_000;

/** Turns the clock without letting any trigger run. */
const setDay = ({ office }: Shop, day: number): void => office.world.clock.freeze(Date.parse(NOW) + day * DAY);

const readToday = async ({ office }: Shop, user = 'operator'): Promise<Today> => {
  await office.call('App.showToday', [], user);
  const { value, error } = await callRpc(office, user, openedPage(office)?.token ?? '', 'today.read');
  if (error) throw new Error(error);
  return value as Today;
};

const found = (today: Today) => Object.fromEntries(today.items.map(({ key, count }) => [key, count]));

const openDay = async (): Promise<Shop> => {
  const shop = await openShop();
  for (const [customerName, fulfillmentType] of [
    ['Ann Lee', 'ship'],
    ['Ben Roe', 'pickup'],
    ['Cy Poe', 'ship'],
  ])
    await shop.post({ ...PAUL, customerName, fulfillmentType });
  await shop.type('L2:L3', [['paid'], ['paid']]);
  return shop;
};

test('paid orders are shown as waiting after three days, unpaid ones after seven, and none is cancelled', async () => {
  const shop = await openDay();
  setDay(shop, 2.9);
  expect(found(await readToday(shop))).toEqual({});
  setDay(shop, 3.1);
  expect(found(await readToday(shop))).toEqual({ ship: 1, pickup: 1 });
  setDay(shop, 7.1);
  expect(found(await readToday(shop))).toEqual({ ship: 1, pickup: 1, pending: 1 });
  expect(shop.rows('Orders').map(({ Status }) => Status)).toEqual(['paid', 'paid', 'pending']);
});

test('the overview comes from the 30-second cache, and an edit shows at once', async () => {
  const shop = await openDay();
  const first = await readToday(shop);
  shop.office.world.clock.freeze(Date.parse(NOW) + 20_000);
  expect((await readToday(shop)).asOf).toBe(first.asOf);
  await shop.type('L4', 'paid');
  const after = await readToday(shop);
  expect(after.statuses.map(({ status, count }) => [status, count])).toEqual([
    ['pending', 0],
    ['paid', 3],
    ['shipped', 0],
    ['cancelled', 0],
  ]);
});

test('the quota is the operator’s: other staff do not see their own instead', async () => {
  const shop = await openDay();
  expect((await readToday(shop, 'staff')).mailsLeft).toBeNull();
  expect((await readToday(shop)).mailsLeft).toBe(95);
});

import { afterEach, expect, test } from '@jest/globals';
import { MOST_ARCHIVES, MOST_REJECTED } from '../../src/core/bounds';
import { countUnsubscribed, MOST_SINGLE, packed, singleName } from '../../src/customers/unsubscribed-names';
import { growthOf, nearBound } from '../../src/health/growth';
import { EMPTY_HEAD } from '../../src/workbook/ledger-row';
import { runNightly } from '../backup/backup-shop';
import { ORDER, open, token } from '../customers/pages-shop';
import { visitorOf } from '../customers/visitor';
import { nodeCrypto } from '../support/node-crypto';
import { closeOffices } from '../support/office';
import { openShop, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterEach(closeOffices);

const host = (shop: Shop) => ({ effectiveUser: '', activeUser: '', execution: 'host', bound: shop.office.bound });
const properties = (shop: Shop): Record<string, string> =>
  shop.office.world.properties.read(`script:${shop.office.bound}`);
const setUp = (shop: Shop) => shop.office.call('App.setUp');
const line = async (shop: Shop, key: string) => {
  const call = await openPage(shop, 'Health');
  return (await call<{ key: string; state: string; text: string }[]>('health.read')).find((each) => each.key === key);
};

test('each thing that grows is named by Health from 80 % of its bound on', () => {
  const empty = { head: EMPTY_HEAD, properties: {}, rejected: 0, archives: 0 };
  expect(nearBound(growthOf(empty))).toEqual([]);
  const near = (facts: Partial<Parameters<typeof growthOf>[0]>) =>
    nearBound(growthOf({ ...empty, ...facts })).map(({ what }) => what);
  expect(near({ rejected: 0.8 * MOST_REJECTED - 1 })).toEqual([]);
  expect(near({ rejected: 0.8 * MOST_REJECTED })).toEqual(['Rejected orders kept']);
  expect(near({ archives: 0.8 * MOST_ARCHIVES })).toEqual(['Activity archives']);
  expect(near({ properties: { A: 'x'.repeat(400_000) } })).toEqual(['Script Properties (characters)']);
  const sequences = Object.fromEntries(Array.from({ length: 900 }, (_, nth) => [`CODE-${nth}-XXXXXXX`, 1]));
  expect(near({ head: { ...EMPTY_HEAD, sequences } })).toEqual(['Order number counters (characters)']);
});

test('customers who are not asked stay so while they are packed, and later ones, too', async () => {
  const shop = await open();
  for (const orderId of ['o1', 'o2']) await shop.post({ ...ORDER, orderId, email: `${orderId}+x@example.com` });
  const unsubscribe = (orderId: string) =>
    visitorOf(shop).send('unsubscribe', { t: token(shop, 'unsubscribe', orderId) });
  await unsubscribe('o1');
  const many = Object.fromEntries(
    Array.from({ length: MOST_SINGLE }, (_, nth) => [singleName(nodeCrypto.sha256(`c${nth}@example.com`)), '1']),
  );
  shop.office.world.perform('Properties.setProperties', ['script', many, false], host(shop));
  // Beyond the bound the next one is packed right away.
  await unsubscribe('o2');
  expect(Object.keys(properties(shop)).filter((name) => name.startsWith('NO_FEEDBACK_PACK_'))).toHaveLength(1);
  expect(countUnsubscribed(properties(shop))).toBe(MOST_SINGLE + 2);
  expect(await line(shop, 'growth')).toMatchObject({ state: 'good' });
  await setUp(shop);
  const after = properties(shop);
  expect(countUnsubscribed(after)).toBe(MOST_SINGLE + 2);
  expect(Object.keys(after).filter((name) => name.startsWith('NO_FEEDBACK_')).length).toBeLessThanOrEqual(16);
  for (const text of Object.values(after)) expect(text.length).toBeLessThan(9_000);
  // All of them stay unasked.
  await shop.type('L2:L3', [['paid'], ['paid']]);
  await shop.type('L2:L3', [['shipped'], ['shipped']]);
  shop.office.world.clock.advance(5 * 24 * 3_600_000 - 2 * 3_600_000);
  await shop.office.call('App.sweep');
  expect(shop.emails().filter(({ subject }) => subject === 'How do you like your prints?')).toEqual([]);
});

test('packs never outgrow a property, and what does not fit stays as it was', () => {
  const all = Object.fromEntries(
    Array.from({ length: 15_000 }, (_, nth) => [singleName(nodeCrypto.sha256(String(nth))), '1']),
  );
  const { packs, gone } = packed(all);
  for (const text of Object.values(packs)) expect(text.length).toBeLessThanOrEqual(8_400);
  expect(countUnsubscribed(packs)).toBe(gone.length);
  expect(gone.length).toBeLessThanOrEqual(11_200);
  expect(packed({ ...packs })).toEqual({ packs: {}, gone: [] });
});

test('set-up makes room in a full Rejected tab, starting with the rows that someone has handled', async () => {
  const shop = await openShop();
  await shop.post({ ...ORDER, orderId: 'bad', email: 'nobody' });
  const [row = {}] = shop.rows('Rejected');
  const values = Array.from({ length: MOST_REJECTED }, (_, nth) =>
    Object.keys(row).map((header) =>
      header === 'State' ? (nth < 4_500 ? 'open' : 'replayed as X-0001') : header === 'Order ID' ? `r${nth}` : 'x',
    ),
  );
  await shop.office.edit({ sheet: 'Rejected', range: `A2`, values });
  expect(await line(shop, 'growth')).toMatchObject({
    state: 'warning',
    text: expect.stringContaining('5,000 of 5,000'),
  });
  await setUp(shop);
  const kept = shop.rows('Rejected');
  expect(kept).toHaveLength(0.8 * MOST_REJECTED);
  expect(kept.every(({ State }) => State === 'open')).toBe(true);
  expect(kept[0]).toMatchObject({ 'Order ID': 'r500' });
  await shop.post({ ...ORDER, orderId: 'bad-2', email: 'nobody' });
  expect(shop.rows('Rejected')).toHaveLength(0.8 * MOST_REJECTED + 1);
});

test('set-up removes the oldest archives of the Activity tab once a backup has them, and none before', async () => {
  const shop = await openShop();
  const tabs = () => shop.office.world.workbooks.get(shop.office.bound)?.tabs.map(({ name }) => name) ?? [];
  const name = (nth: number) =>
    `Activity until 2026-01-${String(1 + Math.floor(nth / 4)).padStart(2, '0')} 0${nth % 4}.00.00`;
  for (let nth = 0; nth < MOST_ARCHIVES + 3; nth++)
    shop.office.world.workbooks.get(shop.office.bound)?.insertTab(name(nth));
  await setUp(shop);
  expect(tabs().filter((each) => each.startsWith('Activity until'))).toHaveLength(MOST_ARCHIVES + 3);
  await shop.post(ORDER);
  await runNightly(shop);
  await setUp(shop);
  const left = tabs()
    .filter((each) => each.startsWith('Activity until'))
    .sort();
  expect(left).toHaveLength(MOST_ARCHIVES);
  expect(left[0]).toBe(name(3));
});

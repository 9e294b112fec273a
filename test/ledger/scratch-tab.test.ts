import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import type { Shop } from '../support/shop';
import { byHand, emailOf, LONG_NUMBER, openBusyShop, posted } from './busy-shop';
import { BATCH_UPDATE } from './commits';
import { sceneNamed } from './scenes';
import { rowOf } from './state';

afterEach(closeOffices);

const PERSONAL = /smith|@example\.com|main st|555-01/i;

const scratch = (shop: Shop): string => JSON.stringify(shop.office.sheet('Scratch', 1, 1_000));

test('the tab is hidden, and holds what was in the row that the last commit wrote to', async () => {
  const shop = await openBusyShop();
  await sceneNamed('the card’s tracking field').act(shop);
  await sceneNamed('the card takes a tracking number away').act(shop);
  const tab = shop.office.world.workbooks.get(shop.office.bound)?.tabNamed('Scratch');
  expect(tab?.meta.hidden).toBe(true);
  expect([tab?.rowCount, tab?.columnCount]).toEqual([3, 3]);
  expect(scratch(shop)).toContain('id-3');
  expect(scratch(shop)).not.toContain('id-5');
});

test.each(['a customer with a tracking number', 'an address is corrected', 'rows from before the program'])(
  '%s: no copy that names a customer stays',
  async (name) => {
    const shop = await openBusyShop();
    const scene = sceneNamed(name);
    await scene.prepare?.(shop);
    await scene.act(shop);
    expect(scratch(shop)).not.toMatch(PERSONAL);
  },
);

test('what an execution that died has left of a customer goes with the next commit to the orders', async () => {
  const shop = await openBusyShop();
  shop.office.addFault({ service: BATCH_UPDATE, nth: 1, kind: 'kill-after' });
  await expect(sceneNamed('a customer with a tracking number').act(shop)).rejects.toThrow();
  expect(scratch(shop)).toContain(emailOf('Dan'));
  await shop.office.advance(5 * 60_000);
  await posted(shop, { route: 'orders/status', orderId: 'id-0', status: 'paid' });
  expect(scratch(shop)).not.toMatch(PERSONAL);
});

test('a commit that hit the right row doesn’t explain anything that people do to the row later', async () => {
  const shop = await openBusyShop();
  await sceneNamed('the card’s tracking field').act(shop);
  byHand(shop, { sheet: 'Orders', action: 'sort', column: 'A', range: 'A2:A7', ascending: false });
  await shop.office.advance(5 * 60_000);
  expect(rowOf(shop, 'id-5')).toMatchObject({ Email: emailOf('Fay'), 'Tracking Number': LONG_NUMBER });
  expect(rowOf(shop, 'id-0')).toMatchObject({ Email: emailOf('Ann'), 'Tracking Number': '' });
});

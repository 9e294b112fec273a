import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

const reads = ({ office }: Shop): number =>
  office.records.reduce((sum, { calls }) => sum + (calls['Properties.getProperties'] ?? 0), 0);

test('visitors of the web app read the properties once in half a minute, however often they come', async () => {
  const shop = await openShop();
  await shop.post(PAUL);
  const before = reads(shop);
  const queries = [
    'route=health',
    'route=orders',
    'page=order&t=made-up',
    'page=feedback&t=x',
    '',
    'page=unsubscribe&t=x',
  ];
  for (let nth = 0; nth < 24; nth++) await shop.office.request({ method: 'GET', query: queries[nth % 6] ?? '' });
  for (let nth = 0; nth < 6; nth++)
    await shop.office.request({
      method: 'POST',
      query: 'page=feedback',
      body: 't=made-up&action=rate&rating=1',
      contentType: 'application/x-www-form-urlencoded',
    });
  expect(reads(shop) - before).toBe(1);
  shop.office.world.clock.advance(31_000);
  await shop.office.request({ method: 'GET', query: 'page=order&t=made-up' });
  expect(reads(shop) - before).toBe(2);
});

test('what the program itself changes among them is in force for the next visitor', async () => {
  const shop = await openShop();
  expect(await shop.get('route=health')).toMatchObject({ ok: true });
  await shop.type('D1', 'E-Mail address');
  const before = reads(shop);
  await shop.get('route=health');
  expect(reads(shop) - before).toBe(1);
});

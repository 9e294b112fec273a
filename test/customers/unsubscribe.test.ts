import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { link, ORDER, open, token } from './pages-shop';
import { visitorOf } from './visitor';

afterAll(closeOffices);

test('unsubscribing needs a button press, is stored as a hash of the address, and cancels a waiting request', async () => {
  const shop = await open();
  await shop.post(ORDER);
  await shop.type('L2', 'paid');
  await shop.type('L2', 'shipped');
  shop.office.world.clock.advance(5 * 24 * 3_600_000 - 2 * 3_600_000);
  shop.office.world.switches.mailQuota = 2;
  await shop.office.call('App.sweep');
  expect(shop.rows('Outbox').map(({ Kind, State }) => `${Kind} ${State}`)).toContain('feedback waiting for quota');
  const visitor = visitorOf(shop);
  expect(await visitor.open(link(shop, 'unsubscribe'))).toContain('Stop feedback requests');
  expect(await visitor.send('unsubscribe', { t: token(shop, 'unsubscribe'), action: 'unsubscribe' })).toContain(
    'You’re unsubscribed',
  );
  const properties = shop.office.world.properties.read(`script:${shop.office.bound}`);
  const kept = Object.keys(properties).filter((name) => name.startsWith('NO_FEEDBACK_'));
  expect(kept).toEqual([expect.stringMatching(/^NO_FEEDBACK_[0-9a-f]{24}$/)]);
  expect(shop.rows('Outbox').map(({ Kind, State }) => `${Kind} ${State}`)).toContain('feedback cancelled');
});

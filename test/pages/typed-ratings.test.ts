import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { ORDER, open, sweepSoon } from './pages-shop';

afterAll(closeOffices);

test('ratings that staff type into column R count; other texts stay texts', async () => {
  const shop = await open();
  for (const n of [1, 2, 3, 4]) await shop.post({ ...ORDER, orderId: `o${n}`, email: `c${n}@example.com` });
  await shop.type('R2', '4/5 - phoned, all fine', 'staff');
  await shop.type('R3:R4', [['2 of 5, too dark'], ['Loved it']], 'staff');
  shop.office.world.switches.editEvents = 'lost';
  await shop.type('R5', '5 stars', 'staff');
  shop.office.world.switches.editEvents = 'arrive';
  const ratings = () =>
    shop
      .rows('Ledger')
      .map(({ Progress }) => JSON.parse(String(Progress || '{}')).feedback?.rating ?? null)
      .reverse();
  expect(ratings()).toEqual([4, 2, null, null]);
  expect(shop.rows('Orders').map(({ Feedback }) => Feedback)).toEqual([
    '4/5 - phoned, all fine',
    '2 of 5, too dark',
    'Loved it',
    '5 stars',
  ]);
  expect(shop.rows('Activity').filter(({ Event }) => Event === 'feedback')).toMatchObject([
    { By: 'staff', Detail: expect.stringContaining('4/5 - "phoned, all fine"') },
    { Detail: expect.stringContaining('2/5 - "too dark"') },
  ]);
  await sweepSoon(shop);
  const alerts = shop.mails().filter(({ to }) => to.startsWith('operator'));
  expect(alerts.map(({ text }) => text)).toEqual([expect.stringContaining('gives order ASDAR26-0002 2/5')]);
  // Whose event was lost is found the morning after the order was shipped.
  await shop.type('L5', 'paid');
  await shop.type('L5', 'shipped');
  shop.office.world.clock.advance(22 * 3_600_000);
  await shop.office.call('App.sweep');
  expect(ratings()).toEqual([4, 2, null, 5]);
});

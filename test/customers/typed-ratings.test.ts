import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { ORDER, open, sweepSoon } from './pages-shop';

afterAll(closeOffices);

test('ratings that staff type into column R count; other texts are just texts', async () => {
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
  const alerts = shop.emails().filter(({ to }) => to.startsWith('operator'));
  expect(alerts.map(({ text }) => text)).toEqual([expect.stringContaining('rated order ASDAR26-0002 2 out of 5')]);
  // A rating with a lost edit event is found the morning after the order shipped.
  await shop.type('L5', 'paid');
  await shop.type('L5', 'shipped');
  shop.office.world.clock.advance(22 * 3_600_000);
  await shop.office.call('App.sweep');
  expect(ratings()).toEqual([4, 2, null, 5]);
});

test('a rating typed into the wrong row is removed when staff clear the cell; the customer’s own stays', async () => {
  const shop = await open();
  for (const n of [1, 2]) await shop.post({ ...ORDER, orderId: `o${n}`, email: `c${n}@example.com` });
  await shop.post({ route: 'orders/feedback', orderId: 'o2', rating: 5, feedback: 'Great photos!' });
  await shop.type('R2', '1', 'staff');
  const feedbackOf = (id: string) =>
    JSON.parse(String(shop.rows('Ledger').find((row) => row['Order ID'] === id)?.Progress || '{}')).feedback;
  expect(feedbackOf('o1')).toMatchObject({ rating: 1 });
  await shop.type('R2:R3', [[''], ['']], 'staff');
  expect(feedbackOf('o1')).toBeUndefined();
  expect(feedbackOf('o2')).toMatchObject({ rating: 5 });
  expect(shop.rows('Activity').at(-1)).toMatchObject({
    Event: 'feedback',
    Detail: 'The rating 1/5 for ASDAR26-0001, typed in the sheet, was removed there.',
  });
  await shop.type('L2', 'paid');
  await shop.type('L2', 'shipped');
  shop.office.world.clock.advance(5 * 24 * 3_600_000 - 2 * 3_600_000);
  await shop.office.call('App.sweep');
  const asked = shop.emails().filter(({ to, html }) => to === 'c1@example.com' && html.includes('page=feedback'));
  expect(asked).toHaveLength(1);
});

test('a rating typed one row too high moves down with one paste', async () => {
  const shop = await open();
  for (const n of [1, 2]) await shop.post({ ...ORDER, orderId: `o${n}`, email: `c${n}@example.com` });
  await shop.type('R2', '4', 'staff');
  await shop.type('R2:R3', [[''], ['4']], 'staff');
  const ratings = shop
    .rows('Ledger')
    .map((row) => [row['Order ID'], JSON.parse(String(row.Progress || '{}')).feedback?.rating]);
  expect(ratings).toEqual(
    expect.arrayContaining([
      ['o1', undefined],
      ['o2', 4],
    ]),
  );
  expect(shop.rows('Activity').filter(({ Event }) => Event === 'feedback')).toHaveLength(3);
});

import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { ORDER, open, token } from './pages-shop';
import { visitorOf } from './visitor';

afterEach(closeOffices);

const MINUTE = 60_000;
const OPERATOR = 'operator@cps-photos.example';

type ShopOf = Awaited<ReturnType<typeof open>>;

const rate = (shop: ShopOf, rating: number, orderId = 'o1') =>
  visitorOf(shop).send('feedback', {
    t: token(shop, 'feedback', orderId),
    rating: String(rating),
    comment: `c${rating}`,
    action: 'rate',
  });

const alerts = (shop: ShopOf) => shop.emails().filter(({ to }) => to === OPERATOR);

test('one link rated up and down all day causes one email and five corrections', async () => {
  const shop = await open();
  await shop.post(ORDER);
  let taken = 0;
  for (let round = 0; round < 24; round++) {
    for (const rating of [5, 1]) if ((await rate(shop, rating)).includes('class="given"')) taken++;
    shop.office.world.clock.advance(30 * MINUTE);
    await shop.office.call('App.sweep');
  }
  expect(taken).toBe(6);
  expect(alerts(shop)).toHaveLength(1);
  expect(shop.rows('Activity').filter(({ Event }) => Event === 'feedback')).toHaveLength(6);
  expect(await rate(shop, 4)).toContain('We have your answer');
});

test('a rating that drops further is reported again; one that rises or stays isn’t', async () => {
  const shop = await open();
  await shop.post(ORDER);
  for (const rating of [3, 4, 3, 2]) {
    await rate(shop, rating);
    shop.office.world.clock.advance(61 * MINUTE);
    await shop.office.call('App.sweep');
  }
  expect(alerts(shop).map(({ text }) => /(\d) out of 5/.exec(text)?.[1])).toEqual(['3', '2']);
});

test('any number of unhappy customers cause one email an hour, and alerts leave room for other topics', async () => {
  const shop = await open();
  for (let nth = 1; nth <= 12; nth++) await shop.post({ ...ORDER, orderId: `o${nth}`, email: `c${nth}@example.com` });
  for (let nth = 1; nth <= 12; nth++) {
    await rate(shop, 1, `o${nth}`);
    shop.office.world.clock.advance(30 * MINUTE);
    await shop.office.call('App.sweep');
  }
  // Five a day are reserved for alerts, the last two of them for other topics.
  expect(alerts(shop)).toHaveLength(3);
  await shop.post({ ...ORDER, orderId: 'bad', email: 'nobody' });
  await shop.office.advance(6 * MINUTE);
  expect(
    alerts(shop)
      .map(({ subject }) => subject)
      .slice(3),
  ).toEqual(['Order rejected: Paul Smith may be waiting']);
  shop.office.world.clock.advance(25 * 60 * MINUTE);
  await shop.office.call('App.sweep');
  // Nothing in a combined alert is lost.
  const told = alerts(shop)
    .map(({ text }) => text)
    .join('\n');
  for (let nth = 1; nth <= 12; nth++)
    expect(told).toMatch(new RegExp(`ASDAR26-${String(nth).padStart(4, '0')}|There are more`));
});

test('the platform’s corrections count, too, and are rejected with a sentence', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const post = (rating: number) =>
    shop.post({ route: 'orders/feedback', orderId: 'o1', rating, feedback: `c${rating}` });
  for (const rating of [5, 4, 3, 2, 1, 5]) expect(await post(rating)).toMatchObject({ ok: true });
  expect(await post(4)).toMatchObject({ ok: false, code: 'TRANSITION_NOT_ALLOWED' });
  // Sending the last answer again changes nothing.
  expect(await post(5)).toMatchObject({ ok: true, unchanged: true });
});

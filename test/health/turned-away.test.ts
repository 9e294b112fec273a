import { afterEach, expect, test } from '@jest/globals';
import { counts, readToday } from '../staff/today/today-shop';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterEach(closeOffices);

const OPERATOR = 'operator@cps-photos.example';
const MINUTE = 60_000;
const alerts = (shop: Shop) =>
  shop.emails().filter(({ to, subject }) => to === OPERATOR && subject.includes('may be missing'));

/** Runs the sweep after this many milliseconds. */
const sweepIn = async ({ office }: Shop, milliseconds: number): Promise<void> => {
  await office.later(milliseconds);
  await office.call('App.sweep');
};

/** Uses up the reads of this minute. */
const useUpReads = ({ office }: Shop): void => {
  const { clock, workbooks } = office.world;
  while (workbooks.quota.left('Read', OPERATOR, clock.now()) > 0) workbooks.quota.count('Read', OPERATOR, clock.now());
};

/** Posts a body that is turned away for now. */
const turnAway = async (shop: Shop, body: object): Promise<void> => {
  useUpReads(shop);
  expect(await shop.post(body)).toMatchObject({ ok: false, code: 'BUSY', retry: true });
};

test('requests that are turned away are counted where staff look, for a day', async () => {
  const shop = await openShop();
  expect(counts(await readToday(shop)).away).toBeUndefined();
  await shop.office.advance(MINUTE);
  const order = { ...PAUL, orderId: 'web-1' };
  for (const body of [order, order, { route: 'orders/status', orderNumber: 'ASDAR26-0001', status: 'paid' }])
    await turnAway(shop, body);
  await shop.office.advance(MINUTE);
  const { items } = await readToday(shop);
  expect(items.find(({ key }) => key === 'away')).toMatchObject({
    text: 'Requests turned away, most recently Oct 2, 11:01 AM',
    count: 3,
  });
  const lines = await (await openPage(shop, 'Health'))<{ key: string; state: string; text: string }[]>('health.read');
  expect(lines.find(({ key }) => key === 'away')).toMatchObject({
    state: 'warning',
    text: '3 requests in the last 24 hours, most recently Oct 2, 11:01 AM.',
  });
  await shop.office.later(25 * 60 * MINUTE);
  expect(counts(await readToday(shop)).away).toBeUndefined();
});

test('an order that was turned away and does not come back within an hour is an alert; one that comes back is none', async () => {
  const shop = await openShop();
  const orders = ['back', 'refused', 'lost one'].map((orderId) => ({ ...PAUL, orderId }));
  const { orderId: _, ...nameless } = { ...PAUL, orderId: '' };
  for (const body of [
    ...orders,
    { ...nameless, phone: '1234567' },
    { ...nameless, phone: '7654321' },
    { nothing: 'of ours' },
  ])
    await shop.office.advance(1_000).then(() => ('nothing' in body ? undefined : turnAway(shop, body)));
  await shop.office.advance(MINUTE);
  expect(await shop.post({ ...orders[0], attempt: 2 })).toMatchObject({ ok: true });
  expect(await shop.post({ ...orders[1], email: 'paul' })).toMatchObject({ code: 'VALIDATION_FAILED' });
  expect(await shop.post({ ...nameless, phone: '1234567', attempt: 2 })).toMatchObject({ ok: true });
  await sweepIn(shop, 50 * MINUTE);
  expect(alerts(shop)).toEqual([]);
  await sweepIn(shop, 20 * MINUTE);
  const [alert] = alerts(shop);
  expect(alerts(shop)).toHaveLength(1);
  expect(alert?.text).toContain('Order lost one, sent Oct 2, 11:00 AM');
  expect(alert?.text).toContain('An order without an id');
  expect(alert?.text).not.toMatch(/back,|refused,/);
  expect(alert?.text.match(/, sent Oct/g)).toHaveLength(2);
  // Another one within the hour is reported, too.
  await turnAway(shop, { ...PAUL, orderId: 'lost two' });
  await sweepIn(shop, 70 * MINUTE);
  expect(alerts(shop)).toHaveLength(2);
  expect(alerts(shop)[1]?.text).toContain('lost two');
  await sweepIn(shop, 3 * 60 * MINUTE);
  expect(alerts(shop)).toHaveLength(2);
});

test('however many orders are turned away, what is kept of them is bounded', async () => {
  const shop = await openShop();
  useUpReads(shop);
  for (let n = 0; n < 60; n++) await shop.post({ ...PAUL, orderId: `web-${n}` });
  const properties = shop.office.world.properties.read(`script:${shop.office.bound}`);
  const places = Object.entries(properties).filter(([name, value]) => /^TURNED_AWAY_\d+$/.test(name) && value !== '');
  expect(places).toHaveLength(40);
  expect(JSON.parse(properties.TURNED_AWAY ?? '{}').count).toBe(60);
});

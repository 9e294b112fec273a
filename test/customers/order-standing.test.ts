import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import type { Shop } from '../support/shop';
import { link, ORDER, open, recorded, sweepSoon, token } from './pages-shop';
import { visitorOf } from './visitor';

afterAll(closeOffices);

const DAY = 24 * 3_600_000;
const text = (html: string): string =>
  (/<main>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const missing = /<button[^>]*value="missing"/;

describe('the page of an order that is on its way', () => {
  let shop: Shop;
  const page = (id = 'o1') => visitorOf(shop).open(link(shop, 'order', '', id));
  const press = (id = 'o1') => visitorOf(shop).send('order', { t: token(shop, 'order', id), action: 'missing' });

  beforeAll(async () => {
    shop = await open();
    for (const orderId of ['o1', 'o2', 'o3', 'o4']) {
      const kind = orderId === 'o3' ? { fulfillmentType: 'pickup' } : {};
      await shop.post({ ...ORDER, ...kind, orderId });
    }
    for (const orderId of ['o1', 'o2', 'o3']) {
      await shop.post({ route: 'orders/status', orderId, status: 'paid' });
      const more = orderId === 'o2' ? { trackingNumber: '9400111899223197428490' } : {};
      await shop.post({ route: 'orders/shipping', orderId, shipped: true, ...more });
    }
  });

  test('says when it shipped and when it should arrive, and has a button for missing prints, with or without a number', async () => {
    for (const id of ['o1', 'o2']) {
      const html = await page(id);
      expect(text(html)).toContain('We shipped your prints on Oct 2. They should arrive by Oct 16.');
      expect(html).toMatch(missing);
    }
    expect(await page('o1')).not.toContain('Track your package');
    expect(await page('o2')).toContain('Track your package');
  });

  test('has no such button if nothing is on its way, and a form sent anyway records nothing', async () => {
    const before = recorded(shop);
    for (const id of ['o3', 'o4']) {
      expect(await page(id)).not.toMatch(missing);
      expect(text(await press(id))).not.toContain('looking into it');
    }
    expect(recorded(shop)).toBe(before);
  });

  test('records once that the prints haven’t arrived, notifies the operator, and shows it from then on', async () => {
    expect(text(await press())).toContain('We&#39;re sorry');
    expect(await press()).toContain('We&#39;re sorry');
    expect(shop.rows('Activity').filter(({ Event }) => Event === 'not arrived')).toHaveLength(1);
    await sweepSoon(shop);
    const alerts = shop.emails().filter(({ subject }) => /haven't arrived/.test(subject));
    expect(alerts).toHaveLength(1);
    const html = await page();
    expect(text(html)).toContain('You let us know on Oct 2 that your prints haven’t arrived. We’re looking into it');
    expect(html).not.toMatch(missing);
  });

  test('doesn’t say for a year that the prints are on their way', async () => {
    expect(text(await page('o2'))).toContain('Your prints are on their way');
    shop.office.world.clock.advance(20 * DAY);
    const late = text(await page('o2'));
    expect(late).toContain('We shipped your prints');
    expect(late).toContain('They should have arrived by Oct 16.');
    expect(late).not.toContain('on their way');
  });
});

test('a canceled order shows its refund with the amount and a date, until that date has passed', async () => {
  const shop = await open();
  const page = async (id: string) => text(await visitorOf(shop).open(link(shop, 'order', '', id)));
  await shop.post(ORDER);
  await shop.post({ ...ORDER, orderId: 'o2' });
  await shop.post({ route: 'orders/status', orderId: 'o1', status: 'paid' });
  shop.office.world.clock.advance(2 * DAY);
  for (const orderId of ['o1', 'o2']) await shop.post({ route: 'orders/status', orderId, status: 'cancelled' });
  expect(await page('o1')).toContain(
    'Refund: $40.00 Canceled on Oct 4. We’ll refund the $40.00 you paid on Oct 2 by Oct 18.',
  );
  expect(await page('o2')).toContain('Canceled on Oct 4. You weren’t charged, so there’s nothing more to do.');
  shop.office.world.clock.advance(20 * DAY);
  const late = await page('o1');
  expect(late).toContain('You should have received it by Oct 18. If you haven’t, please reply to any of our emails.');
  expect(late).not.toContain('We’ll refund');
});

test('a pickup order says where, paid or not', async () => {
  const shop = await open();
  await shop.post({ ...ORDER, fulfillmentType: 'pickup' });
  const page = async () => text(await visitorOf(shop).open(link(shop, 'order')));
  expect(await page()).toMatch(/Amount due: .* pick up/i);
  await shop.post({ route: 'orders/status', orderId: 'o1', status: 'paid' });
  expect(await page()).toMatch(/pick up/i);
});

test('an address keeps its lines in the footer, and a page for a broken link repeats nothing', async () => {
  const shop = await open();
  const at = shop.rows('Settings').findIndex(({ Setting }) => Setting === 'Studio address') + 2;
  const values = [['100 Studio Way\nSuite 7\nTampa, FL 33602']];
  await shop.office.edit({ sheet: 'Settings', range: `B${at}`, values });
  await shop.post(ORDER);
  const html = await visitorOf(shop).open(link(shop, 'order'));
  expect(html).toContain('<p>CPS Photos<br>100 Studio Way<br>Suite 7<br>Tampa, FL 33602</p>');
  const wrong = await visitorOf(shop).open('https://x.example/?page=order&t=nonsense');
  expect(wrong.match(/reply/gi)).toHaveLength(1);
});

import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { link, ORDER, open, recorded, token, WEB_APP } from './pages-shop';
import { visitorOf } from './visitor';

afterAll(closeOffices);

test('a wrong, an expired, a foreign and an unknown link look exactly the same', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const visitor = visitorOf(shop);
  const expired = token(shop, 'order', 'o1', '2020-01-01T00:00:00Z');
  const pages = await Promise.all(
    [`${token(shop, 'order')}x`, expired, token(shop, 'feedback'), token(shop, 'order', 'nobody'), ''].map((each) =>
      visitor.open(`${WEB_APP}?page=order&t=${encodeURIComponent(each)}`),
    ),
  );
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).toContain('This link does not work');
});

test('opening links records nothing, however often and with whatever stars', async () => {
  const shop = await open();
  const { statusUrl } = await shop.post(ORDER);
  const before = recorded(shop);
  const visitor = visitorOf(shop);
  for (let visit = 0; visit < 2; visit++) {
    await visitor.open(String(statusUrl));
    for (const stars of [1, 5])
      await visitor.open(link(shop, 'feedback', `&stars=${stars}&rating=1&action=rate&comment=x`));
    await visitor.open(link(shop, 'feedback', '&action=missing'));
    await visitor.open(link(shop, 'unsubscribe', '&action=unsubscribe'));
  }
  expect(recorded(shop)).toBe(before);
  expect(Object.keys(shop.office.world.properties.read(`script:${shop.office.bound}`)).join()).not.toContain(
    'NO_FEEDBACK',
  );
});

test('a mail scanner that opens every link of every mail, twice, records nothing and unsubscribes nobody', async () => {
  const shop = await open();
  await shop.post(ORDER);
  await shop.type('L2', 'paid');
  await shop.post({ route: 'orders/shipping', orderId: 'o1', shipped: true, trackingNumber: '9400111899223197428490' });
  shop.office.world.clock.advance(5 * 24 * 3_600_000 - 2 * 3_600_000);
  await shop.office.call('App.sweep');
  const links = shop
    .mails()
    .flatMap(({ html, text }) => [
      ...[...html.matchAll(/href="([^"]+)"/g)].map(([, url = '']) => url.replace(/&amp;/g, '&')),
      ...(text.match(/https?:\S+/g) ?? []),
    ])
    .filter((url) => url.startsWith(WEB_APP));
  expect(links.filter((url) => url.includes('&stars=')).length).toBe(10);
  expect(links.filter((url) => url.includes('page=unsubscribe')).length).toBe(2);
  const state = () => {
    const { clock: _, ...rest } = shop.office.world.toJSON();
    return JSON.stringify(rest);
  };
  const before = state();
  for (let visit = 0; visit < 2; visit++) {
    for (const url of links) {
      // A scanner is quick; the pages that it may have in a minute are counted.
      shop.office.world.clock.advance(3_000);
      expect(await visitorOf(shop).open(url)).toMatch(/Your prints|How do you like|No more questions/);
    }
  }
  expect(state()).toBe(before);
});

test('whoever opens pages as fast as he can keeps no order waiting', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const pages: string[] = [];
  for (let visit = 0; visit < 40; visit++) pages.push(await visitorOf(shop).open(link(shop, 'feedback')));
  expect(pages.filter((page) => page.includes('Please try again in a minute'))).toHaveLength(15);
  expect(await shop.post({ ...ORDER, orderId: 'o2' })).toMatchObject({ ok: true });
  const { statusUrl } = await shop.post({ ...ORDER, orderId: 'o2' });
  shop.office.world.clock.advance(60_000);
  for (let visit = 0; visit < 40; visit++)
    expect(await visitorOf(shop).open(String(statusUrl))).toContain('Amount due: $40.00');
});

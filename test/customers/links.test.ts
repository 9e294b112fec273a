import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openPage } from '../support/shown-dialog';
import { link, ORDER, open, recorded, token, WEB_APP } from './pages-shop';
import { visitorOf } from './visitor';

afterAll(closeOffices);

test('wrong, expired, foreign and unknown links look exactly the same', async () => {
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
  expect(pages[0]).toContain('This link doesn’t work');
});

test('opening links never records anything, with any stars', async () => {
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

test('an email scanner that opens every link of every email twice records nothing and unsubscribes no one', async () => {
  const shop = await open();
  await shop.post(ORDER);
  await shop.type('L2', 'paid');
  await shop.post({ route: 'orders/shipping', orderId: 'o1', shipped: true, trackingNumber: '9400111899223197428490' });
  shop.office.world.clock.advance(5 * 24 * 3_600_000 - 2 * 3_600_000);
  await shop.office.call('App.sweep');
  const links = shop
    .emails()
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
      // A scanner is fast; its pages per minute are limited.
      shop.office.world.clock.advance(3_000);
      expect(await visitorOf(shop).open(url)).toMatch(/Your prints|How do you like|Stop feedback requests/);
    }
  }
  expect(state()).toBe(before);
});

/** Something has changed, so cached pages no longer count. */
const change = (shop: Awaited<ReturnType<typeof open>>, nth: number) => shop.type('T2', `note ${nth}`);

test.each(['order', 'feedback', 'unsubscribe'] as const)(
  'whoever opens one link to the %s page as fast as he can closes no page for others, and keeps no order waiting',
  async (purpose) => {
    const shop = await open();
    for (const orderId of ['o1', 'o2']) await shop.post({ ...ORDER, orderId });
    const visitor = visitorOf(shop);
    const isClosed = (page: string) => page.includes('Please try again in a minute');
    let served = 0;
    for (let visit = 0; visit < 35; visit++) {
      if (visit % 5 === 0) await change(shop, visit);
      if (!isClosed(await visitor.open(link(shop, purpose, '&stars=2')))) served++;
    }
    expect(served).toBeGreaterThan(4);
    await change(shop, 0);
    expect(isClosed(await visitor.open(link(shop, purpose)))).toBe(true);
    for (const other of ['order', 'feedback', 'unsubscribe'] as const)
      expect(isClosed(await visitor.open(link(shop, other, '', 'o2')))).toBe(false);
    const form = { t: token(shop, 'feedback', 'o2'), rating: '5', comment: '', action: 'rate' };
    expect(await visitor.send('feedback', form)).toContain('Thank you!');
    expect(await shop.post({ ...ORDER, orderId: 'o3' })).toMatchObject({ ok: true });
    shop.office.world.clock.advance(60_000);
    expect(isClosed(await visitor.open(link(shop, purpose)))).toBe(false);
  },
);

test('a page that was read half a minute ago costs nothing, whichever star its link has', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const visitor = visitorOf(shop);
  for (let visit = 0; visit < 40; visit++)
    expect(await visitor.open(link(shop, 'feedback', `&stars=${1 + (visit % 5)}`))).toMatch(
      new RegExp(`value="${1 + (visit % 5)}" checked`),
    );
  const { statusUrl } = await shop.post(ORDER);
  for (let visit = 0; visit < 40; visit++)
    expect(await visitor.open(String(statusUrl))).toContain('Amount due: $40.00');
});

test('links that were taken back open nothing, and new ones do; the number of other orders stays', async () => {
  const shop = await open();
  for (const orderId of ['o1', 'o2']) await shop.post({ ...ORDER, orderId });
  const visitor = visitorOf(shop);
  const works = async (url: string) => !/This link doesn’t work/.test(await visitor.open(url));
  const of = (orderId: string) =>
    (['order', 'feedback', 'unsubscribe'] as const).map((page) => link(shop, page, '', orderId));
  const all = async (urls: readonly string[]) => Promise.all(urls.map(works));
  expect(await all([...of('o1'), ...of('o2')])).toEqual(Array(6).fill(true));
  const { statusUrl: before } = await shop.post({ ...ORDER, orderId: 'o1' });
  const call = await openPage(shop, 'Find order');
  expect(await call('orders.newLinks', 'o1')).toMatchObject({ isDone: true });
  shop.office.world.clock.advance(60_000);
  expect(await all(of('o1'))).toEqual([false, false, false]);
  expect(await all(of('o2'))).toEqual([true, true, true]);
  const { statusUrl: after } = await shop.post({ ...ORDER, orderId: 'o1' });
  expect(after).not.toBe(before);
  expect(await works(String(after))).toBe(true);
  const form = { t: token(shop, 'feedback', 'o1'), rating: '1', comment: 'x', action: 'rate' };
  expect(await visitor.send('feedback', form)).toContain('This link doesn’t work');
  expect(shop.rows('Orders')[0]?.Feedback).toBe('');
  // The next email has links that work.
  await shop.type('L2', 'paid');
  const email = shop.emails().find(({ subject }) => subject.startsWith('We got your payment'));
  const links = [...(email?.text ?? '').matchAll(/https?:\S+page=order\S+/g)].map(([url]) => url);
  expect(links.length).toBeGreaterThan(0);
  expect(await all(links)).toEqual(links.map(() => true));
});

test.each([
  ['a corrected email', 'D2', 'right@example.com', false],
  ['a corrected street', 'G2', '125 Main St, Apt 4', false],
  ['a corrected ZIP code', 'P2', '32803', false],
  ['a corrected phone', 'E2', '407-555-0199', true],
  ['a step', 'L2', 'paid', true],
])('%s leaves the old links as the new reader needs it', async (_, range, value, stillWorks) => {
  const shop = await open();
  const { statusUrl } = await shop.post(ORDER);
  await shop.type(range, value);
  const page = await visitorOf(shop).open(String(statusUrl));
  expect(!page.includes('This link doesn’t work')).toBe(stillWorks);
  const { statusUrl: now } = await shop.post(ORDER);
  expect(await visitorOf(shop).open(String(now))).not.toContain('This link doesn’t work');
});

test('an erased customer’s links don’t work', async () => {
  const shop = await open();
  const { statusUrl } = await shop.post(ORDER);
  const call = await openPage(shop, 'Data > Erase a customer');
  await call('erase.run', 'paul@example.com');
  expect(await visitorOf(shop).open(String(statusUrl))).toContain('This link doesn’t work');
});

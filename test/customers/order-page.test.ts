import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { link, ORDER, open, token, WEB_APP } from './pages-shop';
import { visitorOf } from './visitor';

afterAll(closeOffices);

test('the answer to an order includes the address of its page, and a repeated answer the same one', async () => {
  const shop = await open();
  const first = await shop.post(ORDER);
  expect(String(first.statusUrl)).toMatch(/^https:\/\/script\.example\/exec\?page=order&t=/);
  expect((await shop.post(ORDER)).statusUrl).toBe(first.statusUrl);
});

test('the order page shows number, items, amount due and how to pay, but no name or address', async () => {
  const shop = await open();
  const { statusUrl } = await shop.post(ORDER);
  const page = await visitorOf(shop).open(String(statusUrl));
  for (const shown of ['ASDAR26-0001', '1234', '8x10', 'Amount due: $40.00', 'Please pay'])
    expect(page).toContain(shown);
  for (const secret of ['Paul', 'Smith', 'paul@example.com', '407-555-0134', '123 Main St', 'Orlando', '32801']) {
    expect(page).not.toContain(secret);
  }
});

test('the page of a pickup says where from the start, or says to ask', async () => {
  const shop = await open();
  const page = async (orderId: string, eventCode: string) => {
    const { statusUrl } = await shop.post({ ...ORDER, orderId, fulfillmentType: 'pickup', eventCode });
    return visitorOf(shop).open(String(statusUrl));
  };
  const known = await page('p1', 'ASDAR26');
  expect(known).toContain('Amount due: $40.00');
  expect(known).toContain('Where to pick up: CPS table in the main lobby, 9 am to 6 pm on all days of the event');
  const unknown = await page('p2', '');
  expect(unknown).toContain('Reply to our email to ask where and when to pick up your prints.');
});

test('the order page follows the order: paid, shipped with its tracking link, canceled', async () => {
  const shop = await open();
  const { statusUrl } = await shop.post(ORDER);
  const page = () => visitorOf(shop).open(String(statusUrl));
  await shop.post({ route: 'orders/status', orderId: 'o1', status: 'paid' });
  expect(await page()).toContain('Thanks for your payment!');
  await shop.post({ route: 'orders/shipping', orderId: 'o1', shipped: true, trackingNumber: '9400111899223197428490' });
  expect(await page()).toContain('https://tools.usps.com/go/TrackConfirmAction?tLabels=9400111899223197428490');
  await shop.post({ ...ORDER, orderId: 'o2' });
  await shop.post({ route: 'orders/status', orderId: 'o2', status: 'cancelled' });
  const other = `${WEB_APP}?page=order&t=${encodeURIComponent(token(shop, 'order', 'o2'))}`;
  expect(await visitorOf(shop).open(other)).toContain('This order was canceled');
});

test('the sums on the page are those of the receipt, free shipping and a discount included', async () => {
  const shop = await open();
  const sizes = (qty4x6: number) => [{ photoNumber: '1', qty4x6, qty5x7: 0, qty8x10: 0 }];
  const orders = [
    { ...ORDER, orderId: 'f1' },
    { ...ORDER, orderId: 'f2', items: sizes(1) },
    { ...ORDER, orderId: 'f3', items: sizes(1), fulfillmentType: 'pickup' },
    { ...ORDER, orderId: 'f4', items: sizes(9), fulfillmentType: 'pickup' },
  ];
  const sumsOf = (html: string) =>
    [...html.matchAll(/<th scope="row"[^>]*>([^<]*)<\/th><td[^>]*>([^<]*)<\/td>/g)].map(([, label, amount]) => [
      label,
      amount,
    ]);
  const all: unknown[] = [];
  for (const order of orders) {
    const { statusUrl } = await shop.post(order);
    const sums = sumsOf(await visitorOf(shop).open(String(statusUrl)));
    expect([order.orderId, sums]).toEqual([order.orderId, sumsOf(shop.emails().at(-1)?.html ?? '')]);
    all.push(...sums);
  }
  expect(all).toContainEqual(['Shipping', 'Free']);
});

test('no headline of a customer’s page ends with a period', async () => {
  const shop = await open();
  const visitor = visitorOf(shop);
  const pages: string[] = [await visitor.open(WEB_APP), await visitor.open(`${WEB_APP}?page=order&t=x`)];
  for (const fulfillmentType of ['ship', 'pickup'])
    for (const [nth, steps] of [[], ['paid'], ['paid', 'shipped'], ['cancelled'], ['paid', 'cancelled']].entries()) {
      const orderId = `${fulfillmentType}-${nth}`;
      await shop.post({ ...ORDER, orderId, fulfillmentType });
      for (const status of steps) await shop.post({ route: 'orders/status', orderId, status });
      pages.push(await visitor.open(link(shop, 'order', '', orderId)));
    }
  for (const page of ['feedback', 'unsubscribe'] as const)
    pages.push(await visitor.open(link(shop, page, '', 'ship-2')));
  for (const fields of [{ action: 'rate', rating: '5' }, { action: 'rate', rating: '5' }, { action: 'missing' }])
    pages.push(await visitor.send('feedback', { t: token(shop, 'feedback', 'ship-2'), ...fields }));
  pages.push(await visitor.send('unsubscribe', { t: token(shop, 'unsubscribe', 'ship-2') }));
  const headlines = pages.map((html) => /<h1>([^<]*)<\/h1>/.exec(html)?.[1] ?? '');
  expect(new Set(headlines).size).toBeGreaterThan(8);
  for (const headline of headlines) expect(headline).toMatch(/[^.\s]$/);
});

test('every email links to the order’s page, even with staff’s own text', async () => {
  const shop = await open();
  await shop.office.edit({ sheet: 'Emails', range: 'D3', values: [['Hi {{firstName}}, thanks for {{total}}.']] });
  await shop.post(ORDER);
  await shop.type('L2', 'paid');
  await shop.type('L2', 'shipped');
  await shop.post({ ...ORDER, orderId: 'o2' });
  await shop.type('L3', 'cancelled');
  shop.office.world.clock.advance(5 * 24 * 3_600_000 - 2 * 3_600_000);
  await shop.office.call('App.sweep');
  const emails = shop.emails().filter(({ to }) => to === 'paul@example.com');
  expect(emails).toHaveLength(6);
  for (const { text, html } of emails) {
    expect(text).toContain(`${WEB_APP}?page=order&t=`);
    expect(html).toContain(`${WEB_APP}?page=order&amp;t=`);
  }
});

import { afterEach, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { fillSheet } from '../../../demo/bench/big-sheet';
import { liveSheet } from '../../backup/backup-shop';
import { closeOffices } from '../../support/office';
import { type Answer, openShop, PAUL, type Shop } from '../../support/shop';

afterEach(closeOffices);

const MINUTE = 60_000;
const idsIn = (answer: Answer) => (answer.orders as { id: string }[]).map(({ id }) => id);

/** A shop with four orders, one of each status. */
const shopOfFour = async (): Promise<Shop> => {
  const shop = await openShop();
  for (const [index, orderId] of ['a', 'b', 'c', 'd'].entries()) {
    await shop.post({ ...PAUL, orderId, email: `${orderId}@example.com` });
    await shop.office.advance((index + 1) * 1000);
  }
  await shop.post({ route: 'orders/status', orderId: 'b', status: 'paid' });
  await shop.post({ route: 'orders/status', orderId: 'c', status: 'paid' });
  await shop.post({ route: 'orders/shipping', orderId: 'c', shipped: true, trackingNumber: '9400100000000000000000' });
  await shop.post({ route: 'orders/status', orderId: 'd', status: 'cancelled' });
  return shop;
};

test('orders are listed by status, and all of them oldest first', async () => {
  const shop = await shopOfFour();
  const lists = ['pending', 'paid', 'shipped', 'cancelled'].map((status) => shop.get(`route=orders/${status}`));
  expect((await Promise.all(lists)).map(idsIn)).toEqual([['a'], ['b'], ['c'], ['d']]);
  expect(idsIn(await shop.get('route=orders'))).toEqual(['a', 'b', 'c', 'd']);
});

test('one order is found by its id and by its number, all of its fields texts', async () => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'web-1' });
  const expected = {
    id: 'web-1',
    orderNumber: 'ASDAR26-0001',
    customerName: 'Paul Smith',
    customerEmail: 'paul@example.com',
    customerPhone: '407-555-0134',
    fulfillmentType: 'ship',
    shippingAddress: '123 Main St, Apt 4',
    items: '1234 4x6 x3, 1235 8x10 x1',
    subtotal: '40.00',
    shippingFee: '0.00',
    total: '40.00',
    status: 'pending',
    createdAt: '2026-10-02T15:00:00.000Z',
    city: 'Orlando',
    state: 'FL',
    zipCode: '32801',
    shippingStatus: 'to ship',
    feedback: '',
  };
  expect((await shop.get('route=order&id=web-1')).order).toEqual(expected);
  expect((await shop.get('route=order&number=ASDAR26-0001')).order).toEqual(expected);
  await shop.office.rows({ sheet: 'Orders', action: 'delete', row: 2 });
  expect((await shop.get('route=order&id=web-1')).order).toEqual(expected);
});

test('the summary counts paid orders as revenue, and canceled ones as nothing', async () => {
  const shop = await shopOfFour();
  expect((await shop.get('route=orders/summary')).summary).toEqual({
    totalOrders: 4,
    pendingCount: 1,
    paidCount: 1,
    shippedCount: 1,
    cancelledCount: 1,
    completedCount: 2,
    totalRevenue: 80,
    pendingRevenue: 40,
    averageOrderValue: 40,
  });
});

test.each([
  ['route=orders&route=order', 'VALIDATION_FAILED'],
  ['route=order&id=a&id=b', 'VALIDATION_FAILED'],
  ['route=order', 'VALIDATION_FAILED'],
  ['route=order&id=a&number=b', 'VALIDATION_FAILED'],
  ['route=order&id=nobody', 'NOT_FOUND'],
  ['route=orders/lost', 'UNKNOWN_ROUTE'],
  ['route=__proto__', 'UNKNOWN_ROUTE'],
  ['route=', 'UNKNOWN_ROUTE'],
  ['key=x', 'UNKNOWN_ROUTE'],
])('a read of "%s" gets %s', async (query, code) => {
  const shop = await openShop();
  expect(await shop.get(query)).toMatchObject({ ok: false, code, error: expect.any(String) });
});

test.each(['', 'pag=order&t=abc', 'utm_source=email', 'page=ordr&t=abc', 't=abc'])(
  'a visit to "%s", a cut-off link, gets a page that says where to look, without reading the sheet',
  async (query) => {
    const shop = await openShop({ auth: 'signature' });
    const { status, body } = await shop.office.request({ method: 'GET', query });
    expect([status, body]).toEqual([200, expect.stringContaining('<h1>Looking for your order?</h1>')]);
    expect(body).not.toMatch(/"ok":|route/);
  },
);

test('prices and health need no signature, everything else does', async () => {
  const shop = await openShop({ auth: 'signature' });
  expect(await shop.get('route=health')).toEqual({ ok: true, version: expect.any(String) });
  expect(await shop.get('route=prices')).toMatchObject({
    ok: true,
    prices: [
      { size: '4x6', price: '8.00', offers: [{ quantity: 3, price: '20.00' }] },
      { size: '5x7', price: '15.00', offers: [] },
      { size: '8x10', price: '20.00', offers: [] },
    ],
    shipping: { fee: '0.00', freeFrom: null },
  });
  for (const route of ['orders', 'order', 'orders/summary', 'orders/paid', 'nonsense'])
    expect(await shop.get(`route=${route}`)).toMatchObject({ code: 'SIGNATURE_MISSING' });
});

test('a read signed by the library is answered, with its parameters in any order', async () => {
  const shop = await openShop({ auth: 'signature' });
  const { WEBHOOK_SECRETS = '' } = shop.office.world.properties.read(`script:${shop.office.bound}`);
  const now = new Date(shop.office.world.clock.now());
  const signature = new Webhook(WEBHOOK_SECRETS).sign('msg_1', now, 'cursor=2026%20x&route=orders%2Fpaid');
  const proof = new URLSearchParams({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(now.getTime() / 1000),
    'webhook-signature': signature,
  });
  expect(await shop.get(`${proof}&route=orders/paid&cursor=2026+x`)).toMatchObject({ code: 'VALIDATION_FAILED' });
  expect(await shop.get(`${proof}&route=orders/paid`)).toMatchObject({ code: 'SIGNATURE_INVALID' });
});

test('a list of more than 250 orders comes in pages, each order once, even while the sheet is sorted', async () => {
  const shop = await openShop();
  shop.office.world.switches.mailQuota = 10_000;
  const { orderNumber = '' } = await shop.post({ ...PAUL, orderId: 'order-1' });
  // Most are copies of what the program wrote for the first one, with its time.
  fillSheet(liveSheet(shop), { orderId: 'order-1', orderNumber }, 240);
  await shop.office.advance(MINUTE);
  for (let order = 0; order < 20; order++)
    await shop.post({ ...PAUL, orderId: `web-${order}`, email: `c${order}@example.com` });
  const first = await shop.get('route=orders');
  await shop.office.rows({ sheet: 'Orders', action: 'sort', column: 'D', ascending: false });
  const second = await shop.get(`route=orders&cursor=${encodeURIComponent(String(first.cursor))}`);
  expect([idsIn(first).length, idsIn(second).length, second.cursor]).toEqual([250, 10, undefined]);
  expect(new Set([...idsIn(first), ...idsIn(second)]).size).toBe(260);
  expect(await shop.get('route=orders&cursor=zzz')).toMatchObject({
    code: 'VALIDATION_FAILED',
    details: [{ field: 'cursor' }],
  });
}, 180_000);

test('a read is repeated from the cache with three calls, and a change shows in the next one', async () => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'a' });
  const first = await shop.get('route=orders/pending');
  const before = shop.office.records.length;
  expect(await shop.get('route=orders/pending')).toEqual(first);
  const calls = Object.values(shop.office.records[before]?.calls ?? {}).reduce((sum, count) => sum + count, 0);
  expect(calls).toBeLessThanOrEqual(3);
  await shop.type('L2', 'paid');
  expect(idsIn(await shop.get('route=orders/pending'))).toEqual([]);
  expect(idsIn(await shop.get('route=orders/paid'))).toEqual(['a']);
});

test('authenticated, the platform learns from health what is wrong and how many requests failed authentication', async () => {
  const shop = await openShop({ auth: 'key' });
  const { office } = shop;
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform('Properties.setProperty', ['script', 'SHARED_KEY', 'sesame'], host);
  for (const query of ['route=orders', 'route=orders&key=x', 'route=order']) await shop.get(query);
  await shop.post(PAUL);
  await shop.type('D1', 'E-mail');
  expect(await shop.get('route=health&key=wrong')).toEqual({ ok: true, version: expect.any(String) });
  expect(await shop.get('route=health&key=sesame')).toEqual({
    ok: true,
    version: expect.any(String),
    failedAuthentications: 4,
    problems: ['In the Orders tab, the column "Email" is missing.'],
    warnings: [expect.stringContaining('Backup')],
  });
});

test('while a header is missing, lists, orders and figures come from the Ledger, and statuses wait', async () => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'o1' });
  const routes = ['orders/pending', 'orders/summary', 'orders', 'order&id=o1', 'order&number=ASDAR26-0001'];
  const read = async () => {
    const answers = [];
    for (const route of routes) {
      const { asOf, ...answer } = await shop.get(`route=${route.replace('/', '%2F')}`);
      answers.push(answer);
    }
    return answers;
  };
  const before = await read();
  expect(before.every(({ ok }) => ok)).toBe(true);
  for (const [cell, text] of [
    ['L1', 'Stat'],
    ['A1', ''],
    ['C1', 'Email'],
  ] as const) {
    await shop.type(cell, text);
    expect(await read()).toEqual(before);
  }
  await shop.type('A1', 'Order ID');
  await shop.type('C1', 'Customer Name');
  const refused = await shop.post({ route: 'orders/status', orderId: 'o1', status: 'paid' });
  expect(refused).toMatchObject({ ok: false, code: 'BUSY', error: expect.stringContaining('"Status"') });
  await shop.type('L1', 'Status');
  expect(await shop.post({ route: 'orders/status', orderId: 'o1', status: 'paid' })).toMatchObject({
    ok: true,
    status: 'paid',
  });
  expect((await shop.get('route=orders%2Fpaid')).orders).toHaveLength(1);
});

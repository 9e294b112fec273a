import { createHmac } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import type { Json } from 'local-apps-script';
import { Webhook } from 'standardwebhooks';
import { closeOffices } from '../../support/office';
import { openShop, PAUL, type Shop } from '../../support/shop';

afterEach(closeOffices);

const propertiesOf = ({ office }: Shop): Record<string, string> =>
  office.world.properties.read(`script:${office.bound}`);
const setProperty = ({ office }: Shop, name: string, value: string): void => {
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform('Properties.setProperty', ['script', name, value], host);
};

/** The query with which the Standard Webhooks library signs a text at a time of the shop's clock. */
const signed = (shop: Shop, text: string, { id = 'msg_1', secondsAgo = 0, secret = '' } = {}): string => {
  const at = new Date(shop.office.world.clock.now() - secondsAgo * 1000);
  const key = secret || (propertiesOf(shop).WEBHOOK_SECRETS ?? '');
  return new URLSearchParams({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign(id, at, text),
  }).toString();
};

const JOSE = JSON.stringify({ ...PAUL, customerName: 'José Núñez 李小龍', orderId: 'web-1' });

test('a request signed by the Standard Webhooks library is an order, and its replay is a duplicate', async () => {
  const shop = await openShop({ auth: 'signature' });
  const query = signed(shop, JOSE);
  expect(await shop.post(JOSE, query)).toMatchObject({ ok: true, duplicate: false });
  expect(await shop.post(JOSE, query)).toMatchObject({ ok: true, duplicate: true });
  expect(shop.rows('Orders')).toMatchObject([{ 'Customer Name': 'José Núñez 李小龍' }]);
});

test('without an order id the webhook id replaces it: it’s recognized after a day, and another id is another order', async () => {
  const shop = await openShop({ auth: 'signature' });
  const body = JSON.stringify(PAUL);
  expect(await shop.post(body, signed(shop, body))).toMatchObject({ orderId: 'webhook:msg_1', duplicate: false });
  await shop.office.later(86_400_000);
  expect(await shop.post(body, signed(shop, body))).toMatchObject({ orderId: 'webhook:msg_1', duplicate: true });
  expect(await shop.post(body, signed(shop, body, { id: 'msg_2' }))).toMatchObject({ orderId: 'webhook:msg_2' });
  const changed = JSON.stringify({ ...PAUL, customerName: 'Paula' });
  expect(await shop.post(changed, signed(shop, changed))).toMatchObject({ code: 'ORDER_CONFLICT' });
});

test('a webhook’s id of any length never collides with an order id', async () => {
  const shop = await openShop({ auth: 'signature' });
  const post = (body: object, id: string) => {
    const text = JSON.stringify(body);
    return shop.post(text, signed(shop, text, { id }));
  };
  expect(await post({ ...PAUL, orderId: 'COLL' }, 'msg_1')).toMatchObject({ ok: true, orderId: 'COLL' });
  const ann = { ...PAUL, customerName: 'Ann' };
  expect(await post(ann, 'COLL')).toMatchObject({ ok: true, duplicate: false, orderId: 'webhook:COLL' });
  expect(await post(ann, 'COLL')).toMatchObject({ ok: true, duplicate: true, orderId: 'webhook:COLL' });
  // Standard Webhooks sets no length.
  const long = `msg_${'x'.repeat(300)}`;
  const bob = { ...PAUL, customerName: 'Bob' };
  const { orderId } = await post(bob, long);
  expect(orderId).toMatch(/^webhook:[0-9a-f]{64}$/);
  expect(await post(bob, long)).toMatchObject({ duplicate: true, orderId });
  expect(await post(bob, `${long}y`)).toMatchObject({ duplicate: false });
  expect(await post({ ...PAUL, orderId: 'webhook:COLL' }, 'msg_9')).toMatchObject({
    code: 'VALIDATION_FAILED',
    details: [{ field: 'orderId', message: expect.stringContaining('begins with webhook:') }],
  });
  const conflict = await post({ ...PAUL, orderId: 'COLL', customerName: 'Eve' }, 'msg_10');
  expect(conflict).toMatchObject({ code: 'ORDER_CONFLICT' });
  expect(JSON.stringify(conflict)).not.toContain('ASDAR26-');
});

test('a retry recognizes an order that an older version stored under its webhook’s own id', async () => {
  const shop = await openShop({ auth: 'signature' });
  const old = { ...PAUL, orderId: 'msg_1' };
  const text = JSON.stringify(old);
  const { orderNumber } = await shop.post(text, signed(shop, text, { id: 'any' }));
  const body = JSON.stringify(PAUL);
  expect(await shop.post(body, signed(shop, body, { id: 'msg_1' }))).toMatchObject({ duplicate: true, orderNumber });
});

test.each<[string, (shop: Shop) => string, string]>([
  ['carries no signature', () => '', 'SIGNATURE_MISSING'],
  ['carries its webhook id twice', (shop) => `${signed(shop, JOSE)}&webhook-id=msg_1`, 'SIGNATURE_MISSING'],
  ['signs another body', (shop) => signed(shop, `${JOSE} `), 'SIGNATURE_INVALID'],
  [
    'signs with another secret',
    (shop) => signed(shop, JOSE, { secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD' }),
    'SIGNATURE_INVALID',
  ],
  ['is six minutes old', (shop) => signed(shop, JOSE, { secondsAgo: 360 }), 'SIGNATURE_EXPIRED'],
  ['comes from the future', (shop) => signed(shop, JOSE, { secondsAgo: -360 }), 'SIGNATURE_EXPIRED'],
])('a request that %s is rejected and leaves no trace in the sheet', async (_, query, code) => {
  const shop = await openShop({ auth: 'signature' });
  expect(await shop.post(JOSE, query(shop))).toMatchObject({ ok: false, code });
  for (const tab of ['Orders', 'Ledger', 'Rejected', 'Outbox', 'Activity']) expect(shop.rows(tab)).toEqual([]);
});

test('while the secret is being replaced, both the old and the new one work', async () => {
  const shop = await openShop({ auth: 'signature' });
  const old = propertiesOf(shop).WEBHOOK_SECRETS ?? '';
  setProperty(shop, 'WEBHOOK_SECRETS', `whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD ${old}`);
  expect(await shop.post(JOSE, signed(shop, JOSE, { secret: old }))).toMatchObject({ ok: true });
  const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
  expect(await shop.post(JOSE, signed(shop, JOSE, { secret }))).toMatchObject({ ok: true, duplicate: true });
});

test('mode key reads the key from the body or the query and never stores it in a cell', async () => {
  const shop = await openShop({ auth: 'key' });
  setProperty(shop, 'SHARED_KEY', 'sesame-open');
  expect(await shop.post({ ...PAUL, orderId: '1' })).toMatchObject({ code: 'SIGNATURE_MISSING' });
  expect(await shop.post({ ...PAUL, orderId: '1', key: 'sesame' })).toMatchObject({ code: 'SIGNATURE_INVALID' });
  expect(await shop.post({ ...PAUL, orderId: '1', key: 'sesame-open' })).toMatchObject({ ok: true });
  expect(await shop.post({ ...PAUL, orderId: '1' }, 'key=sesame-open')).toMatchObject({ ok: true, duplicate: true });
  await shop.post({ ...PAUL, orderId: '2', email: '', key: 'sesame-open' });
  expect(await shop.get('route=orders&key=sesame-open')).toMatchObject({ ok: true });
  expect(await shop.get('route=orders&key=sesame')).toMatchObject({ code: 'SIGNATURE_INVALID' });
  for (const tab of ['Orders', 'Ledger', 'Rejected', 'Outbox', 'Activity'])
    expect(JSON.stringify(shop.rows(tab))).not.toContain('sesame');
});

test('a body of 45,001 characters is rejected before its signature is checked', async () => {
  const shop = await openShop({ auth: 'signature' });
  const before = shop.office.records.length;
  expect(await shop.post(`"${'x'.repeat(45_000)}"`)).toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  expect(Object.keys(shop.office.records[before]?.calls ?? {})).toEqual([
    'Cache.get',
    'Properties.getProperties',
    'Cache.put',
  ]);
});

test('a rejected order sent over and over is asked to come back later, and accepted right away once it’s correct', async () => {
  const shop = await openShop();
  const codes: unknown[] = [];
  const wrong = { ...PAUL, orderId: 'web-1', email: '' };
  for (let copy = 0; copy < 11; copy++) {
    const { code, retry, retryAfterSeconds } = await shop.post(wrong);
    codes.push(retry ? [code, retry, retryAfterSeconds] : code);
  }
  expect(codes).toEqual([...Array.from({ length: 10 }, () => 'VALIDATION_FAILED'), ['BUSY', true, 60]]);
  // From then on it's only counted in this minute, without reading the sheet.
  const before = shop.office.records.length;
  expect(await shop.post(wrong)).toMatchObject({ ok: false, code: 'BUSY', retry: true });
  const services = Object.keys(shop.office.records[before]?.calls ?? {});
  expect(services.filter((name) => !/^(Properties|Cache)\./.test(name))).toEqual([]);
  expect(await shop.post({ ...PAUL, orderId: 'web-1' })).toMatchObject({ ok: true, duplicate: false });
  // A corrected total makes it a new request, too.
  const dear = { ...PAUL, orderId: 'web-2', email: 'second@example.com', total: '99.00' };
  for (let copy = 0; copy < 12; copy++) await shop.post(dear);
  expect(await shop.post(dear)).toMatchObject({ code: 'BUSY' });
  expect(await shop.post({ ...dear, total: '40.00' })).toMatchObject({ ok: true, duplicate: false });
});

test('when the reads or the writes of the minute are used up, the answer is BUSY, and the order is accepted later', async () => {
  for (const kind of ['Read', 'Write'] as const) {
    const shop = await openShop();
    const { clock, workbooks } = shop.office.world;
    const operator = 'operator@cps-photos.example';
    while (workbooks.quota.left(kind, operator, clock.now()) > 0) workbooks.quota.count(kind, operator, clock.now());
    expect(await shop.post(PAUL)).toMatchObject({ ok: false, code: 'BUSY', retry: true, retryAfterSeconds: 60 });
    await shop.office.advance(61_000);
    expect(await shop.post(PAUL)).toMatchObject({ ok: true, duplicate: false });
    expect(shop.rows('Orders')).toHaveLength(1);
  }
});

const FORGED: readonly Json[] = [
  null,
  'text',
  7,
  [],
  {},
  { parameters: null, postData: null },
  { parameters: { route: 'orders' }, postData: { contents: 7 } },
  { parameters: { route: [{ a: 1 }] }, postData: { contents: { a: 1 } } },
  { parameters: { route: ['orders'], __proto__: ['x'] }, postData: 'text' },
  { parameters: { route: ['orders', 'order'] } },
  { parameters: { route: ['order'], id: ['\ud800'] } },
];

test.each(['open', 'signature'] as const)(
  'doPost and doGet answer whatever event they are handed, forged ones too (mode %s)',
  async (auth) => {
    const shop = await openShop({ auth });
    for (const event of FORGED) {
      for (const name of ['doPost', 'doGet']) {
        const { outcome } = await shop.office.call(name, [event]);
        const { value } = outcome as Extract<typeof outcome, { readonly status: 'completed' }>;
        const content = value.type === 'text' || value.type === 'html' ? value.content : '';
        if (value.type === 'html') {
          // A customer's cut-off link that asks for nothing.
          expect([name, content]).toEqual(['doGet', expect.stringContaining('Looking for your order?')]);
          continue;
        }
        const answer = JSON.parse(content);
        if (!answer.ok) expect([event, answer.code]).toEqual([event, expect.stringMatching(/^[A-Z_]+$/)]);
        expect(answer.code).not.toBe('INTERNAL');
      }
    }
    expect(shop.rows('Orders')).toEqual([]);
  },
);

test('an unexpected error gets INTERNAL with a reference to the Activity tab, and reveals nothing else', async () => {
  const shop = await openShop();
  const message = 'Service Spreadsheets failed while accessing the document with secrets';
  shop.office.addFault({ service: 'Sheets.Spreadsheets.Values.batchGet', nth: 1, kind: 'before', message });
  const answer = await shop.post(PAUL);
  expect(answer).toMatchObject({ ok: false, code: 'INTERNAL', retry: true, reference: expect.any(String) });
  expect(JSON.stringify(answer)).not.toContain('secrets');
  const [line] = shop.rows('Activity');
  expect(line).toMatchObject({ Event: 'error', Detail: expect.stringContaining(String(answer.reference)) });
  expect(await shop.post(PAUL)).toMatchObject({ ok: true });
});

test('a stranger who makes the program fail all day adds a limited number of rows', async () => {
  const shop = await openShop();
  for (let post = 0; post < 40; post++) {
    shop.office.addFault({ service: 'Sheets.Spreadsheets.Values.batchGet', nth: 1, kind: 'before' });
    await shop.post(PAUL);
  }
  expect(shop.rows('Activity')).toHaveLength(30);
});

test('an unsigned request with an empty key doesn’t get in', async () => {
  const shop = await openShop({ auth: 'signature' });
  setProperty(shop, 'WEBHOOK_SECRETS', '');
  const at = Math.floor(shop.office.world.clock.now() / 1000);
  const signature = createHmac('sha256', '').update(`msg_1.${at}.${JOSE}`).digest('base64');
  const query = new URLSearchParams({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(at),
    'webhook-signature': `v1,${signature}`,
  });
  expect(await shop.post(JOSE, query.toString())).toMatchObject({ code: 'SIGNATURE_INVALID' });
});

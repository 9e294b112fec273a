import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../../support/office';
import { openShop, PAUL, type Shop } from '../../support/shop';

afterEach(closeOffices);

const OPERATOR = 'operator@cps-photos.example';

/** Bodies of other systems (names replaced), which aren't our orders. */
const FOREIGN: readonly (readonly [system: string, body: object, named: string])[] = [
  [
    'likhamenu',
    {
      websiteId: 'w1',
      websiteTitle: 'Cafe',
      source: 'website',
      order: { customerName: 'Ann', items: [{ name: 'Tea', quantity: 2, unitPrice: 3 }] },
    },
    'These keys are not supported: "websiteId", "websiteTitle", "source", "order".',
  ],
  ['Seko-92', { token: 'abc', action: 'sync' }, 'These keys are not supported: "token", "action".'],
  [
    'WooCommerce',
    {
      id: 727,
      status: 'processing',
      total: '29.35',
      billing: { first_name: 'Ann', email: 'ann@example.com', address_1: '1 A St', city: 'Orlando' },
      shipping: { first_name: 'Ann', city: 'Orlando', postcode: '32801' },
      line_items: [{ id: 315, name: 'Print', quantity: 2, total: '6.00' }],
    },
    'These keys are not supported: "id", "status", "total", "billing", "shipping", "line_items".',
  ],
  [
    'Shopify',
    {
      id: '820982911946154508',
      email: 'ann@example.com',
      phone: null,
      total_price: '403.00',
      shipping_address: { first_name: 'Ann', address1: '1 A St', city: 'Orlando', zip: '32801' },
      line_items: [{ id: 1, title: 'Print', quantity: 1, price: '199.00' }],
    },
    'These keys are not supported: "id", "email", "total_price", "shipping_address", "line_items".',
  ],
  ['nobody', {}, 'The body has no fields.'],
  ['a ping', { event: 'ping' }, 'These keys are not supported: "event".'],
];

test('a body with hardly any of our fields gets an answer with its keys and where fields go, and isn’t kept as a rejected order', async () => {
  const shop = await openShop();
  for (const [system, body, named] of FOREIGN) {
    const { ok, code, error, details } = await shop.post(body);
    expect([system, ok, code]).toEqual([system, false, 'VALIDATION_FAILED']);
    expect(error).toContain('Send the fields of an order at the top level');
    if (!named.includes('"email"')) expect(error).toContain(named);
    expect(JSON.stringify(details ?? [])).not.toContain('is missing');
    expect(await shop.post({ ...body, route: 'orders/quote' })).toMatchObject({ code: 'VALIDATION_FAILED' });
  }
  const [wrapped] = FOREIGN;
  expect((await shop.post(wrapped?.[1])).details).toContainEqual({
    field: 'order',
    message: 'contains fields of an order (send them at the top level)',
  });
  await shop.office.advance(10 * 60_000);
  expect(shop.rows('Rejected')).toEqual([]);
  expect(shop.emails().filter(({ to }) => to === OPERATOR)).toEqual([]);
  // What is ours but for one mistake is kept: behind it a customer may wait.
  const { customerName: _, ...nameless } = PAUL;
  expect(await shop.post(nameless)).toMatchObject({ code: 'VALIDATION_FAILED' });
  expect(await shop.post({ customer: 'Ann', items: PAUL.items })).toMatchObject({
    code: 'VALIDATION_FAILED',
    error: expect.stringContaining('"customer" (customerName?)'),
  });
  expect(shop.rows('Rejected')).toHaveLength(2);
});

test.each([
  ['customerName=Ann&email=ann%40example.com', 'form-encoded'],
  ['payload=%7B%22items%22%3A%5B%5D%7D', 'form-encoded'],
  ['payload={"items":[]}', 'form-encoded'],
  ['--x7\r\nContent-Disposition: form-data; name="email"\r\n\r\nann@example.com\r\n--x7--\r\n', 'a multipart form'],
  ['<?xml version="1.0"?><order/>', 'XML or HTML'],
  ['', 'empty'],
])('%j isn’t JSON: the answer says what it is, and to send JSON', async (body, what) => {
  const { code, error } = await (await openShop()).post(body);
  expect([code, error]).toEqual(['INVALID_JSON', expect.stringContaining(what)]);
  expect(error).toContain('Send JSON');
});

test('unsupported keys are named to the sender but appear in no cell and no line of the Activity tab', async () => {
  const shop = await openShop();
  const extras = { source: 'kiosk', items: PAUL.items.map((item) => ({ ...item, thumbnail: 'x.jpg', unitPrice: 8 })) };
  const answer = await shop.post({ ...PAUL, ...extras, orderId: 'web-1', state: 'fl' });
  const warnings = [
    'The state "fl" was read as FL.',
    'These keys were ignored: "source".',
    'These keys were ignored: "items.thumbnail", "items.unitPrice".',
  ];
  expect(answer).toMatchObject({ ok: true, warnings });
  expect(await shop.post({ ...PAUL, ...extras, orderId: 'web-1', state: 'fl' })).toEqual({
    ...answer,
    duplicate: true,
  });
  expect(shop.notes('Orders')).toEqual({});
  expect(JSON.stringify(shop.rows('Activity'))).not.toContain('thumbnail');
  const quote = await shop.post({ ...PAUL, ...extras, route: 'orders/quote', state: 'fl' });
  expect(quote.warnings).toEqual(warnings);
  // What staff should check stays with the order.
  const { fulfillmentType: _, ...others } = PAUL;
  await shop.post({ ...others, orderId: 'web-2', delivery: 'pickup' });
  expect(Object.values(shop.notes('Orders'))).toEqual([
    'This is a shipping order, but it came with "delivery": "pickup".',
  ]);
});

test('a request with its route in the wrong place never becomes an order', async () => {
  const shop = await openShop();
  for (const key of ['Route', 'action', 'path'])
    expect(await shop.post({ ...PAUL, [key]: 'orders/quote' })).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: [{ field: key, message: expect.stringContaining('"orders/quote"') }],
    });
  expect(await shop.post(PAUL, 'route=orders/quote')).toMatchObject({ code: 'VALIDATION_FAILED' });
  expect(shop.rows('Orders')).toEqual([]);
  expect(await shop.post(PAUL, 'route=orders')).toMatchObject({ ok: true });
});

/** A paid shipping order. */
const paidShop = async (): Promise<Shop> => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: '820982911946154508' });
  await shop.type('L2', 'paid');
  return shop;
};
const NUMBER = '9400111899223197428490';
const shippedText = (shop: Shop): string => shop.emails().find(({ subject }) => /ship|way/i.test(subject))?.text ?? '';

test.each([
  ['tracking_number', { tracking_number: NUMBER }],
  ['TrackingNumber', { TrackingNumber: NUMBER }],
  [
    'a number beyond 2^53',
    `{"route":"orders/shipping","shipped":true,"orderId":"820982911946154508","trackingNumber":${NUMBER}}`,
  ],
  ['spaces and an en dash', { trackingNumber: ' 9400–1118–9922–3197–4284–90\u200b' }],
])('a tracking number sent as %s is in the email, complete', async (_, fields) => {
  const shop = await paidShop();
  const body =
    typeof fields === 'string'
      ? fields
      : { route: 'orders/shipping', orderId: '820982911946154508', shipped: true, ...fields };
  expect(await shop.post(body)).toMatchObject({ ok: true, status: 'shipped' });
  expect(shippedText(shop).replace(/[ -]/g, '')).toContain(NUMBER);
});

test('a tracking number under any other key stops the step, since the email would go out without it', async () => {
  const shop = await paidShop();
  const lost: object[] = [
    { tracking: NUMBER },
    { trackingNo: NUMBER },
    { tracking: { number: NUMBER } },
    { label: '9400 1118 9922 3197 4284 90' },
    { shipment: { carrier: 'USPS', code: NUMBER } },
    { number: '1Z 999 AA1 0123456784' },
  ];
  for (const fields of lost)
    for (const route of [
      { route: 'orders/shipping', shipped: true },
      { route: 'orders/status', status: 'shipped' },
    ])
      expect([fields, await shop.post({ ...route, orderId: '820982911946154508', ...fields })]).toMatchObject([
        fields,
        {
          code: 'VALIDATION_FAILED',
          details: [{ field: Object.keys(fields)[0], message: 'is not supported (use trackingNumber)' }],
        },
      ]);
  expect(shop.rows('Orders')[0]?.Status).toBe('paid');
  const harmless = { carrier: 'USPS', updatedAt: 1732800000000, shipmentId: '123456789012', notify: true };
  const body = { route: 'orders/shipping', orderId: '820982911946154508', shipped: 'true', ...harmless };
  expect(await shop.post(body)).toMatchObject({
    ok: true,
    warnings: ['These keys were ignored: "carrier", "updatedAt", "shipmentId", "notify".'],
  });
});

test('digits beyond 2^53 are kept in every text field of every route', async () => {
  const digits = '820982911946154508';
  const shop = await openShop();
  const fields = ['orderId', 'customerName', 'phone', 'street', 'apartment', 'city', 'eventCode'];
  const order = JSON.parse(JSON.stringify(PAUL)) as Record<string, unknown>;
  for (const field of fields) order[field] = '@';
  const text = JSON.stringify({ ...order, items: [{ photoNumber: '@', qty4x6: 1 }] }).replaceAll('"@"', digits);
  expect(await shop.post(text)).toMatchObject({ ok: true, orderId: digits });
  expect(await shop.post(text.replace('"customerInfo"', ''))).toMatchObject({ ok: true, duplicate: true });
  const [row = {}] = shop.rows('Orders');
  expect(row).toMatchObject({
    'Order ID': digits,
    'Customer Name': digits,
    Phone: digits,
    'Shipping Address': `${digits}, ${digits}`,
    City: digits,
    Items: `${digits} 4x6 x1`,
  });
  const nested = `{"orderId":1,"customerInfo":{"name":${digits},"email":"a@example.com","phone":${digits}},"shippingAddress":{"line1":${digits},"line2":${digits},"city":${digits},"state":"FL","zip":32801},"eventSlug":${digits},"items":[{"photoNumber":${digits},"size":"4x6","quantity":1}]}`;
  expect(await shop.post(nested)).toMatchObject({ ok: true });
  expect(shop.rows('Orders')[1]).toMatchObject({ 'Customer Name': digits, Phone: digits, City: digits });
  const request = (route: string, rest: string) => shop.post(`{"route":"${route}","orderId":${digits},${rest}}`);
  expect(await request('orders/status', '"status":"paid"')).toMatchObject({ ok: true, orderId: digits });
  expect(await request('orders/shipping', `"shipped":true,"trackingNumber":${digits}`)).toMatchObject({ ok: true });
  expect(await request('orders/feedback', `"feedback":${digits},"rating":"5"`)).toMatchObject({
    ok: true,
    feedback: expect.stringContaining(digits),
    warnings: ['The rating "5" was read as 5.'],
  });
  // A different number that is the same JavaScript number is a different order.
  expect(await shop.post(text.replaceAll(digits, '820982911946154509'))).toMatchObject({ ok: true, duplicate: false });
});

test('unsupported keys in requests about an order are named, and keys with a different spelling are read', async () => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'web-1' });
  const extra = { order_id: 'web-1', source: 'kiosk', trackingNumber: '' };
  const warnings = ['"order_id" was read as orderId.', 'These keys were ignored: "source".'];
  expect(await shop.post({ route: 'orders/status', status: 'Paid', ...extra })).toMatchObject({ ok: true, warnings });
  expect(await shop.post({ route: 'orders/feedback', feedback: 'Nice', ...extra })).toMatchObject({
    ok: true,
    warnings,
  });
  expect(await shop.post({ route: 'orders/status', state: 'paid', orderNumber: '#ASDAR26–0001' })).toMatchObject({
    code: 'VALIDATION_FAILED',
    error: 'The request was not understood. See details. These keys were ignored: "state".',
    details: [{ field: 'status' }],
  });
  expect(await shop.post({ route: 'orders/status', status: 'paid', orderNumber: '#ASDAR26–0001' })).toMatchObject({
    ok: true,
    unchanged: true,
  });
});

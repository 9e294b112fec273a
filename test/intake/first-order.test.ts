import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, PAUL } from '../support/shop';

afterAll(closeOffices);

test('an order sent to the web app lands in the sheet, the Ledger and the Activity tab', async () => {
  const shop = await openShop();
  const answer = await shop.post(PAUL);
  expect(answer).toMatchObject({
    ok: true,
    orderNumber: 'ASDAR26-0001',
    status: 'pending',
    subtotal: '40.00',
    shippingFee: '0.00',
    total: '40.00',
    duplicate: false,
  });
  expect(shop.rows('Orders')).toEqual([
    {
      'Order ID': answer.orderId,
      'Order Number': 'ASDAR26-0001',
      'Customer Name': 'Paul Smith',
      Email: 'paul@example.com',
      Phone: '407-555-0134',
      'Fulfillment Type': 'ship',
      'Shipping Address': '123 Main St, Apt 4',
      Items: '1234 4x6 x3, 1235 8x10 x1',
      Subtotal: 40,
      'Shipping Fee': 0,
      Total: 40,
      Status: 'pending',
      'Created At': '2026-10-02T15:00:00.000Z',
      City: 'Orlando',
      State: 'FL',
      'ZIP Code': '32801',
      'Shipping Status': 'to ship',
      Feedback: '',
    },
  ]);
  expect(shop.rows('Ledger')).toMatchObject([
    { 'Order ID': answer.orderId, 'Order Number': 'ASDAR26-0001', Status: 'pending' },
  ]);
  expect(shop.rows('Activity')).toMatchObject([
    { 'Order Number': 'ASDAR26-0001', Event: 'created', By: 'ordering platform' },
  ]);
});

test('its receipt is emailed once, with the items, the amount due and how to pay', async () => {
  const shop = await openShop();
  await shop.post(PAUL);
  const [receipt, ...others] = shop.emails();
  expect(others).toEqual([]);
  expect(receipt).toMatchObject({ to: 'paul@example.com', subject: 'We have your order ASDAR26-0001' });
  expect(receipt?.text).toContain('Photo 1234, 4x6: 3 x $8.00 = $24.00');
  expect(receipt?.text).toContain('Amount due: $40.00. Please pay');
  expect(receipt?.html).toContain('$40.00');
  expect(shop.rows('Outbox')).toMatchObject([{ Kind: 'receipt', State: 'sent', To: 'paul@example.com', Attempts: 1 }]);
});

test('the same request twice within a minute makes one row and one email, and the second answer says so', async () => {
  const shop = await openShop();
  const first = await shop.post(PAUL);
  const second = await shop.post(PAUL);
  expect(second).toEqual({ ...first, duplicate: true });
  expect(shop.rows('Orders')).toHaveLength(1);
  expect(shop.emails()).toHaveLength(1);
});

test('a name that looks like a formula and a ZIP with a leading zero are stored as that text', async () => {
  const shop = await openShop();
  const name = '=IMPORTDATA("http://x")';
  await shop.post({ ...PAUL, customerName: name, city: 'Agawam', state: 'MA', zipCode: '01001' });
  expect(shop.rows('Orders')).toMatchObject([{ 'Customer Name': name, 'ZIP Code': '01001' }]);
  expect(shop.formulas('Orders')).toEqual([]);
});

test.each([
  ['a body that is not JSON', 'not json', 'INVALID_JSON'],
  ['an order without items', { ...PAUL, items: undefined }, 'VALIDATION_FAILED'],
  ['an order without a name', { ...PAUL, customerName: ' ' }, 'VALIDATION_FAILED'],
  ['an order without an email', { ...PAUL, email: undefined }, 'VALIDATION_FAILED'],
  ['an order of an unknown size', { ...PAUL, items: [{ photoNumber: '1', qty9x9: 1 }] }, 'VALIDATION_FAILED'],
])('%s is rejected with its reasons, without a row or an email', async (_, body, code) => {
  const shop = await openShop();
  const answer = await shop.post(body);
  expect(answer).toMatchObject({ ok: false, code, error: expect.any(String) });
  if (code === 'VALIDATION_FAILED') expect(answer.details).not.toHaveLength(0);
  expect(shop.rows('Orders')).toEqual([]);
  expect(shop.emails()).toEqual([]);
});

test('20 simultaneous requests from 20 clients make 20 rows with 20 numbers and 20 receipts', async () => {
  const shop = await openShop({ transport: 'workers' });
  const posts = Array.from({ length: 20 }, (_, index) => shop.post({ ...PAUL, email: `client${index}@example.com` }));
  const numbers = (await Promise.all(posts)).map((answer) => answer.orderNumber);
  expect(new Set(numbers).size).toBe(20);
  expect(
    shop
      .rows('Orders')
      .map((row) => row['Order Number'])
      .sort(),
  ).toEqual([...numbers].sort());
  expect(new Set(shop.emails().map((email) => email.to)).size).toBe(20);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseItems } from '../../src/domain/items';
import { activityRow } from '../../src/workbook/activity-row';
import { contentKeyOf, contentKeyOfRow } from '../../src/workbook/content-key';
import { ordersRow, streetLines } from '../../src/workbook/orders-row';
import { emailKey, outboxRow } from '../../src/workbook/outbox-row';
import { anyOrder, PAULS_ORDER } from './orders';
import { headersOf } from './places';

test('an order to ship fills its row of the Orders tab', () => {
  expect(ordersRow(PAULS_ORDER, { status: 'pending', shipping: 'to ship' }, 46349.5)).toEqual({
    'Order ID': 'web-1001',
    'Order Number': 'ASDAR26-0001',
    'Customer Name': 'Paul Smith',
    Email: 'paul@example.com',
    Phone: '407-555-0134',
    'Fulfillment Type': 'ship',
    'Shipping Address': '123 Main St, Apt 4',
    Items: '1234 4x6 x3, 1235 8x10 x1',
    Subtotal: 40,
    'Shipping Fee': 5.5,
    Total: 45.5,
    Status: 'pending',
    'Created At': 46349.5,
    City: 'Orlando',
    State: 'FL',
    'ZIP Code': '01234',
    'Shipping Status': 'to ship',
  });
});

test('an order to pick up shows no address, whatever was sent along', () => {
  const row = ordersRow({ ...PAULS_ORDER, fulfillment: 'pickup' }, { status: 'paid', shipping: 'to pick up' }, 0);
  expect(row).toMatchObject({
    'Shipping Address': '',
    City: '',
    State: '',
    'ZIP Code': '',
    'Shipping Status': 'to pick up',
  });
});

test('a canceled order has no shipping status', () => {
  expect(ordersRow(PAULS_ORDER, { status: 'cancelled', shipping: null }, 0)['Shipping Status']).toBe('');
});

test('the money of any order is in its cells to the cent, and its items can be read back', () => {
  fc.assert(
    fc.property(anyOrder, (order) => {
      const row = ordersRow(order, { status: 'pending', shipping: null }, 0);
      expect(Number(row.Subtotal).toFixed(2).replace('.', '')).toBe(String(order.price.subtotal).padStart(3, '0'));
      expect(Number(row.Total).toFixed(2).replace('.', '')).toBe(String(order.price.total).padStart(3, '0'));
      expect(parseItems(String(row.Items))).toEqual(order.lines);
      for (const header of Object.keys(row)) expect(headersOf('orders')).toContain(header);
    }),
  );
});

test.each([
  ['123 Main St', 'Apt 4', '123 Main St, Apt 4'],
  ['123 Main St', '', '123 Main St'],
  ['', 'Apt 4', 'Apt 4'],
  ['', '', ''],
])('the street %j with the unit %j is written %j', (street, unit, expected) => {
  expect(streetLines({ ...PAULS_ORDER.address, street, unit })).toBe(expected);
});

test('an email has one key per order, kind and version', () => {
  expect(emailKey('web-1001', 'receipt')).toBe('receipt:web-1001:1');
  expect(emailKey('web-1001', 'paid', 2)).toBe('paid:web-1001:2');
});

test('a claimed receipt fills its row of the Outbox', () => {
  const row = outboxRow({
    orderId: 'web-1001',
    orderNumber: 'ASDAR26-0001',
    kind: 'receipt',
    to: 'paul@example.com',
    state: 'claimed',
    leaseUntil: '2026-11-23T14:24:00-05:00',
    notBefore: '',
    notAfter: '2026-11-26T12:00:00-05:00',
    createdAt: 46349.5,
  });
  expect(row).toEqual({
    Key: 'receipt:web-1001:1',
    'Order ID': 'web-1001',
    'Order Number': 'ASDAR26-0001',
    Kind: 'receipt',
    To: 'paul@example.com',
    State: 'claimed',
    Attempts: 0,
    'Lease Until': '2026-11-23T14:24:00-05:00',
    'Not Before': '',
    'Not After': '2026-11-26T12:00:00-05:00',
    'Created At': 46349.5,
  });
  for (const header of Object.keys(row)) expect(headersOf('outbox')).toContain(header);
});

test('a line of the Activity tab leaves blank what it does not concern', () => {
  const row = activityRow({ when: 46349.5, event: 'sweep', by: 'operator', detail: 'Nothing to do.' });
  expect(row).toEqual({
    When: 46349.5,
    'Order ID': '',
    'Order Number': '',
    Event: 'sweep',
    From: '',
    To: '',
    By: 'operator',
    Detail: 'Nothing to do.',
  });
  expect(Object.keys(row)).toEqual(headersOf('activity'));
});

test('the row of an order is known by its content key, and by no other when name, email, items or total differ', () => {
  fc.assert(
    fc.property(anyOrder, (order) => {
      const row = ordersRow(order, { status: 'pending', shipping: null }, 0);
      const contentKey = contentKeyOf(order);
      expect(contentKeyOfRow(row)).toBe(contentKey);
      expect(contentKeyOfRow({ ...row, 'Customer Name': `  ${row['Customer Name']} ` })).toBe(contentKey);
      expect(contentKeyOfRow({ ...row, 'Customer Name': `${row['Customer Name']}x` })).not.toBe(contentKey);
      expect(contentKeyOfRow({ ...row, Email: `x${row.Email}` })).not.toBe(contentKey);
      expect(contentKeyOfRow({ ...row, Items: `${row.Items}, 1 4x6 x1` })).not.toBe(contentKey);
      expect(contentKeyOfRow({ ...row, Total: (order.price.total + 1) / 100 })).not.toBe(contentKey);
    }),
  );
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ORDER_STATUSES } from '../../src/domain/statuses';
import { type OrderJson, orderJson, orderJsonOfEntry, summaryOf } from '../../src/workbook/order-json';
import { ordersRow } from '../../src/workbook/orders-row';
import { PAULS_ORDER } from './orders';

const PAULS_JSON: OrderJson = {
  id: 'web-1001',
  orderNumber: 'ASDAR26-0001',
  customerName: 'Paul Smith',
  customerEmail: 'paul@example.com',
  customerPhone: '407-555-0134',
  fulfillmentType: 'ship',
  shippingAddress: '123 Main St, Apt 4',
  items: '1234 4x6 x3, 1235 8x10 x1',
  subtotal: '40.00',
  shippingFee: '5.50',
  total: '45.50',
  status: 'pending',
  createdAt: '2026-11-23T15:04:05.678Z',
  city: 'Orlando',
  state: 'FL',
  zipCode: '01234',
  shippingStatus: 'to ship',
  feedback: '',
};
const standing = { status: 'pending', shipping: 'to ship' } as const;

test('a row is shown as text in every field, with its money to the cent', () => {
  expect(orderJson(ordersRow(PAULS_ORDER, standing, 46349.5), PAULS_ORDER.createdAt)).toEqual(PAULS_JSON);
});

test('an order whose row is gone looks the same from the Ledger', () => {
  const entry = {
    order: PAULS_ORDER,
    fingerprint: '',
    replaces: '',
    ...standing,
    progress: {},
    flag: '',
    warnings: [],
  };
  expect(orderJsonOfEntry(entry)).toEqual(PAULS_JSON);
});

test('what staff have typed is shown tidied where it is known, and as it is where it is not', () => {
  const row = { ...ordersRow(PAULS_ORDER, standing, 0), Status: 'Void', Total: 'about 40', 'ZIP Code': 1234 };
  expect(orderJson(row, '')).toMatchObject({ status: 'cancelled', total: 'about 40', zipCode: '1234', createdAt: '' });
  expect(orderJson({ Status: 'refunded' }, '')).toMatchObject({ id: '', status: 'refunded', total: '' });
});

test('no orders make a summary of zeros', () => {
  expect(summaryOf([])).toEqual({
    totalOrders: 0,
    pendingCount: 0,
    paidCount: 0,
    shippedCount: 0,
    cancelledCount: 0,
    completedCount: 0,
    totalRevenue: 0,
    pendingRevenue: 0,
    averageOrderValue: 0,
  });
});

test('revenue is what paid and shipped orders brought in, and nothing is subtracted for canceled ones', () => {
  const order = (status: string, total: string): OrderJson => ({ ...PAULS_JSON, status, total });
  const orders = [
    order('pending', '10.10'),
    order('paid', '20.00'),
    order('shipped', '0.01'),
    order('shipped', '1,000.00'),
    order('cancelled', '500.00'),
    order('odd', '7.00'),
  ];
  expect(summaryOf(orders)).toEqual({
    totalOrders: 6,
    pendingCount: 1,
    paidCount: 1,
    shippedCount: 2,
    cancelledCount: 1,
    completedCount: 3,
    totalRevenue: 1020.01,
    pendingRevenue: 10.1,
    averageOrderValue: 340,
  });
});

test('the summary of any orders adds up to the list, to the cent', () => {
  const orders = fc.array(
    fc.record({ status: fc.constantFrom(...ORDER_STATUSES), total: fc.integer({ min: 0, max: 99_999_999 }) }),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(orders, (some) => {
      const of = (...statuses: string[]) => some.filter(({ status }) => statuses.includes(status));
      const dollars = (list: typeof some) =>
        Number(list.reduce((total, one) => total + BigInt(one.total), 0n).toString()) / 100;
      const summary = summaryOf(
        some.map(({ status, total }) => ({ ...PAULS_JSON, status, total: (total / 100).toFixed(2) })),
      );
      expect(summary.pendingCount + summary.completedCount + summary.cancelledCount).toBe(some.length);
      expect(summary.completedCount).toBe(of('paid', 'shipped').length);
      expect(summary.totalRevenue).toBe(dollars(of('paid', 'shipped')));
      expect(summary.pendingRevenue).toBe(dollars(of('pending')));
      expect(Math.abs(summary.averageOrderValue * summary.completedCount - summary.totalRevenue)).toBeLessThanOrEqual(
        0.005 * summary.completedCount + 1e-6,
      );
    }),
  );
});

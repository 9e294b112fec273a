import { expect, test } from '@jest/globals';
import type { LedgerBook, OrdersBook, SheetRow } from '../../../src/core/ports';
import { type FindPorts, findOrders } from '../../../src/staff/order-card/find-orders';
import { only } from '../../support/only';
import { freshView } from '../../workbook/places';

const row = (at: number, cells: SheetRow['cells']): SheetRow => ({ at, cells });

const ROWS = [
  row(2, {
    'Order ID': 'shop-1',
    'Order Number': 'ASDAR26-0001',
    'Customer Name': 'Łukasz O’Brien',
    Email: 'lukasz@example.com',
    Phone: '(407) 555-0199 ext. 12',
    Items: '1234 4x6 x2, 1235 8x10 x1',
  }),
  row(3, {
    'Order ID': 'shop-2',
    'Order Number': 'ASDAR26-0002',
    'Customer Name': 'Ann Lee',
    Email: 'ann@example.com',
  }),
];
const LOST = row(4, { 'Order ID': 'shop-3', 'Order Number': 'ASDAR26-0003' });

const ports: FindPorts = {
  workbook: only<FindPorts['workbook']>({ read: freshView }),
  orders: only<OrdersBook>({ rows: () => ROWS }),
  ledger: only<LedgerBook>({ index: () => [...ROWS, LOST] }),
};
const idsFor = (query: string) => findOrders(ports, query).found.map((found) => found['Order ID']);

test.each(['lukasz', "o'brien lukasz", '0199', '555-0199', '#ASDAR26-0001', 'order ASDAR26-0001', '1235', 'SHOP-1'])(
  '%j finds the one order',
  (query) => expect(idsFor(query)).toEqual(['shop-1']),
);

test('the newest comes first, and nothing is found by what no order has', () => {
  expect(idsFor('asdar26')).toEqual(['shop-2', 'shop-1']);
  expect(idsFor('nobody')).toEqual([]);
  expect(idsFor('  ')).toEqual([]);
});

test('an order whose row is gone is found by its number and id in the Ledger', () => {
  expect(idsFor('order #asdar26-0003')).toEqual(['shop-3']);
  expect(idsFor('shop-3')).toEqual(['shop-3']);
});

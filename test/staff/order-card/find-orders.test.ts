import { expect, test } from '@jest/globals';
import type { LedgerBook, OrdersBook, SheetRow } from '../../../src/core/ports';
import { type FindPorts, findOrders } from '../../../src/staff/order-card/find-orders';
import { ledgerRow } from '../../../src/workbook/ledger-row';
import { entry } from '../../print/items';
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
  ledger: only<LedgerBook>({ index: () => ROWS }),
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

/** Another order from Ann, whose row someone deleted, and older ones without a row. */
const goneWith = (older: number): FindPorts => {
  const gone = entry({ id: 'shop-3', number: 'ASDAR26-0003', name: 'Siobhán O’Dell', lines: GONE_LINES });
  const index = [LOST, ...ROWS, ...Array.from({ length: older }, (_, at) => olderRow(at))];
  return {
    ...ports,
    ledger: only<LedgerBook>({
      index: () => index,
      whole: (_, at) => at.map((each) => ({ at: each, cells: each === LOST.at ? ledgerRow(gone) : {} })),
    }),
  };
};
const GONE_LINES = [{ photoNumber: '7777', size: '4x6', quantity: 1 }];
const olderRow = (at: number): SheetRow => row(at + 10, { 'Order ID': `old-${at}`, 'Order Number': `OLD-${at}` });

test.each(['order #asdar26-0003', 'shop-3', 'siobhan', 'o’dell', 'paul@example.com', '7777'])(
  '%j finds an order whose row is gone, in the Ledger',
  (query) => {
    const { found } = findOrders(goneWith(0), query);
    expect(found).toMatchObject([{ 'Order ID': 'shop-3', 'Customer Name': 'Siobhán O’Dell', 'Row gone': 'yes' }]);
  },
);

test('an order without a row is found beside those that have one', () => {
  const found = findOrders(goneWith(0), 'asdar26').found.map((order) => [order['Order ID'], order['Row gone'] ?? '']);
  expect(found).toEqual([
    ['shop-2', ''],
    ['shop-1', ''],
    ['shop-3', 'yes'],
  ]);
});

test('of thousands without a row the newest are found by name, and each by its number', () => {
  expect(findOrders(goneWith(2_000), 'siobhan').found).toHaveLength(1);
  expect(findOrders(goneWith(2_000), 'old-1999').found).toMatchObject([{ 'Order ID': 'old-1999', 'Row gone': 'yes' }]);
});

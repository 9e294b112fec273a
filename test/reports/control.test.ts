import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { controlOf } from '../../src/reports/control';
import { readSales } from '../../src/reports/sale';
import { zoneOf } from '../../src/reports/zone';
import type { Row } from '../../src/workbook/layout';
import { ledgerLine, ordersLine, type PlainOrder, someOrders, totalOf } from './plain-orders';
import { localTime } from './reference';

const ZONE = zoneOf((moment) => localTime(moment, 'America/New_York'));

const ORDER: PlainOrder = {
  id: 'W-1',
  number: 'ASDAR26-0001',
  event: 'ASDAR26',
  pickup: false,
  state: 'FL',
  lines: [['1234', '4x6', 3, 800]],
  discount: 400,
  fee: 500,
  status: 'paid',
  placedAt: Date.parse('2026-10-02T15:00:00Z'),
  paidAt: Date.parse('2026-10-02T16:00:00Z'),
  shippedAt: null,
  cancelledAt: null,
  askedAt: null,
  ratedAt: null,
  rating: null,
};

const control = (
  orders: readonly PlainOrder[],
  rows: readonly Row[],
  ledger: readonly Row[] = orders.map(ledgerLine),
) => {
  const sales = readSales(ledger, ZONE);
  return controlOf(rows, sales, () => true, null);
};

/** What hands do to a row of the Orders tab. */
const DAMAGE = fc.constantFrom<(row: Row) => Row[]>(
  (row) => [row],
  (row) => [row],
  () => [],
  (row) => [row, row],
  (row) => [{ ...row, Total: 'abc' }],
  (row) => [{ ...row, Total: -5 }],
  (row) => [{ ...row, Total: '' }],
  (row) => [{ ...row, Total: 12.34 }],
  (row) => [{ ...row, Total: '$1,234.50' }],
  (row) => [{ ...row, Status: 'payed' }],
  (row) => [{ ...row, 'Order ID': 'typed by hand' }],
  (row) => [{ ...row, 'Order ID': '' }],
  (row) => [{}, row],
);

/** The sum of the Orders tab by the plainest reading of its Total column. */
const plainSum = (rows: readonly Row[]): [number, number] => {
  const filled = rows.filter((row) => Object.keys(row).length > 0);
  const amounts = filled.map(({ Total = '' }) => {
    const text = String(Total).replace(/[$,]/g, '');
    return /^\d+(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : 0;
  });
  return [filled.length, amounts.reduce((sum, amount) => sum + amount, 0)];
};

test('whatever hands have done to the rows: included and excluded lead to the sum of every row', () => {
  fc.assert(
    fc.property(
      someOrders(25).chain((orders) =>
        fc.tuple(fc.constant(orders), fc.array(DAMAGE, { minLength: orders.length, maxLength: orders.length })),
      ),
      fc.option(fc.integer({ min: 20_400, max: 20_800 }), { nil: null }),
      ([orders, damages], from) => {
        const rows = orders.flatMap((order, index) => damages[index]?.(ordersLine(order)) ?? []);
        const sales = readSales(orders.map(ledgerLine), ZONE);
        const days = from === null ? null : { from, to: from + 30 };
        const { lines, ordersTab, addsUp } = controlOf(rows, sales, ({ event }) => event !== 'NYC25', days);
        const parts = lines.filter(({ isSum }) => !isSum).map(({ tally }) => tally);
        expect(addsUp).toBe(true);
        expect([ordersTab.orders, ordersTab.amount]).toEqual(plainSum(rows));
        expect([
          parts.reduce((sum, { orders: many }) => sum + many, 0),
          parts.reduce((sum, { amount }) => sum + amount, 0),
        ]).toEqual(plainSum(rows));
        const ledger = lines.find(({ label }) => label === 'All orders in the Ledger');
        expect(ledger?.tally).toEqual({
          orders: orders.length,
          amount: orders.reduce((sum, order) => sum + totalOf(order), 0),
        });
      },
    ),
    { numRuns: 200 },
  );
});

test('when every order has its row, the two agree and it says so', () => {
  const { agrees, verdict, odd } = control([ORDER], [ordersLine(ORDER), { 'Own column': 'a note of staff' }]);
  expect([agrees, odd]).toEqual([true, []]);
  expect(verdict).toBe('Check passed: the only order ($25.00) is accounted for.');
});

test.each([
  [{ Total: 'abc' }, `ASDAR26-0001: the total "abc" isn't a valid amount.`],
  [{ Status: 'payed' }, `ASDAR26-0001: "payed" isn't a status. The report uses paid.`],
  [
    { Status: 'shipped' },
    'ASDAR26-0001: the sheet says shipped, but the last accepted status is paid, which the report uses.',
  ],
  [{ Total: 24 }, "ASDAR26-0001: the sheet says $24.00, but the order's total is $25.00, which the report uses."],
  [{ 'Order ID': 'X' }, "ASDAR26-0001: there is no such order in the Ledger, so it isn't included in any figure."],
])('a row with %j is listed by its number', (damage, text) => {
  const { agrees, odd, verdict } = control([ORDER], [{}, { ...ordersLine(ORDER), ...damage }]);
  expect(agrees).toBe(false);
  expect(odd).toEqual([{ tab: 'Orders', at: 3, text }]);
  expect(verdict).toContain('1 row to check');
});

test('a Ledger row that cannot be read is named, and the others are counted', () => {
  const other = { ...ORDER, id: 'W-2', number: 'ASDAR26-0002' };
  const broken = { ...ledgerLine(ORDER), Order: '{"c":[' };
  const { odd, lines, addsUp } = control([], [ordersLine(ORDER), ordersLine(other)], [broken, ledgerLine(other)]);
  expect(odd).toEqual([
    {
      tab: 'Ledger',
      at: 2,
      text: expect.stringMatching(/^Order W-1 can't be read \(.+\), so it isn't included in any figure\.$/),
    },
  ]);
  expect(addsUp).toBe(true);
  expect(lines[0]).toMatchObject({ label: 'In this report', tally: { orders: 1, amount: 2_500 } });
});

test('an order that is in the Ledger twice or has no row is reported', () => {
  const { agrees, lines, odd } = control([ORDER, ORDER], []);
  expect(agrees).toBe(false);
  expect(odd).toEqual([{ tab: 'Ledger', at: 2, text: 'Order ASDAR26-0001 is in the Ledger twice.' }]);
  expect(lines.find(({ label }) => label.startsWith('Orders without a row'))?.tally).toEqual({
    orders: -2,
    amount: -5_000,
  });
});

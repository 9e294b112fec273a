import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TABS } from '../../src/workbook/tabs';
import { openOldSheet } from '../set-up/old-sheet';
import { closeOffices } from '../support/office';
import { type Shop, shopOn } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterAll(closeOffices);

const MINUTE = 60_000;
const HEADERS: readonly string[] = TABS.orders.columns.map(({ header }) => header);

const old = (index: number, more: Record<string, string | number> = {}) => {
  const row: Record<string, string | number> = {
    'Order ID': `old-${index}`,
    'Order Number': `ASDAR26-${String(40 + index).padStart(4, '0')}`,
    'Customer Name': `Customer ${index}`,
    Email: `old${index}@example.com`,
    'Fulfillment Type': 'ship',
    'Shipping Address': '1 Main St',
    Items: '1234 4x6 x2',
    Subtotal: '$16.00',
    'Shipping Fee': 0,
    Total: '$16.00',
    Status: 'paid',
    'Created At': '2024-03-04',
    City: 'Orlando',
    State: 'FL',
    'ZIP Code': '32801',
    ...more,
  };
  return HEADERS.map((header) => row[header] ?? '');
};

const takenOver = async (rows: readonly (readonly (string | number)[])[]): Promise<Shop> => {
  const shop = shopOn(await openOldSheet([[...HEADERS], ...rows]));
  const { outcome } = await shop.office.call('App.setUp');
  if (outcome.status !== 'completed') throw new Error(JSON.stringify(outcome));
  return shop;
};

describe('rows from before the program', () => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await takenOver([
      old(0, { 'Shipping Status': 'shipped' }),
      old(1, { 'Shipping Status': 'picked up', 'Fulfillment Type': 'pickup' }),
      old(2, { 'Order ID': '', 'Created At': '3/4/2024 5:16 PM' }),
      old(3, { 'Order Number': 'DUP-0001' }),
      old(4, { 'Order Number': 'dup-0001 ' }),
      old(5, { Items: '2x 1234 4x6' }),
      old(6, { 'Created At': 'unknown' }),
      old(7, { 'Created At': '', Status: 'pending' }),
      old(8, { 'Order ID': '', Items: 'some prints' }),
    ]);
    await shop.office.advance(10 * MINUTE);
  });

  const ledger = (id: string) => shop.rows('Ledger').find((row) => row['Order ID'] === id);

  test('that were handed over stay so, whatever is typed again, and nobody hears of it', async () => {
    expect(
      shop
        .rows('Orders')
        .slice(0, 2)
        .map((row) => [row.Status, row['Shipping Status']]),
    ).toEqual([
      ['shipped', 'shipped'],
      ['shipped', 'picked up'],
    ]);
    await shop.type('Q2', 'shipped');
    await shop.type('L3', 'shipped');
    await shop.type('Q3', 'picked up');
    expect(shop.mails()).toEqual([]);
  });

  test('have their day from the row, not from an id that it may not have; amounts and dates are typed', () => {
    const [first, , third] = shop.rows('Orders');
    expect(first).toMatchObject({ Total: 16, Subtotal: 16, 'Created At': '2024-03-04T05:00:00.000Z' });
    expect(third?.['Created At']).toBe('2024-03-04T22:16:00.000Z');
    expect(ledger(String(third?.['Order ID']))?.['Accepted At']).toBe('2024-03-04T22:16:00.000Z');
  });

  test('with one number are told apart: the first is taken, the other is asked about, and the number is never given again', async () => {
    expect([ledger('old-3')?.['Order Number'], ledger('old-4')]).toEqual(['DUP-0001', undefined]);
    expect(shop.notes('Orders').A6).toContain('its Order Number dup-0001 is that of row 5');
  });

  test('that cannot be read have the reason in their note, also without an id, and are taken once they are corrected', async () => {
    expect(shop.notes('Orders').A7).toContain('its items "2x 1234 4x6" cannot be read');
    expect(shop.notes('Orders').A10).toContain('its items "some prints" cannot be read');
    await shop.type('H7', '1234 4x6 x2');
    await shop.type('H10', '77 4x6 x1');
    await shop.office.call('App.setUp');
    await shop.office.advance(10 * MINUTE);
    expect(Object.keys(shop.notes('Orders'))).toEqual(['A6']);
    expect(
      shop
        .rows('Ledger')
        .map((row) => row['Order Number'])
        .sort(),
    ).toEqual([
      'ASDAR26-0040',
      'ASDAR26-0041',
      'ASDAR26-0042',
      'ASDAR26-0045',
      'ASDAR26-0046',
      'ASDAR26-0047',
      'ASDAR26-0048',
      'DUP-0001',
    ]);
    expect(shop.mails()).toEqual([]);
  });

  test('without a day have none anywhere, and a line of their own in the report', async () => {
    expect(ledger('old-6')).toMatchObject({ 'Accepted At': '', Status: 'paid' });
    expect(shop.rows('Orders')[6]?.['Created At']).toBe('unknown');
    const call = await openPage(shop, 'Reports > Sales report');
    const all = await call<string>('report.file', { period: 'all', grain: 'month' }, 'report csv');
    expect(all).toMatch(/^No day,2,4,32,/m);
    expect(all).toMatch(/^ASDAR26[^,]*,7,/m);
    expect(all).toMatch(/^No day,1,16/m);
    const month = await call<string>('report.file', { period: 'month' }, 'report csv');
    expect(month).toMatch(/^Orders,0,/m);
    expect(month).toMatch(/^Without a day: in no period,2,32/m);
    const list = await call<string>('report.file', { period: 'all' }, 'orders csv');
    expect(list.match(/No day/g)).toHaveLength(2);
    for (const item of ['Today', 'Find order', 'Health']) await openPage(shop, item);
    expect(await (await openPage(shop, 'Today'))('today.read')).toMatchObject({ statuses: expect.anything() });
    expect(await (await openPage(shop, 'Find order'))('orders.card', 'old-6')).toBeTruthy();
    await shop.office.rows({ sheet: 'Orders', action: 'delete', row: 8 });
    await shop.office.advance(10 * MINUTE);
    await shop.office.menu({ item: 'Data > Rebuild missing rows' });
    expect(shop.rows('Orders').find((row) => row['Order ID'] === 'old-6')).toMatchObject({
      'Created At': '',
      Status: 'paid',
    });
    expect(shop.office.records.filter(({ status }) => status !== 'completed')).toEqual([]);
  });
});

test.each([2, 3])('headers in row %s are one sentence before anything is made of the rows', async (row) => {
  const titles = Array.from({ length: row - 1 }, (_, at) =>
    HEADERS.map((_, column) => (at + column === 0 ? 'Orders of our studio' : '')),
  );
  const shop = shopOn(await openOldSheet([...titles, [...HEADERS], old(0), old(1)].map((cells) => [...cells])));
  const before = shop.office.sheet('Orders', 1, 100);
  const { problem, questions, report } = await (await openPage(shop, 'Set up this sheet'))<{
    problem: string;
    questions: unknown[];
    report: string[];
  }>('setUp.run', {});
  expect(problem).toContain(`your headers are in row ${row}`);
  expect(questions).toEqual([]);
  expect(report.join()).not.toContain('Orders:');
  expect(shop.office.sheet('Orders', 1, 100)).toEqual(before);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stepMoment } from '../../src/workbook/step-moment';
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
    expect(shop.emails()).toEqual([]);
  });

  test('have their day from the row, not from an id that it may not have; amounts and dates are typed', () => {
    const [first, , third] = shop.rows('Orders');
    expect(first).toMatchObject({ Total: 16, Subtotal: 16, 'Created At': '2024-03-04T05:00:00.000Z' });
    expect(third?.['Created At']).toBe('2024-03-04T22:16:00.000Z');
    expect(ledger(String(third?.['Order ID']))?.['Accepted At']).toBe('2024-03-04T22:16:00.000Z');
  });

  test('with the same number are distinguished: the first is taken, the other is asked about, and the number is never given again', async () => {
    expect([ledger('old-3')?.['Order Number'], ledger('old-4')]).toEqual(['DUP-0001', undefined]);
    expect(shop.notes('Orders').A6).toContain('its Order Number dup-0001 is also in row 5');
  });

  test('that cannot be read have the reason in their note, also without an id, and are taken once they are corrected', async () => {
    expect(shop.notes('Orders').A7).toContain(`its items "2x 1234 4x6" can't be read`);
    expect(shop.notes('Orders').A10).toContain(`its items "some prints" can't be read`);
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
    expect(shop.emails()).toEqual([]);
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
    expect(month).toMatch(/^"Without a day, orders",2,2,0\r\n"Without a day, amount",32,32,0/m);
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

describe('what nobody knows of rows from before the program', () => {
  /** The figures of a report by their names. */
  const figuresOf = async (shop: Shop, choice: Record<string, string>): Promise<Map<string, string>> => {
    const call = await openPage(shop, 'Reports > Sales report');
    const csv = await call<string>('report.file', choice, 'report csv');
    const lines = csv.split(/\r?\n/).map((line): [string, string] => {
      const [, quoted = '', plain = '', value = ''] = /^(?:"([^"]*)"|([^,]*)),([^,]*)/.exec(line) ?? [];
      return [quoted || plain, value];
    });
    // The key figures come first.
    return new Map(lines.reverse());
  };

  const shopOfFour = () =>
    takenOver([
      old(0, { Status: 'shipped', 'Shipping Status': 'shipped', 'Created At': '2026-09-01' }),
      old(1, { 'Created At': '2026-09-02' }),
      old(2, { 'Created At': '' }),
      old(3, { 'Created At': '2026-10-01', Status: 'pending' }),
    ]);

  test('a step is on no day, is not in the median, and has lines of its own; the months and "No day" make the total', async () => {
    const shop = await shopOfFour();
    // Paid before the program, shipped by it: how long that took, nobody knows. The next one is wholly the program's.
    await shop.type('Q3', 'shipped');
    await shop.type('L5', 'paid');
    await shop.office.advance(3 * 60 * MINUTE);
    await shop.type('Q5', 'shipped');
    await shop.office.advance(10 * MINUTE);
    const all = await figuresOf(shop, { period: 'all', grain: 'month' });
    expect(all.get('Total')).toBe('64');
    expect(all.get('Payments without a day, orders')).toBe('3');
    expect(all.get('Payments without a day, amount')).toBe('48');
    expect(all.get('Shipped or picked up without a day, orders')).toBe('1');
    expect(all.get('Median hours from paid to shipped')).toBe('3');
    expect(all.get('Shipped in the period, not in the median, orders')).toBe('2');
    const months = { from: '2026-09-01', to: '2026-10-31', period: 'custom' };
    const period = await figuresOf(shop, months);
    expect([period.get('Orders'), period.get('Without a day, orders'), period.get('Without a day, amount')]).toEqual([
      '3',
      '1',
      '16',
    ]);
    // Only what was paid through the program was paid on a day.
    expect([period.get('Payments, orders'), period.get('Shipped or picked up, orders')]).toEqual(['1', '2']);
    const call = await openPage(shop, 'Reports > Sales report');
    const text = await call<string>('report.file', months, 'report csv');
    expect(text).toContain('Without a day: 1 order, $16.00 (not in any period, so not in this report).');
    expect(text).toMatch(/An order without a date there isn’t in any period/);
    const list = await call<string>('report.file', { period: 'all' }, 'orders csv');
    expect(list.split(/\r?\n/).filter((line) => line.includes('Unknown'))).toHaveLength(3);
    const byMonth = (await call<string>('report.file', { period: 'all', grain: 'month' }, 'report csv'))
      .split('Sales by month')[1]
      ?.split('Sales by event')[0];
    expect(byMonth).toMatch(/^Total,4,.*,64,/m);
    expect(byMonth).toMatch(/^No day,1,/m);
  });

  test('is never shown to a customer as today: no date in an email, none on the page of the order', async () => {
    const shop = await shopOfFour();
    const card = await openPage(shop, 'Find order');
    for (const [id, kind] of [
      ['old-0', 'shipped'],
      ['old-1', 'paid'],
      ['old-2', 'paid'],
    ] as const) {
      const { html } = await card<{ html: string }>('orders.preview', id, kind);
      expect([id, html.includes('an earlier date')]).toEqual([id, true]);
      expect([id, html.includes('October 2, 2026')]).toEqual([id, false]);
    }
  });

  test('the price of a size that is not on the list is not zero, and a row without a total has a line of its own', async () => {
    const shop = await takenOver([
      old(0, { Items: '1234 4x6 x1, 1235 11x14 x1', Subtotal: '', Total: '$40.00' }),
      old(1, { Subtotal: '', Total: '' }),
    ]);
    const { html } = await (await openPage(shop, 'Find order'))<{ html: string }>('orders.preview', 'old-0', 'paid');
    expect(html).toContain('11x14');
    expect(html).not.toContain('$0.00');
    expect(shop.notes('Orders').A3).toContain('its Total is blank');
    const call = await openPage(shop, 'Reports > Sales report');
    const text = await call<string>('report.file', { period: 'all' }, 'report csv');
    expect(text).toMatch(/^"?Rows without an order in the Ledger, price unknown"?,1,0/m);
    expect(text).toContain('the total is blank, so the price is unknown.');
    expect(text).toMatch(/^Total,40/m);
  });

  test('an order that an older version imported without the mark has no known steps either', () => {
    const at = '2026-09-01T04:00:00.000Z';
    expect(stepMoment({ paid: at, shipped: at }, at, 'paid')).toBe('');
    expect(stepMoment({ paid: at, previous: { status: 'pending', shipping: 'to ship' } }, at, 'paid')).toBe(at);
    expect(stepMoment({ paid: at, shipped: '2026-10-02T15:00:00.000Z', guessed: ['paid'] }, at, 'paid')).toBe('');
    expect(stepMoment({ shipped: '2026-10-02T15:00:00.000Z', guessed: ['paid'] }, '', 'shipped')).not.toBe('');
    expect(stepMoment({}, at, 'paid')).toBeUndefined();
  });
});

import { describe, expect, test } from '@jest/globals';
import { readOldRow } from '../../src/import/old-row';
import { serialOf } from '../../src/workbook/date-serial';

const NOW = new Date('2026-10-02T15:00:00Z');
const zone = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (instant: Date) => format.format(instant).replace(' ', 'T');
};
const NEW_YORK = zone('America/New_York');

const ROW = {
  'Order ID': 'old-1',
  'Order Number': 'ASDAR26-0041',
  'Customer Name': 'Ann Lee',
  Email: 'ann@example.com',
  'Fulfillment Type': 'ship',
  'Shipping Address': '1 Main St',
  Items: '1234 4x6 x2',
  Subtotal: 16,
  'Shipping Fee': 5,
  Total: 21,
  Status: 'paid',
  'Shipping Status': '',
};

const read = (more: Record<string, string | number> = {}, created: unknown = '', toLocal = NEW_YORK) => {
  const row = { ...ROW, ...more };
  const number = String(row['Order Number']);
  return readOldRow(row, { id: 'old-1', number, created, now: NOW, toLocal, prices: [] });
};
const entry = (...args: Parameters<typeof read>) => {
  const old = read(...args);
  if ('errors' in old) throw new Error(old.errors.map(({ why }) => why).join());
  return old;
};
const kinds = (...args: Parameters<typeof read>) => {
  const old = read(...args);
  return 'errors' in old ? old.errors.map(({ kind }) => kind) : [];
};

describe('the Shipping Status of an old row is heard, and nothing is moved back', () => {
  test.each([
    ['paid', 'shipped', 'ship', 'shipped', 'shipped'],
    ['paid', 'picked up', 'pickup', 'shipped', 'picked up'],
    ['Paid ', 'Picked  Up', 'pick up', 'shipped', 'picked up'],
    ['', 'shipped', 'ship', 'shipped', 'shipped'],
    ['paid', 'picked up', '', 'shipped', 'picked up'],
    ['paid', 'Mailed', 'USPS', 'shipped', 'shipped'],
    ['paid', 'delivered', 'ship', 'shipped', 'shipped'],
    ['shipped', '', 'ship', 'shipped', 'shipped'],
    ['shipped', 'to ship', 'ship', 'shipped', 'shipped'],
    ['picked up', '', '', 'shipped', 'picked up'],
    ['paid', 'to ship', 'ship', 'paid', 'to ship'],
    ['paid', 'not shipped', 'ship', 'paid', 'to ship'],
    ['paid', 'n/a', 'ship', 'paid', 'to ship'],
    ['paid', '', 'pickup', 'paid', 'to pick up'],
    ['pending', '', 'ship', 'pending', 'to ship'],
    ['', '', 'ship', 'pending', 'to ship'],
    ['void', 'to ship', 'ship', 'cancelled', null],
    ['canceled', '', 'ship', 'cancelled', null],
  ])('Status %j, Shipping Status %j, %j: %s, %s', (Status, went, way, status, shipping) => {
    expect(entry({ Status, 'Shipping Status': went, 'Fulfillment Type': way }).entry).toMatchObject({
      status,
      shipping,
    });
  });

  test.each([
    ['pending', 'shipped', 'ship', 'shipping'],
    ['cancelled', 'shipped', 'ship', 'shipping'],
    ['void', 'picked up', 'pickup', 'shipping'],
    ['paid', 'somewhere', 'ship', 'shipping'],
    ['paid', 'picked up', 'ship', 'fulfillment'],
    ['paid', 'shipped', 'pickup', 'fulfillment'],
    ['paid', '', 'ship or pickup', 'fulfillment'],
    ['paid', '', 'whatever', 'fulfillment'],
    ['half paid', '', 'ship', 'status'],
  ])('Status %j, Shipping Status %j, %j is asked about', (Status, went, way, kind) => {
    expect(kinds({ Status, 'Shipping Status': went, 'Fulfillment Type': way })).toEqual([kind]);
  });
});

describe('amounts become numbers to the cent, or are asked about', () => {
  test.each([
    ['$24.00', 2400],
    ['24', 2400],
    ['1,234.50', 123450],
    ['USD 24.00', 2400],
    ['24.00 usd', 2400],
    [' $ 24.5 ', 2450],
    [0.1 + 0.2, 30],
  ])('%j', (Total, cents) => {
    const { cells, entry: taken } = entry({ Total });
    expect(taken.order.price.total).toBe(cents);
    expect(typeof Total === 'number' ? undefined : cells.Total).toBe(
      typeof Total === 'number' ? undefined : cents / 100,
    );
  });

  test('the fee may be free, and a blank total is the sum of the others', () => {
    expect(entry({ 'Shipping Fee': 'free', Total: '' })).toMatchObject({
      entry: { order: { price: { subtotal: 1600, shippingFee: 0, total: 1600 } } },
      cells: { 'Shipping Fee': 0, Total: 16 },
    });
  });

  test.each([
    [{ Total: '24,00' }],
    [{ Total: '-5' }],
    [{ Total: '24.005' }],
    [{ Total: 'about 20' }],
    [{ Subtotal: 'x' }],
    [{ 'Shipping Fee': 'five' }],
    [{ Total: '', Subtotal: '' }],
  ])('%j', (more) => expect(kinds(more as Record<string, string>)).toEqual(['money']));
});

test.each(['2x 1234 4x6', '', '1234 4x6', '1234 4x6 x0', 'some photos'])('items %j are asked about', (Items) =>
  expect(kinds({ Items })).toEqual(['items']),
);

test('a row with several errors has them all, in words that quote what is there', () => {
  const old = read({ Status: 'perhaps', Items: '2x 1234 4x6', Total: 'x' }, '3/4');
  expect('errors' in old && old.errors.map(({ why }) => why)).toEqual([
    'its Status "perhaps" is unknown',
    `its items "2x 1234 4x6" can't be read (write them like 1234 4x6 x2, 1235 8x10 x1)`,
    'its Total "x" isn\'t a valid amount (such as 24.00)',
    `its Created At "3/4" can't be read as a date: it has no year`,
  ]);
});

test.each([
  ['ASDAR26-0041', 'ASDAR26'],
  ['asdar26-41', 'ASDAR26'],
  ['NYC-DANCE_25-12345', 'NYC-DANCE_25'],
  ['CPS-0001', ''],
  ['INV-0001', ''],
  ['Order-12', ''],
  ['2024-0041', ''],
  ['0041', ''],
  ['', ''],
])('the number %j is of the event %j', (number, event) => {
  expect(entry({ 'Order Number': number }).entry.order.eventCode).toBe(event);
});

/** March 4, 2024 as people and exports write it. */
const DAYS = [
  '2024-03-04',
  '2024/03/04',
  '20240304',
  '3/4/2024',
  '03/04/2024',
  '3/4/24',
  '3-4-2024',
  'March 4, 2024',
  'March 4th, 2024',
  'Mar 4 2024',
  '4 March 2024',
  '04-Mar-2024',
  'Monday, March 4, 2024',
  '2024-03-04T00:00:00',
  serialOf('2024-03-04T00:00:00'),
];
const MOMENTS = [
  '3/4/2024 5:16 PM',
  '2024-03-04 17:16',
  '2024-03-04T17:16:00',
  'March 4, 2024 at 5:16 pm',
  serialOf('2024-03-04T17:16:00'),
];

describe.each(['America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'])('in %s', (name) => {
  const toLocal = zone(name);

  test.each([...DAYS, ...MOMENTS])('%j is March 4, 2024, in the cell, the Ledger and every report', (created) => {
    const { entry: taken, cells } = entry({}, created, toLocal);
    const local = toLocal(new Date(taken.order.createdAt));
    expect(local).toBe(DAYS.includes(created) ? '2024-03-04T00:00:00' : '2024-03-04T17:16:00');
    expect(taken.progress.paid).toBe(taken.order.createdAt);
    expect(cells['Created At']).toBe(typeof created === 'number' ? undefined : serialOf(local));
  });
});

test('a date of the sheet is the moment that it is', () => {
  const moment = new Date('2024-03-04T22:16:00.000Z');
  expect(entry({}, moment)).toMatchObject({ entry: { order: { createdAt: moment.toISOString() } } });
  expect(entry({}, moment).cells['Created At']).toBeUndefined();
});

test.each([
  ['1989-12-31T23:59:59.000Z', 'its Created At 1989-12-31 is before 1990'],
  ['2031-01-01T00:00:00.000Z', 'its Created At 2031-01-01 is in the future'],
  ['+057316-01-25T05:00:00.000Z', 'its Created At +057316-01-25 is in the future'],
])('a date of the sheet that no order can have is an error that says what is wrong: %s', (moment, why) => {
  expect(read({}, new Date(moment))).toMatchObject({ errors: [{ kind: 'date', why }] });
});

test.each(['', '  ', 'unknown', 'N/A', '?', '-'])(
  'a Created At of %j counts as unknown, not as now or zero',
  (created) => {
    const { entry: taken, cells } = entry({}, created);
    expect(taken.order.createdAt).toBe('');
    expect(taken.progress).not.toHaveProperty('paid');
    expect(cells).not.toHaveProperty('Created At');
  },
);

test.each([
  '3/4',
  '13/11/2024',
  '4.3.2024',
  '2024',
  'March 2024',
  'last week',
  '2/30/2024',
  '3/4/2124',
  17,
  new Date('2031-01-01'),
])('a Created At of %j is asked about and never guessed', (created) => expect(kinds({}, created)).toEqual(['date']));

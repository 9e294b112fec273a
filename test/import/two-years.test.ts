import { afterAll, expect, test } from '@jest/globals';
import type { Preview } from '../../src/import/preview';
import { TABS } from '../../src/workbook/tabs';
import { asOwner } from '../set-up/old-sheet';
import { times } from '../support/campaign';
import { closeOffices, openOffice } from '../support/office';
import { shopOn } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterAll(closeOffices);

const DAY = 86_400_000;
const HEADERS: readonly string[] = TABS.orders.columns.map(({ header }) => header);
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** What an order is, apart from how it was typed. */
interface Truth {
  readonly month: string;
  readonly cents: number;
  readonly isCancelled: boolean;
  readonly problems: readonly string[];
}

const two = (value: number): string => String(value).padStart(2, '0');
const dollars = (cents: number): string => `${Math.floor(cents / 100)}.${two(cents % 100)}`;

/** How people write a day; the last ones say none. */
const DATES: readonly ((year: number, month: number, day: number) => string)[] = [
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${m}/${d}/${y}`,
  (y, m, d) => `${m}/${d}/${y} 5:16 PM`,
  (y, m, d) => `${MONTHS[m - 1]} ${d}, ${y}`,
  (y, m, d) => `${y}${two(m)}${two(d)}`,
  (y, m, d) => `${d} ${MONTHS[m - 1]} ${y}`,
];
const AMOUNTS: readonly ((cents: number) => string)[] = [
  dollars,
  (cents) => `$${dollars(cents)}`,
  (cents) => `${dollars(cents)} USD`,
];

const KINDS = {
  date: 'Unreadable Created At',
  status: 'Unknown Status',
  shipping: 'Unknown Shipping Status, or it contradicts the Status',
  items: 'Unreadable Items',
  money: 'Invalid amount',
  number: 'Order Number used by another row',
  id: 'Order ID used by another row',
  none: 'Not an order (no name and no items)',
} as const;

/** The n-th row of an old sheet of two years, and what it means; every fifteenth has a problem of one of ten kinds. */
const oldOrder = (n: number): { readonly cells: Record<string, string>; readonly truth: Truth } => {
  const [year, month] = [2024 + Math.floor((n % 24) / 12), (n % 12) + 1];
  const day = n % 24 === 23 ? 31 : (n % 28) + 1;
  const cents = 800 + (n % 37) * 113;
  const status = ['paid', 'Shipped', 'paid', 'void', ' PAID ', 'pending'][n % 6] ?? '';
  const isPickup = n % 5 === 0;
  const went = n % 6 === 2 ? (isPickup ? 'picked up' : 'shipped') : '';
  const hasNoDay = n % 50 === 7;
  const cells: Record<string, string> = {
    'Order ID': n % 4 === 0 ? '' : `old-${n}`,
    'Order Number': `${n % 3 === 0 ? 'ASDAR24' : 'NYC25'}-${String(n + 1).padStart(4, '0')}`,
    'Customer Name': `Customer ${n}`,
    Email: `old${n}@example.com`,
    'Fulfillment Type': isPickup ? 'pickup' : 'ship',
    'Shipping Address': isPickup ? '' : `${n + 1} Main St`,
    Items: `${1000 + n} 4x6 x2`,
    Subtotal: (AMOUNTS[n % 3] ?? dollars)(cents),
    'Shipping Fee': '0',
    Total: (AMOUNTS[(n + 1) % 3] ?? dollars)(cents),
    Status: status,
    'Created At': hasNoDay ? (['', 'unknown'][n % 2] ?? '') : (DATES[n % DATES.length]?.(year, month, day) ?? ''),
    City: isPickup ? '' : 'Orlando',
    State: isPickup ? '' : 'FL',
    'ZIP Code': isPickup ? '' : '02801',
    'Shipping Status': went,
    Feedback: '',
  };
  const problems: string[] = [];
  const spoil = (kind: string, more: Record<string, string>) => {
    Object.assign(cells, more);
    problems.push(kind);
  };
  if (n % 15 === 14)
    [
      () => spoil(KINDS.date, { 'Created At': '3/4' }),
      () => spoil(KINDS.date, { 'Created At': '13/11/2024' }),
      () => spoil(KINDS.status, { Status: 'half paid' }),
      () => spoil(KINDS.shipping, { Status: 'pending', 'Shipping Status': 'shipped', 'Fulfillment Type': 'ship' }),
      () => spoil(KINDS.items, { Items: '2x 1234 4x6' }),
      () => spoil(KINDS.money, { Total: 'about 20' }),
      () => spoil(KINDS.number, { 'Order Number': 'nyc25-0002' }),
      () => spoil(KINDS.id, { 'Order ID': `twice-${Math.floor(n / 300)}` }),
      () => spoil(KINDS.none, { 'Customer Name': '', Items: '' }),
      () => {
        spoil(KINDS.items, { Items: 'prints' });
        spoil(KINDS.date, { 'Created At': 'summer' });
      },
    ][Math.floor(n / 15) % 10]?.();
  const label = hasNoDay ? 'No day' : `${MONTHS[month - 1]} ${year}`;
  return { cells, truth: { month: label, cents, isCancelled: n % 6 === 3, problems } };
};

/** Totals by month, as an accountant would add them up. */
const byMonth = (truths: readonly Truth[]) => {
  const sums = new Map<string, [orders: number, cents: number]>();
  for (const { month, cents, isCancelled, problems } of truths) {
    if (isCancelled || problems.length > 0) continue;
    const [orders, sum] = sums.get(month) ?? [0, 0];
    sums.set(month, [orders + 1, sum + cents]);
  }
  return Object.fromEntries(sums);
};

test('two years of rows with every kind of problem: what is shown comes true, to the cent, and nobody is emailed', async () => {
  const count = times(600, 2000);
  const made = Array.from({ length: count }, (_, n) => oldOrder(n));
  // An id that is there twice: of each pair none is taken.
  for (const { cells } of made.filter(({ cells }) => cells['Order ID']?.startsWith('twice-')))
    made.push({
      cells: { ...cells, 'Order Number': '', 'Customer Name': 'Again' },
      truth: { month: '', cents: 0, isCancelled: false, problems: [KINDS.id] },
    });
  const office = openOffice();
  const host = { effectiveUser: 'operator@cps-photos.example', activeUser: '', execution: 'host', bound: office.bound };
  asOwner(office, 'Spreadsheet.insertSheet', 'Orders', null, null);
  const sheet = office.world.workbooks.get(office.bound)?.tabNamed('Orders')?.id ?? 0;
  await office.rows({ sheet: 'Orders', action: 'insert', row: 2, count: made.length });
  const all = { file: office.bound, sheet, row: 1, column: 1, rows: made.length + 1000, columns: 18 };
  office.world.perform('Range.setNumberFormat', [all, '@'], host);
  await office.edit({
    sheet: 'Orders',
    range: 'A1',
    values: [[...HEADERS], ...made.map(({ cells }) => HEADERS.map((header) => cells[header] ?? ''))],
  });
  const shop = shopOn(office);
  const typed = shop.rows('Orders');

  const call = await openPage(shop, 'Set up this sheet');
  const { preview } = await call<{ preview: Preview }>('setUp.run', {});
  expect(shop.rows('Ledger')).toEqual([]);
  expect(shop.rows('Orders')).toEqual(typed);
  const truths = made.map(({ truth }) => truth);
  const bad = made.flatMap(({ truth }, index) => (truth.problems.length > 0 ? [{ at: index + 2, ...truth }] : []));
  expect([preview.taken, preview.left]).toEqual([made.length - bad.length, bad.length]);
  expect(Object.fromEntries(preview.problems.map(({ what, rows }) => [what, rows]))).toEqual(
    Object.fromEntries(
      Object.values(KINDS)
        .map((kind) => [kind, bad.filter(({ problems }) => problems.includes(kind)).map(({ at }) => at)] as const)
        .filter(([, rows]) => rows.length > 0),
    ),
  );
  const monthName = (label: string) => {
    const [year, month] = label.split('-');
    return month ? `${MONTHS[Number(month) - 1]} ${year}` : label;
  };
  const expected = byMonth(truths);
  expect(
    Object.fromEntries(preview.months.map(({ label, orders, amount }) => [monthName(label), [orders, amount]])),
  ).toEqual(expected);

  await call('setUp.takeOver');
  expect(shop.rows('Ledger')).toHaveLength(preview.taken);
  const rows = shop.rows('Orders');
  const isBad = new Set(bad.map(({ at }) => at - 2));
  rows.forEach((row, index) => {
    if (isBad.has(index)) expect(row).toEqual(typed[index]);
    else {
      expect([typeof row.Total, typeof row.Subtotal, typeof row['Shipping Fee']]).toEqual([
        'number',
        'number',
        'number',
      ]);
      expect(row['Created At']).toEqual(
        truths[index]?.month === 'No day' ? typed[index]?.['Created At'] : expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      );
    }
  });
  const notes = shop.notes('Orders');
  expect(Object.keys(notes)).toEqual(bad.map(({ at }) => `A${at}`));
  for (const { at, problems } of bad) {
    const errors = preview.errors.filter((error) => error.startsWith(`Row ${at}: `));
    expect(errors).toHaveLength(1);
    expect(notes[`A${at}`]).toContain(errors[0]?.slice(`Row ${at}: `.length, -1));
    expect(errors[0]?.split('; ').length).toBeGreaterThanOrEqual(problems.length);
  }
  const sold = rows.filter((_, index) => !isBad.has(index) && truths[index]?.isCancelled === false);
  const sum = sold.reduce((cents, { Total }) => cents + Math.round(Number(Total) * 100), 0);
  expect(sum).toBe(Object.values(expected).reduce((cents, [, amount]) => cents + amount, 0));

  const report = await openPage(shop, 'Reports > Sales report');
  await report('report.make', { period: 'all', grain: 'month' });
  const csv = await report<{ text?: string } | string>('report.file', { period: 'all', grain: 'month' }, 'report csv');
  const lines = (typeof csv === 'string' ? csv : JSON.stringify(csv)).split(/\r?\n/);
  const begin = lines.findIndex((line) => line.startsWith('Sales by month'));
  const table = lines.slice(begin + 2).map((line) => line.split(','));
  const end = table.findIndex(([label]) => label === 'Total');
  const shown = table.slice(0, end).filter(([, orders]) => orders !== '0');
  expect(
    Object.fromEntries(shown.map((cells) => [cells[0], [Number(cells[1]), Math.round(Number(cells[6]) * 100)]])),
  ).toEqual(expected);

  for (let day = 0; day < 10; day++) {
    await office.later(DAY);
    await office.advance(10 * 60_000);
  }
  expect(shop.emails().filter(({ to }) => !to.startsWith('operator@'))).toEqual([]);
  expect(shop.rows('Outbox').filter(({ Kind }) => Kind !== 'alert')).toEqual([]);
  expect(Object.keys(shop.notes('Orders'))).toEqual(Object.keys(notes));
  expect(shop.notes('Orders')).toEqual(notes);
}, 240_000);

import { afterAll, expect, test } from '@jest/globals';
import type { Json, Office } from 'local-apps-script';
import { closeOffices } from '../support/office';
import { callRpc, openedPage } from '../support/rpc';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

const NOW = '2026-11-01T15:00:00Z';
const THIS_MONTH = { period: 'month', event: '', from: '', to: '', grain: 'auto' };
const OCTOBER = { ...THIS_MONTH, period: 'custom', from: '2026-10-01', to: '2026-10-31' };

/** Opens the dialog the way staff do; returns a function that calls its methods. */
const openReport = async (shop: Shop, user = 'operator') => {
  await shop.office.menu({ item: 'Reports > Sales report', user });
  const token = openedPage(shop.office)?.token ?? '';
  return (method: string, ...args: readonly unknown[]) => callRpc(shop.office, user, token, method, ...args);
};

const book = (office: Office) => {
  const workbook = office.world.workbooks.get(office.bound);
  if (!workbook) throw new Error('there is no spreadsheet');
  return workbook;
};

/** What a formula of staff would see under a name. */
const named = (office: Office, name: string): { value: Json; row: number; column: number } => {
  const { range } = book(office).meta.namedRanges.find((each) => each.name === name) ?? {};
  const [row = -1, column = -1] = [range?.startRowIndex, range?.startColumnIndex];
  const tab = book(office).tabs.find(({ id }) => id === range?.sheetId);
  return { value: tab?.value(row, column) ?? null, row, column };
};

const figures = (office: Office, ...names: readonly string[]) => names.map((name) => named(office, name).value);

const report = (shop: Shop): string[][] =>
  (shop.office.sheet('Sales Report', 1, 1_000) as unknown as { display: string[][] }).display;

const order = (orderId: string, more: object = {}) => ({ ...PAUL, orderId, email: `${orderId}@example.com`, ...more });

/** A shop with five orders: paid and shipped, pending, cancelled before payment, cancelled after it, and one of an hour that is October in New York only. */
const fiveOrders = async (): Promise<Shop> => {
  const shop = await openShop({ now: '2026-10-05T15:00:00Z' });
  const { clock } = shop.office.world;
  for (const id of ['A', 'B', 'C', 'D']) await shop.post(order(id));
  const row = (id: string) => shop.rows('Orders').findIndex((each) => each['Order ID'] === id) + 2;
  for (const id of ['A', 'D']) await shop.type(`L${row(id)}`, 'paid');
  await shop.type(`L${row('C')}`, 'cancelled');
  clock.freeze(Date.parse('2026-10-06T21:00:00Z'));
  await shop.type(`L${row('A')}`, 'shipped');
  // 23:30 of October 31 in New York; the clocks go back two and a half hours later.
  clock.freeze(Date.parse('2026-11-01T03:30:00Z'));
  await shop.post(
    order('E', {
      items: [
        { photoNumber: '=1+1', size: '4x6', quantity: 1 },
        { photoNumber: '-9', size: '4x6', quantity: 1 },
      ].slice(1),
    }),
  );
  clock.freeze(Date.parse(NOW));
  await shop.type(`L${row('D')}`, 'cancelled');
  return shop;
};

test('the tab tells the month in named cells, with tables, charts and a control total, in six service calls', async () => {
  const shop = await fiveOrders();
  const { office } = shop;
  const call = await openReport(shop);
  const { ok, value } = await call('report.make', OCTOBER);
  expect(ok).toBe(true);
  expect(value).toMatchObject({
    title: 'CPS Photos sales: Oct 1 to Oct 31, 2026',
    agrees: true,
    verdict: 'Check passed: all 5 orders ($168.00) are accounted for.',
  });
  const calls: Readonly<Record<string, number>> = office.records.at(-1)?.calls ?? {};
  expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(6);

  // A, B and D: three 4x6 for $20 instead of $24, and an 8x10 for $20; E: a 4x6 for $8.
  expect(
    figures(office, 'ReportOrders', 'ReportItems', 'ReportGross', 'ReportDiscounts', 'ReportShipping', 'ReportTotal'),
  ).toEqual([4, 13, 140, -12, 0, 128]);
  expect(figures(office, 'ReportPaidOrders', 'ReportPaid', 'ReportPendingOrders', 'ReportPending')).toEqual([
    1, 40, 2, 48,
  ]);
  expect(figures(office, 'ReportCancelledOrders', 'ReportCancelled', 'ReportLeftOutOrders', 'ReportLeftOut')).toEqual([
    1, 40, 1, 40,
  ]);
  expect(figures(office, 'ReportPayments', 'ReportReturns', 'ReportShipped', 'ReportMedianHours')).toEqual([
    80, 0, 1, 30,
  ]);
  expect(figures(office, 'ReportAverage', 'ReportRatings', 'ReportHappy')).toEqual([40, 0, '–']);

  const lines = report(shop);
  expect(lines).toContainEqual(expect.arrayContaining(['Oct 31, 2026', '1', '1', '$8.00']));
  expect(lines).toContainEqual(
    expect.arrayContaining([
      'ASDAR26 All Star Dance Regionals 2026',
      '4',
      '13',
      '$140.00',
      '-$12.00',
      '$0.00',
      '$128.00',
    ]),
  );
  expect(lines).toContainEqual(expect.arrayContaining(['8x10', '3', '$60.00']));
  expect(lines).toContainEqual(expect.arrayContaining(['-9 (ASDAR26)', '1', '$8.00']));
  expect(lines).toContainEqual(expect.arrayContaining(['No ratings or feedback requests in this period.']));
  const sheet = book(office).tabNamed('Sales Report');
  const charts = (sheet?.meta.charts ?? []).map(
    ({ spec }) => spec as { type: string; options: Record<string, unknown> },
  );
  expect(
    charts.map(({ type, options }) => [type, options.title, options['hAxis.title'], options['vAxis.title']]),
  ).toEqual([
    ['COLUMN', 'Sales by day', 'Day', 'Total, US dollars'],
    ['BAR', 'Sales by event', 'Total, US dollars', 'Event'],
    ['COLUMN', 'Prints sold by size', 'Size', 'Prints'],
    ['BAR', 'Best-selling photos', 'Prints', 'Photo'],
    ['PIE', 'Sales by fulfillment', undefined, undefined],
    ['BAR', 'Sales by state', 'Total, US dollars', 'State'],
  ]);
});

test('wherever staff have moved the columns, the report is the same, in as many service calls', async () => {
  const shop = await fiveOrders();
  const { office } = shop;
  const call = await openReport(shop);
  await call('report.make', OCTOBER);
  const before = report(shop);
  book(office).tabNamed('Orders')?.insertColumns(0, 2);
  for (const name of ['Orders', 'Ledger']) book(office).tabNamed(name)?.moveColumns(3, 1, 12);
  expect(await call('report.make', OCTOBER)).toMatchObject({ ok: true, value: { agrees: true } });
  expect(report(shop)).toEqual(before);
  const calls: Readonly<Record<string, number>> = office.records.at(-1)?.calls ?? {};
  expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(6);
});

test('what was sold in October and canceled in November is a sale in October and a return in November', async () => {
  const shop = await fiveOrders();
  const call = await openReport(shop);
  await call('report.make', THIS_MONTH);
  expect(
    figures(shop.office, 'ReportOrders', 'ReportTotal', 'ReportReturnsOrders', 'ReportReturns', 'ReportNetSales'),
  ).toEqual([0, 0, 1, -40, -40]);
  expect(report(shop)).toContainEqual(expect.arrayContaining(['Nov 1, 2026', '0', '-$40.00']));
});

test('a second run keeps names and cells, leaves what staff put beside it, and an empty period says so', async () => {
  const shop = await fiveOrders();
  const { office } = shop;
  const call = await openReport(shop);
  await call('report.make', OCTOBER);
  const place = ['ReportOrders', 'ReportLeftOut'].map((name) => named(office, name));
  await office.edit({ sheet: 'Sales Report', range: 'T3:T3', values: [['a note of staff']] });
  await office.rows({ sheet: 'Sales Report', action: 'insert', row: 3, count: 2 });
  const { value } = await call('report.make', { ...OCTOBER, from: '2025-01-01', to: '2025-01-31' });
  expect(value).toMatchObject({ isEmpty: true });
  const again = ['ReportOrders', 'ReportLeftOut'].map((name) => named(office, name));
  expect(again.map(({ row, column }) => [row, column])).toEqual(place.map(({ row, column }) => [row, column]));
  expect(again.map(({ value: figure }) => figure)).toEqual([0, 0]);
  const texts = report(shop).flat();
  expect(texts.filter((text) => text === 'No sales in this period.')).toHaveLength(6);
  expect(texts).toContain('a note of staff');
  expect(texts).not.toContain('Oct 30, 2026');
  expect(book(office).tabNamed('Sales Report')?.meta.charts).toEqual([]);
});

test('a second staff member can make the report, too, even after someone deleted its tab', async () => {
  const shop = await fiveOrders();
  const tab = book(shop.office).tabNamed('Sales Report');
  if (tab) book(shop.office).deleteTab(tab);
  const call = await openReport(shop, 'staff');
  expect(await call('report.make', OCTOBER)).toMatchObject({ ok: true });
  expect(figures(shop.office, 'ReportTotal')).toEqual([128]);
  expect(await call('report.open')).toMatchObject({ ok: true });
});

test('a choice that makes no sense gets an error in plain words, and nothing changes', async () => {
  const shop = await openShop();
  const call = await openReport(shop);
  expect(await call('report.make', { ...OCTOBER, to: '2026-09-30' })).toEqual({
    ok: false,
    error: 'The first day is after the last day. Nothing was changed.',
  });
  expect(await call('report.make', { ...THIS_MONTH, period: 'event' })).toMatchObject({ ok: false });
  expect(report(shop).flat().join('')).toBe('');
});

test('in a copy the dialog says that it is one', async () => {
  const shop = await fiveOrders();
  const { copy } = shop.office.copy();
  shop.office.open(copy);
  const call = await openReport(shop);
  const { ok, error } = await call('report.start');
  expect(ok).toBe(false);
  expect(error).toContain('copy of the live sheet');
});

test('a report that dies at any of its calls leaves the tab as it was or complete', async () => {
  const shop = await fiveOrders();
  const { office } = shop;
  const call = await openReport(shop);
  await call('report.make', { ...OCTOBER, from: '2026-10-05', to: '2026-10-05' });
  const before = JSON.stringify(book(office).tabNamed('Sales Report'));
  const services = [
    'Cache.get',
    'Properties.getProperties',
    'Sheets.Spreadsheets.Values.batchGet',
    'Sheets.Spreadsheets.get',
  ];
  for (const service of [...services, 'Sheets.Spreadsheets.batchUpdate']) {
    office.addFault({ service, nth: 1, kind: 'kill-before' });
    await call('report.make', OCTOBER).catch(() => null);
    expect(JSON.stringify(book(office).tabNamed('Sales Report'))).toBe(before);
  }
  office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'kill-after' });
  await call('report.make', OCTOBER).catch(() => null);
  expect(figures(office, 'ReportTotal')).toEqual([128]);
  expect(await call('report.make', OCTOBER)).toMatchObject({ ok: true });
});

test('paid, pending and shipped of everything are what the web app sums up', async () => {
  const shop = await fiveOrders();
  const call = await openReport(shop);
  await call('report.make', { ...THIS_MONTH, period: 'all' });
  const { summary } = (await shop.get('route=orders%2Fsummary')) as unknown as { summary: Record<string, number> };
  expect(
    figures(shop.office, 'ReportPaidOrders', 'ReportPaid', 'ReportPendingOrders', 'ReportPending', 'ReportAverage'),
  ).toEqual([
    summary.completedCount,
    summary.totalRevenue,
    summary.pendingCount,
    summary.pendingRevenue,
    summary.averageOrderValue,
  ]);
});

/** A CSV text as rows, read by the plainest reader there is. */
const readCsv = (text: string): string[][] =>
  text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .map((line) =>
      (line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []).map((cell) =>
        cell.replace(/,$/, '').replace(/^"|"$/g, '').replace(/""/g, '"'),
      ),
    );

test('the order list adds up to the report, and no cell of it is a formula', async () => {
  const shop = await fiveOrders();
  await shop.post(order('F', { customerName: '=IMPORTDATA("http://x.example")', phone: '+1 407 555 0134' }));
  const call = await openReport(shop);
  const choice = { ...THIS_MONTH, period: 'all' };
  const [header = [], ...rows] = readCsv(String((await call('report.file', choice, 'orders csv')).value)).filter(
    (row) => (row[0] ?? '') !== '',
  );
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? '');
  const sum = (name: string) => column(name).reduce((total, text) => total + Number(text), 0);
  await call('report.make', choice);
  expect([sum('Sale'), -sum('Return')]).toEqual(figures(shop.office, 'ReportTotal', 'ReportReturns'));
  expect(column('Counts as')).toEqual([
    'sale',
    'sale',
    'left out: canceled before payment',
    'sale and return',
    'sale',
    'sale',
  ]);
  expect(column('Placed')[4]).toBe('2026-10-31 23:30');
  expect(column('Customer Name')).toContain(`'=IMPORTDATA("http://x.example")`);
  expect(rows.flat().filter((cell) => /^[=+@\t]/.test(cell))).toEqual([]);
  const csv = String((await call('report.file', OCTOBER, 'report csv')).value);
  expect(csv).toContain('\r\nTotal,128,0,–\r\n');
  const page = String((await call('report.file', choice, 'orders page')).value);
  expect(page).toContain('=IMPORTDATA(&quot;http://x.example&quot;)');
  expect(page).not.toMatch(/<script|<img|https?:\/\/(?!x\.example)/);
});

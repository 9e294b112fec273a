import { afterAll, expect, test } from '@jest/globals';
import { times } from '../support/campaign';
import { closeOffices } from '../support/office';
import { oldRow, takeOver } from '../support/old-orders';
import { openShop, PAUL } from '../support/shop';

afterAll(closeOffices);

const DAY = 86_400_000;
const STATUSES = ['pending', 'paid', 'shipped', 'cancelled', 'void', 'Paid '] as const;

test('thousands of old rows are imported in their present status; two weeks later nobody has been emailed', async () => {
  const shop = await openShop();
  const count = times(300, 1500, 5000);
  await takeOver(
    shop,
    Array.from({ length: count }, (_, index) => oldRow(index, STATUSES[index % STATUSES.length])),
  );
  const ledger = shop.rows('Ledger');
  expect(ledger).toHaveLength(count);
  const standing = new Map(ledger.map((row) => [row['Order ID'], row.Status]));
  expect(STATUSES.map((_, index) => standing.get(`old-${index}`))).toEqual([
    'pending',
    'paid',
    'shipped',
    'cancelled',
    'cancelled',
    'paid',
  ]);
  const setUp = shop.office.records.filter((record) => record.function === 'App.setUp').pop();
  expect(setUp?.calls['Sheets.Spreadsheets.batchUpdate']).toBe(Math.ceil(count / 1000));

  for (const day of [0, 1, 3, 5, 6, 7, 10, 14]) {
    shop.office.world.clock.advance(Math.max(0, day * DAY - (shop.office.world.clock.now() % DAY)));
    await shop.office.advance(10 * 60_000);
  }
  for (let day = 0; day < 14; day++) shop.office.world.clock.advance(DAY);
  await shop.office.advance(10 * 60_000);
  expect(shop.emails()).toEqual([]);
  expect(shop.rows('Outbox')).toEqual([]);
  expect(shop.notes('Orders')).toEqual({});
  expect(shop.rows('Ledger').every(({ Flag }) => Flag === '')).toBe(true);

  await shop.type('L2', 'paid');
  expect(shop.emails().map(({ to }) => to)).toEqual(['old0@example.com']);
});

test('numbers go on after the taken-over ones, and set-up run again takes nothing twice', async () => {
  const shop = await openShop();
  await takeOver(shop, [oldRow(0, 'paid', { 1: 'ASDAR26-0041' }), oldRow(1, 'pending', { 0: '', 1: '' })]);
  await shop.office.call('App.setUp');
  expect(shop.rows('Ledger')).toHaveLength(2);
  expect(shop.rows('Orders')[1]).toMatchObject({ 'Order Number': 'CPS-0001', 'Shipping Status': 'to ship' });
  expect(shop.rows('Orders')[1]?.['Order ID']).not.toBe('');
  expect(await shop.post(PAUL)).toMatchObject({ orderNumber: 'ASDAR26-0042' });
  expect(await shop.post({ ...PAUL, eventCode: '', orderId: 'x' })).toMatchObject({ orderNumber: 'CPS-0002' });
});

test('a row that cannot be read is left alone and flagged; the others are imported', async () => {
  const shop = await openShop();
  await takeOver(shop, [oldRow(0), oldRow(1, 'half paid'), oldRow(2, 'paid', { 7: 'some photos' }), oldRow(3)]);
  expect(
    shop
      .rows('Ledger')
      .map((row) => row['Order ID'])
      .sort(),
  ).toEqual(['old-0', 'old-3']);
  await shop.office.advance(5 * 60_000);
  expect(Object.keys(shop.notes('Orders'))).toEqual(['A3', 'A4']);
  expect(shop.emails()).toEqual([]);
});

test('a take-over that dies after its first portion goes on when set-up is run again', async () => {
  const shop = await openShop();
  shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 2, kind: 'kill-before' });
  const count = times(1010, 1500);
  const rows = Array.from({ length: count }, (_, index) => oldRow(index, 'paid'));
  await takeOver(shop, rows).catch(() => {});
  shop.office.clearFaults();
  expect(shop.rows('Ledger')).toHaveLength(1000);
  await shop.office.call('App.setUp');
  expect(shop.rows('Ledger')).toHaveLength(count);
  expect(new Set(shop.rows('Ledger').map((row) => row['Order ID'])).size).toBe(count);
});

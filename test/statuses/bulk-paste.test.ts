import { afterAll, expect, test } from '@jest/globals';
import { times } from '../support/campaign';
import { closeOffices } from '../support/office';
import { oldRow, takeOver } from '../support/old-orders';
import { openShop, type Shop } from '../support/shop';

afterAll(closeOffices);

const ORDERS = 500;
/** More than two commits take. */
const MANY = times(1_010, 1_200);
const isBad = (index: number): boolean => index % 10 === 3;

const shopWith = async (count: number): Promise<Shop> => {
  const shop = await openShop();
  shop.office.world.switches.mailQuota = 5000;
  await takeOver(
    shop,
    Array.from({ length: count }, (_, index) => oldRow(index)),
  );
  return shop;
};

const callsOf = (shop: Shop): Record<string, number> => ({
  ...shop.office.records[shop.office.records.length - 1]?.calls,
});
/**
 * What a commit costs besides, where Google answers otherwise: seen late, it is looked for and read by the other service (docs/google.md
 * G86); read back as it was before, it is read once more (G117); with a guard of another id, it is refused and sent again (G83).
 */
const moreCalls = ({ office: { world } }: Shop): number =>
  (world.switches.apiWritesSeenLate ? 5 : 0) +
  (world.switches.answersAfterBatch ? 0 : 1) +
  (world.switches.ownRangeIds ? 0 : 3);
const total = (calls: Record<string, number>): number => Object.values(calls).reduce((sum, count) => sum + count, 0);

test('of 500 pasted statuses with 50 invalid ones 450 are accepted and emailed, 50 undone with notes, summed up in one toast', async () => {
  const shop = await shopWith(ORDERS);
  const values = Array.from({ length: ORDERS }, (_, index) => [isBad(index) ? 'payed' : 'paid']);
  await shop.type('L2', values);

  const rows = shop.rows('Orders');
  expect(rows.filter(({ Status }) => Status === 'paid')).toHaveLength(450);
  expect(rows.filter(({ Status }, index) => isBad(index) && Status === 'pending')).toHaveLength(50);
  const notes = Object.entries(shop.notes('Orders'));
  expect(notes).toHaveLength(50);
  expect(
    notes.every(([cell, note]) => isBad(Number(cell.slice(1)) - 2) && note.includes('"payed" isn\'t a status')),
  ).toBe(true);
  expect(shop.office.world.ui.toasts.map(({ message }) => message)).toEqual([
    '450 accepted, 50 undone, 0 to check. See the notes on the cells.',
  ]);
  const emailed = shop.emails().map(({ to }) => to);
  expect(emailed).toHaveLength(450);
  expect(new Set(emailed).size).toBe(450);
  expect(shop.rows('Activity').filter(({ Event }) => Event === 'status')).toHaveLength(450);
  expect(shop.rows('Activity').filter(({ Event }) => Event === 'reverted')).toHaveLength(50);

  const calls = callsOf(shop);
  expect(total(calls) - 3 * 450).toBeLessThanOrEqual(20 + moreCalls(shop));
  expect(calls['Sheets.Spreadsheets.batchUpdate']).toBe(shop.office.world.switches.ownRangeIds ? 1 : 2);
});

test('a paste of more rows than one commit takes is committed in portions, each email once', async () => {
  const shop = await shopWith(MANY);
  await shop.type(
    'L2',
    Array.from({ length: MANY }, () => ['cancelled']),
  );
  expect(callsOf(shop)['Sheets.Spreadsheets.batchUpdate']).toBeGreaterThanOrEqual(3);
  expect(shop.rows('Orders').every(({ Status }) => Status === 'cancelled')).toBe(true);
  expect(shop.rows('Ledger').every(({ Status }) => Status === 'cancelled')).toBe(true);
  const keys = shop.rows('Outbox').map(({ Key }) => Key);
  expect(new Set(keys).size).toBe(MANY);
  expect(keys).toHaveLength(MANY);
});

test('the calls of a single edit do not grow with the sheet, and an edit outside the watched columns costs three', async () => {
  const shop = await shopWith(times(300, 1000));
  await shop.type('L300', 'paid');
  expect(total(callsOf(shop))).toBeLessThanOrEqual(14 + moreCalls(shop));
  expect(shop.emails()).toHaveLength(1);
  await shop.type('T300', 'a column of our own');
  expect(total(callsOf(shop))).toBeLessThanOrEqual(3);
});

test('a paste of over 1,000 rows whose event was lost is settled by the sweep in portions; one that dies goes on', async () => {
  const shop = await shopWith(MANY);
  shop.office.world.switches.editEvents = 'lost';
  await shop.type(
    'L2',
    Array.from({ length: MANY }, () => ['paid']),
  );
  shop.office.addFault({
    service: 'Sheets.Spreadsheets.batchUpdate',
    nth: shop.office.world.switches.ownRangeIds ? 2 : 3,
    kind: 'kill-before',
  });
  await shop.office.advance(5 * 60_000);
  expect(shop.rows('Ledger').filter(({ Status }) => Status === 'paid')).toHaveLength(500);
  await shop.office.advance(5 * 60_000);
  expect(shop.rows('Ledger').every(({ Status }) => Status === 'paid')).toBe(true);
  const keys = shop.rows('Outbox').map(({ Key }) => Key);
  expect(keys.filter((key) => String(key).startsWith('paid:'))).toHaveLength(MANY);
  expect(new Set(keys).size).toBe(keys.length);
});

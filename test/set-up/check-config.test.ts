import { afterEach, expect, test } from '@jest/globals';
import type { Json } from 'local-apps-script';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterEach(closeOffices);

const MINUTE = 60_000;
const edit = (shop: Shop, sheet: string, range: string, value: Json) =>
  shop.office.edit({ sheet, range, values: [[value]], user: 'operator' });
const totalOf = async (shop: Shop, orderId: string) => (await shop.post({ ...PAUL, orderId })).total;

test('a broken price is flagged in its cell, the last good one is used, and the flag goes once it is right', async () => {
  const shop = await openShop();
  await edit(shop, 'Price List', 'B4', 25);
  expect(await totalOf(shop, 'web-1')).toBe('45.00');
  await edit(shop, 'Price List', 'B4', 'twenty');
  expect(shop.notes('Price List')).toEqual({ B4: 'CPS Orders: "twenty" isn\'t a valid price (such as 8 or 8.50).' });
  expect(await totalOf(shop, 'web-2')).toBe('45.00');
  await edit(shop, 'Price List', 'B4', 30);
  expect(shop.notes('Price List')).toEqual({});
  expect(await totalOf(shop, 'web-3')).toBe('50.00');
});

test('a broken setting is flagged, and the last good one is used', async () => {
  const shop = await openShop();
  const rows = shop.rows('Settings');
  const at = rows.findIndex((row) => row.Setting === 'Shipping fee') + 2;
  await edit(shop, 'Settings', `B${at}`, '5.50');
  expect(await totalOf(shop, 'web-1')).toBe('45.50');
  await edit(shop, 'Settings', `B${at}`, 'a little');
  expect(shop.notes('Settings')[`B${at}`]).toMatch(/^CPS Orders: "a little" isn't allowed for Shipping fee/);
  expect(await totalOf(shop, 'web-2')).toBe('45.50');
});

test('an invalid cell in the Events tab is flagged as it is typed, with a message for whoever typed it', async () => {
  const shop = await openShop();
  const { toasts } = shop.office.world.ui;
  await shop.office.edit({ sheet: 'Events', range: 'A3:D3', values: [['asdar26', '', 'next week', '2027-01-15']] });
  expect(shop.notes('Events')).toEqual({
    A2: 'CPS Orders: "ASDAR26" is already used for asdar26.',
    A3: 'CPS Orders: "asdar26" is already used for All Star Dance Regionals 2026.',
    C3: 'CPS Orders: "next week" isn\'t a date such as 2026-12-04.',
  });
  expect(toasts.at(-1)?.message).toContain('Events, row 2: "ASDAR26" is already used for asdar26.');
  await edit(shop, 'Events', 'C3', '2027-01-14');
  expect(Object.keys(shop.notes('Events'))).toEqual(['A2', 'A3']);
  await edit(shop, 'Events', 'A3', 'WINTER27');
  expect(shop.notes('Events')).toEqual({});
});

test('the sweep flags what no edit event reported, and takes a flag away', async () => {
  const shop = await openShop();
  await shop.office.advance(6 * MINUTE);
  shop.office.world.switches.editEvents = 'lost';
  await edit(shop, 'Price List', 'B2', -1);
  expect(shop.notes('Price List')).toEqual({});
  expect(await totalOf(shop, 'web-1')).toBe('40.00');
  await shop.office.advance(6 * MINUTE);
  expect(Object.keys(shop.notes('Price List'))).toEqual(['B2']);
  await edit(shop, 'Price List', 'B2', 9);
  await shop.office.advance(6 * MINUTE);
  expect(shop.notes('Price List')).toEqual({});
});

test('a note of the staff’s own on a flagged cell stays, below the flag and after it', async () => {
  const shop = await openShop();
  const { office } = shop;
  const host = { effectiveUser: 'operator@cps-photos.example', activeUser: '', execution: 'host', bound: office.bound };
  const tab = office.world.workbooks.get(office.bound)?.tabs.find(({ name }) => name === 'Price List');
  const range = { file: office.bound, sheet: tab?.id ?? 0, row: 2, column: 2, rows: 1, columns: 1 };
  office.world.perform('Range.setNotes', [range, [['as agreed with Ann']]], host);
  await edit(shop, 'Price List', 'B2', 'eight');
  expect(shop.notes('Price List').B2).toMatch(/^CPS Orders: .*\n----\nas agreed with Ann$/s);
  await edit(shop, 'Price List', 'B2', 8);
  expect(shop.notes('Price List')).toEqual({ B2: 'as agreed with Ann' });
});

test('new prices show in the next read', async () => {
  const shop = await openShop();
  await shop.get('route=prices');
  await edit(shop, 'Price List', 'B4', 25);
  expect(JSON.stringify((await shop.get('route=prices')).prices)).toContain('25.00');
});

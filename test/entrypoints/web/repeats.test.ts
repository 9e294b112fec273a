import { afterEach, expect, test } from '@jest/globals';
import { formerContentOf } from '../../../src/intake/canonical-json';
import type { JsonObject } from '../../../src/intake/order-form';
import { TABS } from '../../../src/workbook/tabs';
import { nodeCrypto } from '../../support/node-crypto';
import { closeOffices } from '../../support/office';
import { openShop, PAUL, type Shop } from '../../support/shop';
import { openPage } from '../../support/shown-dialog';

afterEach(closeOffices);

const ORDER = { ...PAUL, orderId: 'web-1', total: '40.00' };

/** Sends a request and returns the calls that took; if Google reports no open spreadsheet, one more opens it. */
const counted = async (shop: Shop, body: unknown) => {
  const before = shop.office.records.length;
  const answer = await shop.post(body);
  const { 'SpreadsheetApp.openById': _, ...calls } = shop.office.records[before]?.calls ?? {};
  return { answer, calls, total: Object.values(calls).reduce((sum, count) => sum + count, 0) };
};
const SHEET = /^(?:Range|Sheet|Sheets|TextFinder)\./;

test('a repeat costs one lookup, and its copies read no sheet; different content finds no answer there', async () => {
  const shop = await openShop();
  const first = await shop.post(ORDER);
  const miss = await counted(shop, ORDER);
  expect(miss.answer).toEqual({ ...first, duplicate: true });
  expect(miss.total).toBeLessThanOrEqual(7);
  const hit = await counted(shop, ORDER);
  expect(hit.answer).toEqual({ ...first, duplicate: true });
  expect(Object.keys(hit.calls).filter((name) => SHEET.test(name))).toEqual([]);
  expect(hit.total).toBeLessThanOrEqual(3);
  expect(await shop.post({ ...ORDER, customerName: 'Paula' })).toMatchObject({ code: 'ORDER_CONFLICT' });
  expect(await shop.post({ ...ORDER, total: '41.00' })).toMatchObject({ code: 'ORDER_CONFLICT' });
  // While repeats come in, those of other orders don't use up the reads that new orders need, either.
  await shop.post({ ...ORDER, orderId: 'web-2' });
  const other = await counted(shop, { ...ORDER, orderId: 'web-2' });
  expect(other.answer).toMatchObject({ ok: true, duplicate: true, orderId: 'web-2' });
  expect(other.calls['Sheets.Spreadsheets.Values.batchGet']).toBeUndefined();
  expect(other.total).toBeLessThanOrEqual(7);
  shop.office.weather({ evictCache: true });
  expect(await shop.post(ORDER)).toEqual({ ...first, duplicate: true });
  expect(shop.rows('Orders')).toHaveLength(2);
});

test('each copy gets remarks about its own spelling, never about the previous copy’s', async () => {
  const shop = await openShop();
  const odd = { ...ORDER, attempt: 2, state: 'Florida', fulfilmentType: 'ship', fulfillmentType: undefined };
  const spaced = { ...ORDER, items: [{ photoNumber: '1234', size: '4 x 6', quantity: 3 }, PAUL.items[1]] };
  const first = await shop.post(ORDER);
  expect(first.warnings).toBeUndefined();
  const remarks: Record<string, unknown> = {};
  for (const round of ['miss', 'hit', 'hit again'])
    for (const [name, body] of Object.entries({ odd, spaced, plain: ORDER })) {
      const { warnings, ...answer } = await shop.post(body);
      expect([round, name, answer]).toEqual([round, name, { ...first, duplicate: true }]);
      remarks[name] ??= warnings;
      expect([round, name, warnings]).toEqual([round, name, remarks[name]]);
    }
  expect(String(remarks.odd)).toMatch(/fulfilmentType.*"Florida".*attempt|attempt.*"Florida"/s);
  expect(remarks.spaced).toEqual(['The size "4 x 6" was read as 4x6.']);
  expect(remarks.plain).toBeUndefined();
});

test('a new order is looked up in the Ledger even if an answer to its id is cached: the cache never decides a write', async () => {
  const shop = await openShop();
  await shop.post(ORDER);
  await shop.post(ORDER);
  await shop.post({ ...ORDER, orderId: 'web-2' });
  expect(shop.rows('Ledger').map((row) => row['Order ID'])).toEqual(['web-2', 'web-1']);
});

test('any number of copies of ten orders never turns a new order away', async () => {
  const shop = await openShop();
  const bodies = Array.from({ length: 10 }, (_, n) => ({ ...ORDER, orderId: `web-${n}` }));
  for (const body of bodies) {
    const answers = [];
    for (let copy = 0; copy < 15; copy++) answers.push(await shop.post(body));
    expect(answers.map(({ ok }) => ok)).toEqual(Array.from({ length: 15 }, () => true));
  }
  expect(await shop.post({ ...ORDER, orderId: 'new' })).toMatchObject({ ok: true, duplicate: false });
  expect(shop.rows('Orders')).toHaveLength(11);
});

test('an erased customer isn’t in any cached answer', async () => {
  const shop = await openShop();
  const odd = { ...ORDER, email: 'paul@gmial.com' };
  for (let copy = 0; copy < 3; copy++) await shop.post(odd);
  expect(Object.keys((await counted(shop, odd)).calls).filter((name) => SHEET.test(name))).toEqual([]);
  await (await openPage(shop, 'Data > Erase a customer'))('erase.run', 'paul@gmial.com');
  const again = await counted(shop, odd);
  expect(again.answer).toMatchObject({ ok: true, duplicate: true });
  expect(JSON.stringify(again.answer)).not.toContain('gmial');
  expect(again.calls['TextFinder.findNext']).toBe(1);
});

/** The order in other spellings that would be stored the same. */
const SAME: readonly (readonly [what: string, body: JsonObject])[] = [
  ['with a delivery counter', { ...ORDER, attempt: 2, sentAt: '2026-11-28T10:00:00Z' }],
  ['with its total as a number', { ...ORDER, total: 40 }],
  ['without its total', { ...PAUL, orderId: 'web-1' }],
  [
    'without its lines of zero',
    {
      ...ORDER,
      items: [
        { photoNumber: '1234', qty4x6: 3 },
        { photoNumber: 1235, qty8x10: '1' },
      ],
    },
  ],
  [
    'with sizes and quantities, in another order',
    {
      ...ORDER,
      items: [
        { photoNumber: '1235', size: '8 x 10', quantity: 1 },
        { photoNumber: '1234', size: '4x6', quantity: 1 },
        { photoNumber: '1234', size: '4x6', quantity: 2 },
      ],
    },
  ],
  [
    'in the nested form',
    {
      orderId: 'web-1',
      eventSlug: 'ASDAR26',
      customerInfo: { name: 'Paul Smith', email: 'paul@example.com', phone: '407-555-0134' },
      shippingAddress: { line1: '123 Main St', line2: 'Apt 4', city: 'Orlando', state: 'Florida', zip: 32801 },
      items: PAUL.items,
    },
  ],
  ['with invisible characters', { ...ORDER, customerName: 'Paul\u200b Smith', city: ' Orlando ' }],
  ['with keys written otherwise', { ...PAUL, order_id: 'web-1' }],
];

const OTHER: readonly (readonly [what: string, body: JsonObject])[] = [
  ['one print more', { ...PAUL, orderId: 'web-1', items: [{ photoNumber: '1234', qty4x6: 4 }, PAUL.items[1]] }],
  ['another photo', { ...PAUL, orderId: 'web-1', items: [{ photoNumber: '9', qty4x6: 3 }, PAUL.items[1]] }],
  ['another street', { ...ORDER, street: '124 Main St' }],
  ['another phone', { ...ORDER, phone: '407-555-0199' }],
  ['a pickup', { ...ORDER, fulfillmentType: 'pickup' }],
  ['another event', { ...ORDER, eventCode: 'OTHER' }],
  ['another total', { ...ORDER, total: '24.00' }],
];

test('the same order in different bytes is the same order, and a different one is a conflict', async () => {
  const shop = await openShop();
  const first = await shop.post(ORDER);
  for (const [what, body] of SAME)
    expect([what, await shop.post(body)]).toMatchObject([
      what,
      { ok: true, duplicate: true, orderNumber: first.orderNumber },
    ]);
  for (const [what, body] of OTHER)
    expect([what, await shop.post(body)]).toMatchObject([what, { code: 'ORDER_CONFLICT' }]);
  expect(shop.rows('Orders')).toHaveLength(1);
  expect(shop.rows('Rejected')).toHaveLength(OTHER.length);
});

test('without an id the same order in different bytes is a retry for ten minutes', async () => {
  const shop = await openShop();
  for (const [what, { orderId: _, order_id: __, ...body }] of SAME)
    expect([what, await shop.post(body)]).toMatchObject([what, { ok: true, duplicate: what !== SAME[0]?.[0] }]);
  await shop.office.advance(11 * 60_000);
  expect(await shop.post(PAUL)).toMatchObject({ ok: true, duplicate: false });
});

test('an order that an earlier version stored by its bytes is recognized by them, and by its content', async () => {
  const shop = await openShop();
  const bodies = [ORDER, { ...PAUL, customerName: 'Ann\u00a0Lee' }];
  for (const body of bodies) await shop.post(body);
  const column = TABS.ledger.columns.findIndex(({ header }) => header === 'Fingerprint');
  const cell = `${String.fromCharCode(65 + column)}2`;
  const former = bodies.map((body) => [nodeCrypto.sha256(formerContentOf(body))]);
  await shop.office.edit({ sheet: 'Ledger', range: cell, values: former.reverse() });
  for (const body of bodies) expect(await shop.post(body)).toMatchObject({ ok: true, duplicate: true });
  expect(await shop.post({ ...ORDER, attempt: 3 })).toMatchObject({ ok: true, duplicate: true });
  expect(await shop.post({ ...ORDER, city: 'Tampa' })).toMatchObject({ code: 'ORDER_CONFLICT' });
  expect(shop.rows('Orders')).toHaveLength(2);
});

test('a retry of a rejected order that staff replayed is a duplicate, even with a delivery counter', async () => {
  const shop = await openShop();
  const refused = { ...ORDER, email: 'paul' };
  for (const attempt of [1, 2])
    expect(await shop.post({ ...refused, attempt })).toMatchObject({ code: 'VALIDATION_FAILED' });
  expect(shop.rows('Rejected')).toHaveLength(1);
  const raw = JSON.stringify({ ...ORDER, email: 'paul@example.com' });
  const column = Object.keys(shop.rows('Rejected')[0] ?? {}).indexOf('Raw Body');
  await shop.office.edit({ sheet: 'Rejected', range: `${String.fromCharCode(65 + column)}2`, values: [[raw]] });
  shop.office.select({ sheet: 'Rejected', range: 'A2' });
  shop.office.willAnswer('OK');
  await shop.office.menu({ item: 'Data > Replay rejected order' });
  expect(await shop.post({ ...refused, attempt: 3 })).toMatchObject({ ok: true, duplicate: true });
  expect(shop.rows('Orders')).toHaveLength(1);
});

import { afterAll, expect, test } from '@jest/globals';
import type { NewOrderAnswer, NewOrderForm } from '../../../src/staff/new-order/new-order';
import { closeOffices } from '../../support/office';
import { callRpc, openedPage } from '../../support/rpc';
import { openShop, PAUL, type Shop } from '../../support/shop';

afterAll(closeOffices);

const { items: _, ...FIELDS } = PAUL;
const PRINTS = [
  { photoNumber: '1234', size: '4x6', quantity: '3' },
  { photoNumber: '1235', size: '8x10', quantity: '1' },
];
const TYPED = { fields: { ...FIELDS, total: '40.00' }, prints: PRINTS };
const ID = 'staff-0123456789abcdef0123456789abcdef';

/** Opens the dialog as this user; returns the methods that it calls. */
const openNewOrder = async (shop: Shop, user = 'operator') => {
  await shop.office.menu({ item: 'New order', user });
  const { token } = openedPage(shop.office) ?? { token: '' };
  const call = (method: string, ...args: unknown[]) => callRpc(shop.office, user, token, method, ...args);
  const create = async (typed: unknown = TYPED, seen: readonly string[] = [], id = ID): Promise<NewOrderAnswer> => {
    const { ok, value, error } = await call('newOrder.create', typed, id, seen);
    if (!ok) throw new Error(error);
    return value as NewOrderAnswer;
  };
  return { call, create };
};

const without = (row: Record<string, unknown> | undefined, ...headers: readonly string[]) =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([header]) => !headers.includes(header)));

test('an order typed at the counter is what the platform’s post would have been: row, price, number, receipt', async () => {
  const shop = await openShop();
  await shop.post(PAUL);
  const { create } = await openNewOrder(shop);
  const typed = await create();
  expect(typed).toMatchObject({ state: 'done', id: ID, number: 'ASDAR26-0002', total: '$40.00' });
  expect(JSON.stringify(typed)).toContain('Receipt emailed to paul@example.com.');
  const [posted, counter] = shop.rows('Orders');
  const same = ['Order ID', 'Order Number'] as const;
  expect(without(counter, ...same)).toEqual(without(posted, ...same));
  const [first, second] = shop.emails();
  expect(second?.to).toBe('paul@example.com');
  expect(second?.text.replace(/ASDAR26-\d+/g, '')).toBe(first?.text.replace(/ASDAR26-\d+/g, ''));
  const told = shop.rows('Activity').find((line) => line['Order ID'] === ID);
  expect(told).toMatchObject({ Event: 'created', By: 'operator@cps-photos.example' });
});

test('the form begins with the prices, the events and the event that is on', async () => {
  const shop = await openShop({ now: '2026-12-05T15:00:00.000Z' });
  const { call } = await openNewOrder(shop);
  const { value } = await call('newOrder.form');
  expect(value as NewOrderForm).toMatchObject({
    event: 'ASDAR26',
    events: [{ code: 'ASDAR26', pickupPlace: 'CPS table in the main lobby' }],
    prices: [{ size: '4x6', price: 800, offers: [{ quantity: 3, price: 2000 }] }, { size: '5x7' }, { size: '8x10' }],
    shipping: { flat: 0, freeFrom: null },
  });
});

test('everything that is wrong is said at once, as the intake says it, and nothing is stored', async () => {
  const shop = await openShop();
  const { create } = await openNewOrder(shop);
  const fields = { ...FIELDS, customerName: '', email: 'a@b.example, c@d.example', zipCode: '3280' };
  const prints = [{ photoNumber: '12 34', size: '4x6', quantity: 'two' }];
  const answer = await create({ fields, prints });
  const posted = await shop.post({ ...fields, items: [{ photoNumber: '12 34', size: '4x6', quantity: 'two' }] });
  expect(answer).toEqual({ state: 'problems', problems: posted.details });
  expect(posted.details?.map(({ field }) => field)).toEqual([
    'customerName',
    'email',
    'zipCode',
    'items[0].quantity',
    'items[0].photoNumber',
  ]);
  expect(shop.rows('Orders')).toEqual([]);
  expect(shop.rows('Rejected')).toHaveLength(1);
});

test('a ZIP of another state is shown first; confirmed, the order is taken and keeps the hint', async () => {
  const shop = await openShop();
  const { create } = await openNewOrder(shop);
  const typed = { ...TYPED, fields: { ...TYPED.fields, zipCode: '60601' } };
  const asked = await create(typed);
  expect(asked).toEqual({
    state: 'warnings',
    warnings: ['The ZIP code 60601 is in IL, but the state is FL.'],
  });
  expect(shop.rows('Orders')).toEqual([]);
  const done = await create(typed, asked.state === 'warnings' ? asked.warnings : []);
  expect(done.state).toBe('done');
  expect(Object.values(shop.notes('Orders'))).toEqual(['The ZIP code 60601 is in IL, but the state is FL.']);
});

test('a double click, and a retry after a call that died once its commit had landed, make one order and one email', async () => {
  const shop = await openShop();
  const { create, call } = await openNewOrder(shop);
  shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'kill-after' });
  await call('newOrder.create', TYPED, ID, []).catch(() => null);
  shop.office.clearFaults();
  const again = await Promise.all([create(), create()]);
  expect(again.map(({ state }) => state)).toEqual(['done', 'done']);
  expect(JSON.stringify(again)).toContain('so there’s only one order.');
  await shop.office.advance(10 * 60_000);
  expect(shop.rows('Orders')).toHaveLength(1);
  expect(shop.emails()).toHaveLength(1);
  const changed = await create({ ...TYPED, fields: { ...TYPED.fields, customerName: 'Paula Smith' } });
  expect(changed).toMatchObject({ state: 'known', sentence: expect.stringContaining('ASDAR26-0001') });
});

test('a price that changed while the form was open is shown, not charged', async () => {
  const shop = await openShop();
  const { create } = await openNewOrder(shop);
  await shop.office.edit({ sheet: 'Price List', range: 'B4', values: [[25]] });
  expect(await create()).toMatchObject({
    state: 'price',
    total: expect.stringMatching(/40\.00.*45\.00/),
    prices: expect.arrayContaining([expect.objectContaining({ size: '8x10', price: 2500 })]),
  });
  expect(shop.rows('Orders')).toEqual([]);
});

test('another member of staff stores the order as themselves; the receipt leaves from the operator’s sweep', async () => {
  const shop = await openShop();
  const { create } = await openNewOrder(shop, 'staff');
  expect(JSON.stringify(await create())).toContain("will be sent from the operator's account within a few minutes");
  expect(shop.rows('Activity').find((line) => line['Order ID'] === ID)).toMatchObject({
    By: 'staff@cps-photos.example',
  });
  expect(shop.emails()).toEqual([]);
  await shop.office.advance(5 * 60_000);
  expect(shop.emails()).toEqual([expect.objectContaining({ from: 'operator@cps-photos.example' })]);
});

test('what is typed stays text, and an address typed before Pickup was chosen is not kept', async () => {
  const shop = await openShop();
  const { create } = await openNewOrder(shop);
  const fields = { ...TYPED.fields, customerName: '=IMPORTDATA("x")', fulfillmentType: 'pickup', eventCode: '' };
  expect(await create({ ...TYPED, fields })).toMatchObject({ state: 'done', number: 'CPS-0001' });
  expect(shop.rows('Orders')[0]).toMatchObject({
    'Customer Name': '=IMPORTDATA("x")',
    'Shipping Address': '',
    'ZIP Code': '',
    'Shipping Status': 'to pick up',
  });
  expect(shop.formulas('Orders')).toEqual([]);
});

test.each([
  ['the receipt is switched off', 'Emails', 'receipt', 'off', 'No receipt is sent'],
  ['test mode is on', 'Settings', 'Test mode address', 'me@example.com', 'the receipt went to me@example.com'],
])('when %s the answer says so', async (_name, sheet, key, value, sentence) => {
  const shop = await openShop();
  const rows = shop.rows(sheet);
  const at = rows.findIndex((row) => Object.values(row)[0] === key) + 2;
  await shop.office.edit({ sheet, range: `B${at}`, values: [[value]] });
  const { create } = await openNewOrder(shop);
  expect(JSON.stringify(await create())).toContain(sentence);
});

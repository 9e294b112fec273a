import { afterEach, expect, test } from '@jest/globals';
import type { Json } from 'local-apps-script';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterEach(closeOffices);

const MINUTE = 60_000;
const post = (shop: Shop, orderId: string, more: object = {}) => shop.post({ ...PAUL, orderId, ...more });
const setProperties = (shop: Shop, name: string, args: readonly Json[]) => {
  const { office } = shop;
  const host = { effectiveUser: 'operator@cps-photos.example', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform(name, args, host);
};

/** What staff do with a tab, outside of any script. */
const deleteTab = (shop: Shop, name: string): void => {
  const { office } = shop;
  const workbook = office.world.workbooks.get(office.bound);
  const tab = workbook?.tabs.find((each) => each.name === name);
  if (!workbook || !tab) throw new Error(`there is no tab ${name}`);
  workbook.deleteTab(tab);
};

test.each<[string, (shop: Shop) => Promise<unknown>]>([
  ['deleted', (shop) => shop.office.rows({ sheet: 'Orders', action: 'delete', row: 2 })],
  ['edited', (shop) => shop.type('C2:D2', [['Somebody Else', 'other@example.com']])],
  ['given another id', (shop) => shop.type('A2', 'another')],
  ['moved down', (shop) => shop.office.rows({ sheet: 'Orders', action: 'insert', row: 2, count: 5 })],
  ['sorted', (shop) => shop.office.rows({ sheet: 'Orders', action: 'sort', column: 'A', ascending: false })],
  ['cancelled', (shop) => shop.type('L2', 'cancelled')],
])('an order whose row was %s is still known, and its retry gets the original answer', async (_, meddle) => {
  const shop = await openShop();
  const first = await post(shop, 'web-1');
  await post(shop, 'web-2');
  await meddle(shop);
  const emails = shop.emails().length;
  expect(await post(shop, 'web-1')).toEqual({ ...first, duplicate: true });
  expect(await post(shop, 'web-1', { customerName: 'Paula Smith' })).toMatchObject({ code: 'ORDER_CONFLICT' });
  expect(shop.rows('Ledger')).toHaveLength(2);
  expect(shop.emails()).toHaveLength(emails);
});

test('columns that staff moved, and their own columns, stay in place and get the right values', async () => {
  const shop = await openShop();
  await shop.office.rows({ sheet: 'Orders', action: 'moveColumn', column: 'D', before: 'A' });
  await shop.type('S1', 'Tracking Number');
  await shop.type('T1', 'Packed by');
  await post(shop, 'web-1');
  await shop.type('T2', 'Ann');
  await post(shop, 'web-2', { email: 'second@example.com' });
  expect(shop.rows('Orders')).toMatchObject([
    { Email: 'paul@example.com', 'Order ID': 'web-1', 'Customer Name': 'Paul Smith', Total: 40, 'Packed by': 'Ann' },
    { Email: 'second@example.com', 'Order ID': 'web-2', 'Customer Name': 'Paul Smith', Total: 40, 'Packed by': '' },
  ]);
});

test('a renamed header loses no order: it’s accepted, and its row follows after the repair', async () => {
  const shop = await openShop();
  await post(shop, 'web-1');
  await shop.type('D1', 'E-mail address');
  const answer = await post(shop, 'web-2', { email: 'second@example.com' });
  expect(answer).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0002' });
  expect(shop.rows('Orders')).toHaveLength(1);
  expect(shop.rows('Ledger')).toHaveLength(2);
  expect(shop.emails().map(({ to }) => to)).toEqual(['paul@example.com', 'second@example.com']);
  expect(JSON.stringify(shop.rows('Activity'))).toContain('The row will be added later');
  await shop.type('D1', 'Email');
  await shop.office.advance(10 * MINUTE);
  expect(shop.rows('Orders')).toMatchObject([
    { 'Order ID': 'web-1', Email: 'paul@example.com' },
    { 'Order ID': 'web-2', Email: 'second@example.com' },
  ]);
  expect(shop.emails()).toHaveLength(2);
});

test('without an Orders tab the order is accepted; set-up restores the tab, and every row follows', async () => {
  const shop = await openShop();
  await post(shop, 'web-1');
  deleteTab(shop, 'Orders');
  const answer = await post(shop, 'web-2', { email: 'second@example.com' });
  expect(answer).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0002' });
  expect(await post(shop, 'web-2', { email: 'second@example.com' })).toEqual({ ...answer, duplicate: true });
  await shop.office.call('App.setUp');
  await shop.office.advance(10 * MINUTE);
  expect(shop.rows('Orders').map((row) => row['Order ID'])).toContain('web-2');
  expect(shop.emails()).toHaveLength(2);
  expect(await post(shop, 'web-3', { email: 'third@example.com' })).toMatchObject({ orderNumber: 'ASDAR26-0003' });
  expect(shop.rows('Orders').map((row) => row['Order ID'])).toContain('web-3');
});

test('checkboxes down to row 1000 don’t push new orders below them', async () => {
  const shop = await openShop();
  await post(shop, 'web-1');
  await shop.type('S1', 'Packed');
  await shop.type(
    'S2:S1000',
    Array.from({ length: 999 }, () => [false]),
  );
  await post(shop, 'web-2', { email: 'second@example.com' });
  const ids = (shop.office.sheet('Orders', 1, 5) as { values: string[][] }).values.map(([id]) => id);
  expect(ids).toEqual(['Order ID', 'web-1', 'web-2', '', '']);
});

test('a row that staff typed below the orders is never overwritten', async () => {
  const shop = await openShop();
  await post(shop, 'web-1');
  await shop.type('C3:D3', [['Note to self', 'call Paul']]);
  await post(shop, 'web-2', { email: 'second@example.com' });
  expect(shop.rows('Orders').map((row) => row['Customer Name'])).toEqual(
    expect.arrayContaining(['Paul Smith', 'Paul Smith', 'Note to self']),
  );
});

test('no number is used twice, even after rows, Ledger rows and properties are deleted', async () => {
  const shop = await openShop();
  const given: unknown[] = [];
  const order = async (id: string, more: object = {}) => {
    const answer = await post(shop, id, { email: `${id}@example.com`, ...more });
    expect(answer).toMatchObject({ ok: true, duplicate: false });
    given.push(answer.orderNumber);
    await shop.office.advance(MINUTE);
  };
  for (const id of ['a', 'b', 'c']) await order(id);
  await order('d', { eventCode: '' });
  const { SPREADSHEET_ID = '' } = shop.office.world.properties.read(`script:${shop.office.bound}`);
  setProperties(shop, 'Properties.deleteAllProperties', ['script']);
  setProperties(shop, 'Properties.setProperty', ['script', 'SPREADSHEET_ID', SPREADSHEET_ID]);
  setProperties(shop, 'Properties.setProperty', ['script', 'AUTH_MODE', 'open']);
  await order('e');
  await shop.office.rows({ sheet: 'Orders', action: 'delete', row: 2, count: 5 });
  await order('f');
  await shop.office.rows({ sheet: 'Ledger', action: 'delete', row: 2, count: 1 });
  await order('g');
  await shop.office.rows({ sheet: 'Orders', action: 'delete', row: 2, count: shop.rows('Orders').length });
  await shop.office.rows({ sheet: 'Ledger', action: 'delete', row: 2, count: 2 });
  await order('h');
  await shop.office.rows({ sheet: 'Ledger', action: 'delete', row: 2, count: shop.rows('Ledger').length });
  await shop.office.rows({ sheet: 'Orders', action: 'delete', row: 2, count: shop.rows('Orders').length });
  await order('i');
  await order('j', { eventCode: '' });
  expect(given).toEqual([...new Set(given)]);
  expect(given).toContain('CPS-0001');
});

test.each([
  ['D', 'A'],
  ['D', 'K'],
  ['A', 'F'],
])(
  'when column %s is moved before %s between reading and storing, the row follows the columns',
  async (column, before) => {
    const shop = await openShop();
    await post(shop, 'web-1', { email: 'first@example.com' });
    const { world } = shop.office;
    const { perform } = world;
    let moved = false;
    world.perform = (name, args, actor, since) => {
      if (!moved && name === 'Sheets.Spreadsheets.batchUpdate') {
        moved = true;
        void shop.office.rows({ sheet: 'Orders', action: 'moveColumn', column, before });
      }
      return perform.call(world, name, args, actor, since);
    };
    expect(await post(shop, 'web-2')).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0002' });
    world.perform = perform;
    const [first, second, ...others] = shop.rows('Orders');
    expect(others).toEqual([]);
    const { 'Order ID': _id, 'Order Number': _number, Email: _email, ...same } = first ?? {};
    expect(first).toMatchObject({ 'Order ID': 'web-1', Email: 'first@example.com' });
    expect(second).toMatchObject({
      'Order ID': 'web-2',
      'Order Number': 'ASDAR26-0002',
      Email: 'paul@example.com',
      ...same,
    });
    await shop.office.advance(10 * MINUTE);
    expect(shop.rows('Activity').map((row) => row.Event)).toEqual(['created', 'created']);
  },
);

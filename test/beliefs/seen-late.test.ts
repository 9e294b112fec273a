import { afterAll, expect, test } from '@jest/globals';
import { column, openEmailShop, postOrders } from '../email/email-shop';
import { closeOffices } from '../support/office';
import { oldRow, takeOver } from '../support/old-orders';
import { openShop, PAUL } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterAll(closeOffices);

test.each([false, true])(
  'emails leave with their cause, once, and say what is true (what was committed is seen late: %s)',
  async (apiWritesSeenLate) => {
    const shop = await openEmailShop();
    shop.office.weather({ switches: { apiWritesSeenLate } });
    await postOrders(shop, 3);
    expect(shop.customerEmails().map(({ to }) => to)).toEqual(['c1@example.com', 'c2@example.com', 'c3@example.com']);
    await shop.type('L2', 'paid');
    expect(
      shop
        .customerEmails()
        .map(({ subject }) => subject)
        .at(-1),
    ).toContain('payment');
    await shop.type('L3:L4', column(2, 'paid'));
    await shop.mark('A2', 'shipped');
    expect(shop.customerEmails()).toHaveLength(7);
    expect(new Set(Object.values(shop.states()))).toEqual(new Set(['sent']));
    for (let sweeps = 0; sweeps < 3; sweeps++) await shop.sweep();
    expect(shop.customerEmails()).toHaveLength(7);
    expect(new Set(Object.values(shop.states()))).toEqual(new Set(['sent']));
  },
);

test('a paste of more rows than one commit takes is settled once, in portions, where a commit is seen late', async () => {
  const shop = await openShop();
  const { switches } = shop.office.world;
  switches.mailQuota = 5_000;
  const rows = 600;
  await takeOver(
    shop,
    Array.from({ length: rows }, (_, index) => oldRow(index)),
  );
  switches.apiWritesSeenLate = true;
  await shop.type('L2', column(rows, 'paid'));
  const { calls } = shop.office.records.at(-1) ?? {};
  // Two portions, and a commit about the emails.
  expect(calls?.['Sheets.Spreadsheets.batchUpdate']).toBe(3);
  expect(shop.rows('Ledger').filter(({ Status }) => Status === 'paid')).toHaveLength(rows);
  const keys = shop.rows('Outbox').map(({ Key }) => Key);
  expect(keys).toHaveLength(rows);
  expect(new Set(keys).size).toBe(rows);
});

test('a new order follows columns that were moved at its commit, where a commit is seen late', async () => {
  const shop = await openShop();
  shop.office.world.switches.apiWritesSeenLate = true;
  const { world } = shop.office;
  const { perform } = world;
  let moved = false;
  world.perform = (name, args, actor, since) => {
    if (!moved && name === 'Sheets.Spreadsheets.batchUpdate') {
      moved = true;
      void shop.office.rows({ sheet: 'Orders', action: 'moveColumn', column: 'D', before: 'A' });
    }
    return perform.call(world, name, args, actor, since);
  };
  expect(await shop.post({ ...PAUL, orderId: 'web-1' })).toMatchObject({ ok: true });
  world.perform = perform;
  expect(shop.rows('Orders')).toMatchObject([
    { 'Order ID': 'web-1', 'Customer Name': 'Paul Smith', Email: 'paul@example.com', Total: 40 },
  ]);
});

test('a lost column of more rows than one commit takes is filled again, where a commit is seen late', async () => {
  const shop = await openShop();
  const { switches } = shop.office.world;
  switches.apiQuota = false;
  const rows = 600;
  await takeOver(
    shop,
    Array.from({ length: rows }, (_, index) => oldRow(index)),
  );
  const emails = shop.rows('Orders').map(({ Email }) => Email);
  const { bound, world } = shop.office;
  const sheetId = world.workbooks.get(bound)?.tabNamed('Orders')?.id ?? 0;
  const range = { sheetId, dimension: 'COLUMNS', startIndex: 3, endIndex: 4 };
  const owner = { effectiveUser: 'operator@cps-photos.example', activeUser: '', execution: 'host', bound };
  world.perform('Sheets.Spreadsheets.batchUpdate', [bound, { requests: [{ deleteDimension: { range } }] }], owner);
  switches.apiWritesSeenLate = true;
  await (await openPage(shop, 'Set up this sheet'))('setUp.run', {});
  expect(shop.rows('Orders').map(({ Email }) => Email)).toEqual(emails);
});

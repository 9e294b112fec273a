import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { oldRow, takeOver } from '../support/old-orders';
import { openShop, type Shop } from '../support/shop';

afterAll(closeOffices);

/** Sorts the whole tab at the moment at which the next commit is about to land. */
const sortBeforeCommit = ({ office }: Shop): void => {
  const { world } = office;
  const perform = world.perform.bind(world);
  let isDone = false;
  world.perform = (name, args, actor, since) => {
    if (name === 'Sheets.Spreadsheets.batchUpdate' && !isDone) {
      isDone = true;
      const staff = {
        effectiveUser: 'staff@cps-photos.example',
        activeUser: 'staff@cps-photos.example',
        execution: 'host',
      };
      perform('Host.rows', [office.bound, { sheet: 'Orders', action: 'sort', column: 'C', ascending: false }], {
        ...staff,
        bound: office.bound,
      });
    }
    return perform(name, args, actor, since);
  };
};

const ROWS = 6;

describe.each([
  ['the execution goes on', false],
  ['the execution is killed right after the commit', true],
])('a sort between the read and the commit of a reconcile; %s', (_, isKilled) => {
  test.each([
    ['one typed status', 'L2', [['paid']], [0]],
    ['a refused status', 'L3', [['shipped']], []],
    ['a paste over some rows', 'L2', [['paid'], ['shipped'], ['paid']], [0, 2]],
    ['a paste over all rows', 'L2', [['paid'], ['cancelled'], ['paid'], ['oops'], ['paid'], ['paid']], [0, 2, 4, 5]],
    ['a corrected address in a row', 'G2', [['9 Elm St']], []],
  ])(
    '%s: no order ends with another one’s status, nobody gets another one’s email',
    async (_name, range, values, paid) => {
      const shop = await openShop();
      await takeOver(
        shop,
        Array.from({ length: ROWS }, (_each, index) => oldRow(index)),
      );
      sortBeforeCommit(shop);
      if (isKilled) shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'kill-after' });
      await shop.type(range, values);
      shop.office.clearFaults();
      for (let sweeps = 0; sweeps < 3; sweeps++) await shop.office.advance(5 * 60_000);

      const rows = shop.rows('Orders');
      expect(rows.map((row) => row['Customer Name'])).toEqual(
        Array.from({ length: ROWS }, (_each, index) => `Customer ${String(ROWS - 1 - index).padStart(4, '0')}`),
      );
      const cancelled = values.flatMap(([value], index) => (value === 'cancelled' ? [index] : []));
      for (const row of rows) {
        const index = Number(String(row['Customer Name']).slice(-4));
        expect(row['Order ID']).toBe(`old-${index}`);
        expect(row.Status).toBe(paid.includes(index) ? 'paid' : cancelled.includes(index) ? 'cancelled' : 'pending');
      }
      expect(
        shop
          .emails()
          .map(({ to }) => to)
          .sort(),
      ).toEqual([...paid, ...cancelled].sort().map((index) => `old${index}@example.com`));
      expect(shop.rows('Ledger').every(({ Flag }) => Flag === '')).toBe(true);
    },
  );
});

test('the same under a status that the API sets, and under one that the menu sets', async () => {
  const shop = await openShop();
  await takeOver(
    shop,
    Array.from({ length: ROWS }, (_each, index) => oldRow(index)),
  );
  const paid = () =>
    shop
      .rows('Orders')
      .filter(({ Status }) => Status === 'paid')
      .map((row) => `${row['Order ID']} ${row['Customer Name']}`);
  sortBeforeCommit(shop);
  expect(await shop.post({ route: 'orders/status', orderId: 'old-1', status: 'paid' })).toMatchObject({ ok: true });
  expect(paid()).toEqual(['old-1 Customer 0001']);
  expect(shop.rows('Orders').map((row) => row['Order ID'])).toEqual([5, 4, 3, 2, 1, 0].map((index) => `old-${index}`));

  await shop.office.rows({ sheet: 'Orders', action: 'sort', column: 'C' });
  sortBeforeCommit(shop);
  shop.office.select({ sheet: 'Orders', range: 'A4' });
  await shop.office.menu({ item: 'Mark selection > paid' });
  expect(paid()).toEqual(['old-2 Customer 0002', 'old-1 Customer 0001']);
  expect(shop.emails().map(({ to }) => to)).toEqual(['old1@example.com', 'old2@example.com']);
});

import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { PAUL } from '../support/shop';
import { MINUTE, PICKUP, setting, shopOf, statuses, subjects, switchOff, toasts } from './guard-shop';

afterAll(closeOffices);

describe('a value that cannot stay', () => {
  test.each([
    ['shipped', 'L2', "This order is pending, so it can't be marked shipped. It can become paid or cancelled."],
    ['payed', 'L2', `"payed" isn't a status (use pending, paid, shipped or cancelled).`],
    ['', 'L2', "An empty cell isn't a status (use pending, paid, shipped or cancelled)."],
    ['shipped', 'Q2', "once it's paid. This order is pending"],
    ['picked up', 'Q2', `"picked up" doesn't work here.`],
    ['', 'Q2', "An empty cell doesn't work here."],
  ])(
    '%j typed into %s of a pending order is undone, with a note and a toast that say why',
    async (value, cell, why) => {
      const shop = await shopOf(PAUL);
      await shop.type(cell, value);
      expect(statuses(shop)).toEqual([['pending', 'to ship']]);
      expect(shop.notes('Orders')[cell]).toContain(why);
      expect(toasts(shop).join()).toContain(why);
      expect(shop.rows('Activity').filter(({ Event }) => Event === 'reverted')).toHaveLength(1);
      expect(shop.emails()).toHaveLength(1);
      await shop.type('L2', 'paid');
      expect(shop.notes('Orders')).toEqual({});
    },
  );

  test('case and spaces do not matter, and are tidied', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('L2', ' PAID ');
    expect(statuses(shop)).toEqual([['paid', 'to ship']]);
    expect(subjects(shop)[1]).toContain('payment');
  });
});

test('a final status in one column sets the other: shipped in Q or L, picked up; canceled clears Q; a pickup emails nobody', async () => {
  const shop = await shopOf(PAUL, PAUL, PICKUP, PICKUP, PAUL);
  await shop.type('L2', [['paid'], ['paid'], ['paid'], ['paid'], ['cancelled']]);
  const before = shop.emails().length;
  await shop.type('Q2', 'shipped');
  await shop.type('L3', 'shipped');
  await shop.type('Q4', 'picked up');
  await shop.type('L5', 'shipped');
  expect(statuses(shop)).toEqual([
    ['shipped', 'shipped'],
    ['shipped', 'shipped'],
    ['shipped', 'picked up'],
    ['shipped', 'picked up'],
    ['cancelled', ''],
  ]);
  expect(
    shop
      .emails()
      .slice(before)
      .map(({ to }) => to),
  ).toEqual(['c0@example.com', 'c1@example.com']);
});

describe('ranges', () => {
  test('a block that starts left of L and reaches past it is looked at, also where a filter hides rows', async () => {
    const shop = await shopOf(PAUL, PAUL, PAUL);
    await shop.office.rows({ sheet: 'Orders', action: 'filter', column: 'C', hide: ['Customer 1'] });
    await shop.type(
      'K2',
      [0, 1, 2].map(() => [40, 'paid', '2026-10-02 11:00']),
    );
    expect(statuses(shop).map(([status]) => status)).toEqual(['paid', 'paid', 'paid']);
    expect(subjects(shop).filter((subject) => subject.includes('payment'))).toHaveLength(3);
  });

  test('clearing a block of statuses puts all of them back with one toast', async () => {
    const shop = await shopOf(PAUL, PAUL);
    await shop.type('L2', [[''], ['']]);
    expect(statuses(shop)).toEqual([
      ['pending', 'to ship'],
      ['pending', 'to ship'],
    ]);
    expect(toasts(shop)).toEqual(['0 accepted, 2 undone, 0 to check. See the notes on the cells.']);
  });

  test('columns that staff have moved are found, and staff’s own columns are left alone', async () => {
    const shop = await shopOf(PAUL);
    await shop.office.rows({ sheet: 'Orders', action: 'moveColumn', column: 'L', before: 'B' });
    await shop.office.edit({ sheet: 'Orders', range: 'S1', values: [['Our own']] });
    await shop.type('S2', 'glossy');
    await shop.type('B2', 'paid');
    expect(shop.rows('Orders')).toMatchObject([{ Status: 'paid', 'Our own': 'glossy' }]);
    expect(subjects(shop)).toHaveLength(2);
  });
});

describe('undo', () => {
  test('before its email has left a step is taken back, and made again it is announced', async () => {
    const shop = await shopOf(PAUL);
    await setting(shop, 'Status email delay in minutes', '10');
    await shop.type('L2', 'paid');
    expect(shop.emails()).toHaveLength(1);
    await shop.office.undo();
    expect(statuses(shop)).toEqual([['pending', 'to ship']]);
    await shop.office.later(30 * MINUTE);
    expect(shop.emails()).toHaveLength(1);
    await shop.type('L2', 'paid');
    await shop.office.advance(5 * MINUTE);
    expect(shop.emails()).toHaveLength(1);
    await shop.office.advance(15 * MINUTE);
    expect(subjects(shop).filter((subject) => subject.includes('payment'))).toHaveLength(1);
  });

  test('of a kind that is switched off is accepted, since no one was notified', async () => {
    const shop = await shopOf(PAUL);
    await switchOff(shop, 'paid');
    await shop.type('L2', 'paid');
    await shop.type('L2', 'pending');
    expect(statuses(shop)).toEqual([['pending', 'to ship']]);
    expect(shop.rows('Activity').map(({ Event }) => Event)).toContain('undone');
  });

  test('after the email was sent is refused, and the note names the email and its time', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('L2', 'paid');
    await shop.office.undo();
    expect(statuses(shop)).toEqual([['paid', 'to ship']]);
    expect(shop.notes('Orders').L2).toContain('The "paid" email already went out (Oct 2, 11:00 AM)');
    expect(subjects(shop)).toHaveLength(2);
  });
});

test('a renamed header is reported right away, and once in the Activity tab; statuses are left alone until it is back', async () => {
  const shop = await shopOf(PAUL);
  await shop.type('K1', 'Sum');
  expect(toasts(shop).join()).toContain('the column "Total" is missing');
  await shop.type('L2', 'paid');
  for (let sweeps = 0; sweeps < 3; sweeps++) await shop.office.advance(5 * MINUTE);
  expect(shop.rows('Ledger')).toMatchObject([{ Status: 'pending' }]);
  expect(shop.rows('Activity').filter(({ Event }) => Event === 'headers')).toHaveLength(1);
  await shop.type('K1', 'Total');
  await shop.office.advance(5 * MINUTE);
  expect(shop.rows('Ledger')).toMatchObject([{ Status: 'paid' }]);
  expect(subjects(shop)).toHaveLength(2);
});

test('the Activity tab says who, what, from where and to where; when it is long it moves to an archive tab', async () => {
  const shop = await shopOf(PAUL);
  shop.office.world.switches.apiQuota = false;
  await setting(shop, 'Activity lines', '100');
  await shop.type('L2', 'paid', 'staff');
  expect(shop.rows('Activity').pop()).toMatchObject({
    'Order Number': 'ASDAR26-0001',
    Event: 'status',
    From: 'pending',
    To: 'paid',
    By: 'staff',
    Detail: 'ASDAR26-0001 (Customer 0): pending to paid, in the sheet.',
  });
  for (let times = 0; times < 100; times++) await shop.type('L2', 'oops');
  const before = shop.rows('Activity').length;
  await shop.office.advance(5 * MINUTE);
  const names = (await shop.office.state()) as { tabs: { name: string }[] };
  const archive = names.tabs.map(({ name }) => name).find((name) => name.startsWith('Activity until 2026-10-02'));
  expect(shop.rows(String(archive))).toHaveLength(before);
  expect(shop.rows('Activity')).toEqual([]);
  await shop.type('L2', 'shipped');
  expect(shop.rows('Activity')).toMatchObject([{ From: 'paid', To: 'shipped' }]);
});

test('the sweep called again and again works once', async () => {
  const shop = await shopOf(PAUL);
  for (let times = 0; times < 3; times++) await shop.office.call('App.sweep');
  const reads = shop.office.records.filter(
    (record) => record.function === 'App.sweep' && (record.calls['Sheets.Spreadsheets.Values.batchGet'] ?? 0) > 0,
  );
  expect(reads).toHaveLength(1);
});

test('a stranger’s forged edit event reaches nothing', async () => {
  const shop = await shopOf(PAUL);
  shop.office.world.switches.runReachesMethods = true;
  const forged = {
    range: { rowStart: 2, rowEnd: 2, columnStart: 12, columnEnd: 12 },
    value: 'shipped',
    oldValue: 'paid',
  };
  await shop.office.run({ function: 'App.onSheetEdit', args: [forged], as: 'anonymous' });
  await shop.office.run({ function: 'App.markPaid', args: [], as: 'anonymous' });
  await shop.office.run({ function: 'App.sweep', args: [forged], as: 'anonymous' });
  expect(statuses(shop)).toEqual([['pending', 'to ship']]);
  expect(shop.emails()).toHaveLength(1);
});

import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

const MINUTE = 60_000;
const PICKUP = { ...PAUL, fulfillmentType: 'pickup', street: '', apartment: '', city: '', state: '', zipCode: '' };

/** A shop with some orders of different customers. */
const shopOf = async (...bodies: readonly object[]): Promise<Shop> => {
  const shop = await openShop();
  for (const [index, body] of bodies.entries()) {
    await shop.post({
      ...body,
      orderId: `id-${index}`,
      customerName: `Customer ${index}`,
      email: `c${index}@example.com`,
    });
  }
  return shop;
};

const subjects = (shop: Shop) => shop.mails().map(({ subject }) => subject);
const statuses = (shop: Shop) => shop.rows('Orders').map((row) => [row.Status, row['Shipping Status']]);
const toasts = ({ office }: Shop) => office.world.ui.toasts.map(({ message }) => message);
const flagged = (shop: Shop) => shop.rows('Activity').filter(({ Event }) => Event === 'flagged');
const setting = async (shop: Shop, name: string, value: string): Promise<void> => {
  const row = shop.rows('Settings').findIndex(({ Setting }) => Setting === name);
  await shop.office.edit({ sheet: 'Settings', range: `B${row + 2}`, values: [[value]] });
};
const switchOff = (shop: Shop, kind: string) =>
  shop.office.edit({
    sheet: 'Emails',
    range: `B${shop.rows('Emails').findIndex(({ Kind }) => Kind === kind) + 2}`,
    values: [['off']],
  });

describe('a value that cannot stay', () => {
  test.each([
    ['shipped', 'L2', '"shipped" cannot follow pending. From pending an order can become paid or cancelled.'],
    ['payed', 'L2', '"payed" is no status: pending, paid, shipped or cancelled.'],
    ['', 'L2', 'An empty cell is no status: pending, paid, shipped or cancelled.'],
    ['shipped', 'Q2', 'only once it is paid; this one is pending'],
    ['picked up', 'Q2', '"picked up" is not possible here.'],
    ['', 'Q2', 'An empty cell is not possible here.'],
  ])(
    '%j typed into %s of a pending order is put back, with a note and a toast that say why',
    async (value, cell, why) => {
      const shop = await shopOf(PAUL);
      await shop.type(cell, value);
      expect(statuses(shop)).toEqual([['pending', 'to ship']]);
      expect(shop.notes('Orders')[cell]).toContain(why);
      expect(toasts(shop).join()).toContain(why);
      expect(shop.rows('Activity').filter(({ Event }) => Event === 'put back')).toHaveLength(1);
      expect(shop.mails()).toHaveLength(1);
      await shop.type('L2', 'paid');
      expect(shop.notes('Orders')).toEqual({});
    },
  );

  test('case and blanks do not matter, and are tidied', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('L2', ' PAID ');
    expect(statuses(shop)).toEqual([['paid', 'to ship']]);
    expect(subjects(shop)[1]).toContain('payment');
  });
});

test('either end moves the other column: shipped in Q or L, picked up; cancelled empties Q; a pick-up mails nobody', async () => {
  const shop = await shopOf(PAUL, PAUL, PICKUP, PICKUP, PAUL);
  await shop.type('L2', [['paid'], ['paid'], ['paid'], ['paid'], ['cancelled']]);
  const before = shop.mails().length;
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
      .mails()
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
    expect(toasts(shop)).toEqual(['0 accepted, 2 put back, 0 to look at. The notes on the cells say why.']);
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
  test('before its mail has left a step is taken back, and made again it is announced', async () => {
    const shop = await shopOf(PAUL);
    await setting(shop, 'Minutes before status mails', '10');
    await shop.type('L2', 'paid');
    expect(shop.mails()).toHaveLength(1);
    await shop.office.undo();
    expect(statuses(shop)).toEqual([['pending', 'to ship']]);
    await shop.office.advance(30 * MINUTE);
    expect(shop.mails()).toHaveLength(1);
    await shop.type('L2', 'paid');
    await shop.office.advance(5 * MINUTE);
    expect(shop.mails()).toHaveLength(1);
    await shop.office.advance(15 * MINUTE);
    expect(subjects(shop).filter((subject) => subject.includes('payment'))).toHaveLength(1);
  });

  test('of a kind that is switched off is accepted, since nobody was told', async () => {
    const shop = await shopOf(PAUL);
    await switchOff(shop, 'paid');
    await shop.type('L2', 'paid');
    await shop.type('L2', 'pending');
    expect(statuses(shop)).toEqual([['pending', 'to ship']]);
    expect(shop.rows('Activity').map(({ Event }) => Event)).toContain('undone');
  });

  test('after the mail has left is put back, and the note names the mail and its time', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('L2', 'paid');
    await shop.office.undo();
    expect(statuses(shop)).toEqual([['paid', 'to ship']]);
    expect(shop.notes('Orders').L2).toContain('The mail "paid" about paid left on 2026-10-02 11:00');
    expect(subjects(shop)).toHaveLength(2);
  });
});

describe('customer data', () => {
  test('corrected in its row is checked and taken over: the next mail goes to the new address', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('D2', 'new@example.com');
    await shop.type('G2', '9 Elm St');
    await shop.type('O2', 'ga ');
    expect(shop.rows('Orders')).toMatchObject([{ State: 'GA' }]);
    await shop.type('L2', 'paid');
    expect(shop.mails().map(({ to }) => to)).toEqual(['c0@example.com', 'new@example.com']);
    expect(shop.rows('Activity').filter(({ Event }) => Event === 'corrected')).toHaveLength(3);
    await shop.office.advance(5 * MINUTE);
    expect(flagged(shop)).toEqual([]);
  });

  test('that is not allowed is flagged with the reason, and mails go where they went; corrected, the note goes', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('D2', 'a@example.com, b@example.com');
    expect(shop.notes('Orders').D2).toContain('is not exactly one email address');
    await shop.type('P2', '99');
    expect(shop.notes('Orders').P2).toBeDefined();
    await shop.type('P2', '32801');
    await shop.type('D2', 'right@example.com');
    expect(shop.notes('Orders')).toEqual({});
    await shop.type('L2', 'paid');
    expect(shop.mails().map(({ to }) => to)).toEqual(['c0@example.com', 'right@example.com']);
  });

  test('from ship to pickup and back moves the shipping status, while the order is not shipped', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('F2', 'pickup');
    expect(statuses(shop)).toEqual([['pending', 'to pick up']]);
    await shop.type('F2', 'ship');
    expect(statuses(shop)).toEqual([['pending', 'to ship']]);
  });

  test('whose event was lost is found by the sweep and flagged, not taken over', async () => {
    const shop = await shopOf(PAUL);
    shop.office.world.switches.editEvents = 'lost';
    await shop.type('E2', '555-000-1111');
    await shop.office.advance(10 * MINUTE);
    expect(shop.notes('Orders').E2).toContain('Phone: not what order');
    expect(flagged(shop)).toHaveLength(1);
  });
});

describe('odd rows are flagged once, mail nobody, and are right again after an undo', () => {
  const quiet = async (shop: Shop, mails: number): Promise<void> => {
    for (let sweeps = 0; sweeps < 3; sweeps++) await shop.office.advance(5 * MINUTE);
    expect(shop.mails()).toHaveLength(mails);
  };

  test('a hand edit of the money is flagged with the right sum', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('K2', 30);
    await quiet(shop, 1);
    expect(shop.notes('Orders').K2).toContain('is $40.00: subtotal $40.00 and shipping $0.00 make $40.00');
    expect(flagged(shop)).toHaveLength(1);
    await shop.office.undo();
    expect(shop.notes('Orders')).toEqual({});
  });

  test('a hand edit of the items is flagged with the right ones', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('H2', '1234 4x6 x30');
    await quiet(shop, 1);
    expect(shop.notes('Orders').H2).toContain('1234 4x6 x3, 1235 8x10 x1 (total $40.00)');
  });

  test('a row typed by hand without an id', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('C3', [['Walk-in', 'walkin@example.com']]);
    await shop.type('L3', 'paid');
    await quiet(shop, 1);
    expect(shop.notes('Orders').A3).toContain('no Order ID');
    expect(flagged(shop)).toHaveLength(1);
  });

  test('an id that was edited', async () => {
    const shop = await shopOf(PAUL, PAUL);
    await shop.type('A2', 'id-O');
    await shop.type('L2', 'paid');
    await quiet(shop, 2);
    expect(shop.notes('Orders').A2).toContain('no order with this id was accepted');
    await shop.type('A2', 'id-0');
    await quiet(shop, 3);
    expect(shop.notes('Orders')).toEqual({});
  });

  test('a row copied with its id: nothing is done with either', async () => {
    const shop = await shopOf(PAUL, PAUL);
    const [first = {}] = shop.rows('Orders');
    await shop.type('A4', [Object.values(first)]);
    await shop.type('L4', 'paid');
    await quiet(shop, 2);
    expect(Object.keys(shop.notes('Orders')).sort()).toEqual(['A2', 'A4']);
    expect(statuses(shop).map(([status]) => status)).toEqual(['pending', 'pending', 'paid']);
    expect(shop.rows('Ledger').every(({ Status }) => Status === 'pending')).toBe(true);
  });

  test('a block pasted over another order, status included, takes over neither the customer nor the status', async () => {
    const shop = await shopOf(PAUL, PAUL);
    await shop.type('L2', 'paid');
    const [first = {}] = shop.rows('Orders');
    await shop.type('C3', [Object.values(first).slice(2, 12)]);
    await quiet(shop, 3);
    expect(shop.notes('Orders').L3).toContain('Held: this row does not look like order ASDAR26-0002 of Customer 1');
    expect(
      shop
        .rows('Ledger')
        .map(({ Status }) => Status)
        .sort(),
    ).toEqual(['paid', 'pending']);
    await shop.office.undo();
    await quiet(shop, 3);
    expect(shop.notes('Orders')).toEqual({});
  });

  test.each(['A2:A5', 'A2:B5', 'A2:K5', 'C2:R5', 'L2:L5'])('a sort of %s only', async (range) => {
    const shop = await shopOf(PAUL, PAUL, PAUL, PAUL);
    await shop.type('L2', [['paid'], ['pending'], ['paid'], ['cancelled']]);
    const mails = shop.mails().length;
    const [column = 'A'] = range.startsWith('C') ? ['D'] : [range.charAt(0)];
    await shop.office.rows({ sheet: 'Orders', action: 'sort', column, range, ascending: range === 'L2:L5' });
    await quiet(shop, mails);
    const byId = () => new Map(shop.rows('Ledger').map((row) => [row['Order ID'], row.Status]));
    expect([...byId()].sort()).toEqual([
      ['id-0', 'paid'],
      ['id-1', 'pending'],
      ['id-2', 'paid'],
      ['id-3', 'cancelled'],
    ]);
    if (range !== 'A2:A5') await shop.office.undo();
    await quiet(shop, mails);
    expect([...byId()].map(([, status]) => status).sort()).toEqual(['cancelled', 'paid', 'paid', 'pending']);
    expect(shop.rows('Orders').map((row) => [row['Order ID'], row.Email, row.Status])).toEqual([
      ['id-0', 'c0@example.com', 'paid'],
      ['id-1', 'c1@example.com', 'pending'],
      ['id-2', 'c2@example.com', 'paid'],
      ['id-3', 'c3@example.com', 'cancelled'],
    ]);
    expect(shop.notes('Orders')).toEqual({});
  });
});

test('a renamed header is told at once and once in the Activity tab; statuses are left alone until it is back', async () => {
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
    Detail: 'ASDAR26-0001 of Customer 0 went from pending to paid in the sheet.',
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
  expect(shop.mails()).toHaveLength(1);
});

test('the name and email of another order, pasted into a row, are held: nobody gets another one’s mail', async () => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'ann', customerName: 'Ann', email: 'ann@example.com' });
  await shop.post({ ...PAUL, orderId: 'bob', customerName: 'Bob', email: 'bob@example.com' });
  const row = 2 + shop.rows('Orders').findIndex((each) => each['Order ID'] === 'ann');
  const sent = shop.mails().length;
  await shop.type(`C${row}:D${row}`, [['Bob', 'bob@example.com']]);
  await shop.type(`L${row}`, 'paid');
  await shop.office.advance(600_000);
  expect(shop.mails()).toHaveLength(sent);
  expect(shop.rows('Ledger').find((each) => each['Order ID'] === 'ann')).toMatchObject({ Status: 'pending' });
});

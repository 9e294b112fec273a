import { afterAll, describe, expect, test } from '@jest/globals';
import { flagged, MINUTE, shopOf, statuses } from '../ledger/guard-shop';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

describe('customer data', () => {
  test('corrected in its row is checked and accepted: the next email goes to the new address', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('D2', 'new@example.com');
    await shop.type('G2', '9 Elm St');
    await shop.type('O2', 'ga ');
    expect(shop.rows('Orders')).toMatchObject([{ State: 'GA' }]);
    await shop.type('L2', 'paid');
    expect(shop.emails().map(({ to }) => to)).toEqual(['c0@example.com', 'new@example.com']);
    expect(shop.rows('Activity').filter(({ Event }) => Event === 'corrected')).toHaveLength(3);
    await shop.office.advance(5 * MINUTE);
    expect(flagged(shop)).toEqual([]);
  });

  test('typed with trifles is taken as from the platform: cleaned, said in full, and never refused for its writing', async () => {
    const shop = await shopOf(PAUL);
    const typed: readonly (readonly [cell: string, typed: string, header: string, kept: string])[] = [
      ['E2', '\u202a+1 (407) 555-0199\u202c', 'Phone', '+1 (407) 555-0199'],
      ['E2', 'Cell: 407–555–0134 & 407-555-0199', 'Phone', 'Cell: 407–555–0134 & 407-555-0199'],
      ['E2', '555-01', 'Phone', '555-01'],
      ['E2', 'n/a', 'Phone', ''],
      ['C2', 'Ann\u200b\u00a0Lee', 'Customer Name', 'Ann Lee'],
      ['D2', 'ann@example.com\u200b', 'Email', 'ann@example.com'],
      ['G2', 'Attn: Photo Desk\r\n9 Elm St\u200b', 'Shipping Address', 'Attn: Photo Desk\n9 Elm St'],
      ['G2', `${'x'.repeat(119)}\n${'y'.repeat(60)}`, 'Shipping Address', `${'x'.repeat(119)}\n${'y'.repeat(60)}`],
      ['O2', 'Florida', 'State', 'FL'],
      ['P2', '32801–1234', 'ZIP Code', '32801-1234'],
      ['F2', 'Pick up', 'Fulfillment Type', 'pickup'],
      ['F2', 'shipping', 'Fulfillment Type', 'ship'],
    ];
    for (const [cell, text, header, kept] of typed) {
      await shop.type(cell, text);
      expect([text, shop.rows('Orders')[0]?.[header], shop.notes('Orders')]).toEqual([text, kept, {}]);
    }
    await shop.office.advance(5 * MINUTE);
    expect(flagged(shop)).toEqual([]);
    await shop.type('D2', '.ann@example.com');
    expect(shop.notes('Orders').D2).toContain('it begins with a dot');
    await shop.type('D2', 'ann@example.com');
    await shop.type('C2', '\u200b');
    expect(shop.notes('Orders').C2).toContain('is missing');
  });

  test('that is not allowed is flagged with the reason, and emails go where they went; corrected, the note goes', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('D2', 'a@example.com, b@example.com');
    expect(shop.notes('Orders').D2).toContain('is not a valid email address');
    await shop.type('P2', '99');
    expect(shop.notes('Orders').P2).toBeDefined();
    await shop.type('P2', '32801');
    await shop.type('D2', 'right@example.com');
    expect(shop.notes('Orders')).toEqual({});
    await shop.type('L2', 'paid');
    expect(shop.emails().map(({ to }) => to)).toEqual(['c0@example.com', 'right@example.com']);
  });

  test('from ship to pickup and back moves the shipping status, while the order is not shipped', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('F2', 'pickup');
    expect(statuses(shop)).toEqual([['pending', 'to pick up']]);
    await shop.type('F2', 'ship');
    expect(statuses(shop)).toEqual([['pending', 'to ship']]);
  });

  test('whose edit event was lost is found by the sweep and flagged, not accepted', async () => {
    const shop = await shopOf(PAUL);
    shop.office.world.switches.editEvents = 'lost';
    await shop.type('E2', '555-000-1111');
    await shop.office.advance(10 * MINUTE);
    expect(shop.notes('Orders').E2).toContain('Phone: this doesn’t match order');
    expect(flagged(shop)).toHaveLength(1);
  });
});

describe('odd rows are flagged once, email nobody, and are right again after an undo', () => {
  const quiet = async (shop: Shop, emails: number): Promise<void> => {
    for (let sweeps = 0; sweeps < 3; sweeps++) await shop.office.advance(5 * MINUTE);
    expect(shop.emails()).toHaveLength(emails);
  };

  test('a hand edit of the money is flagged with the right sum', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('K2', 30);
    await quiet(shop, 1);
    expect(shop.notes('Orders').K2).toContain('is $40.00: subtotal $40.00 and shipping $0.00 add up to $40.00');
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
    expect(shop.notes('Orders').A2).toContain('there is no order with this ID');
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

  test('a block pasted over another order, status included, changes neither its customer nor its status', async () => {
    const shop = await shopOf(PAUL, PAUL);
    await shop.type('L2', 'paid');
    const [first = {}] = shop.rows('Orders');
    await shop.type('C3', [Object.values(first).slice(2, 12)]);
    await quiet(shop, 3);
    expect(shop.notes('Orders').L3).toContain('On hold: this row no longer matches order ASDAR26-0002 from Customer 1');
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
    const emails = shop.emails().length;
    const [column = 'A'] = range.startsWith('C') ? ['D'] : [range.charAt(0)];
    await shop.office.rows({ sheet: 'Orders', action: 'sort', column, range, ascending: range === 'L2:L5' });
    await quiet(shop, emails);
    const byId = () => new Map(shop.rows('Ledger').map((row) => [row['Order ID'], row.Status]));
    expect([...byId()].sort()).toEqual([
      ['id-0', 'paid'],
      ['id-1', 'pending'],
      ['id-2', 'paid'],
      ['id-3', 'cancelled'],
    ]);
    if (range !== 'A2:A5') await shop.office.undo();
    await quiet(shop, emails);
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

test('the name and email of another order, pasted into a row, are held: nobody gets another one’s email', async () => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'ann', customerName: 'Ann', email: 'ann@example.com' });
  await shop.post({ ...PAUL, orderId: 'bob', customerName: 'Bob', email: 'bob@example.com' });
  const row = 2 + shop.rows('Orders').findIndex((each) => each['Order ID'] === 'ann');
  const sent = shop.emails().length;
  await shop.type(`C${row}:D${row}`, [['Bob', 'bob@example.com']]);
  await shop.type(`L${row}`, 'paid');
  await shop.office.advance(600_000);
  expect(shop.emails()).toHaveLength(sent);
  expect(shop.rows('Ledger').find((each) => each['Order ID'] === 'ann')).toMatchObject({ Status: 'pending' });
});

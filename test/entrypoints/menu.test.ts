import { afterAll, describe, expect, test } from '@jest/globals';
import { PEOPLE } from '../../demo/cps';
import { MINUTE, PICKUP, shopOf } from '../ledger/guard-shop';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

/** Chooses a menu item with cells selected, answering its questions. */
const choose = async (
  shop: Shop,
  range: string,
  item: string,
  { user = 'operator', answers = [] }: { user?: string; answers?: readonly (readonly [string, string?])[] } = {},
): Promise<string[]> => {
  const { office } = shop;
  const before = office.world.ui.toasts.length;
  office.select({ sheet: 'Orders', range, user });
  for (const [button, text] of answers) office.willAnswer(button, text ?? '');
  await office.menu({ item, user });
  expect(office.records[office.records.length - 1]).toMatchObject({ status: 'completed', error: null });
  expect(office.world.ui.prepared).toHaveLength(0);
  return office.world.ui.toasts.slice(before).map(({ message }) => message);
};

const statuses = (shop: Shop) => shop.rows('Orders').map((row) => `${row.Status}, ${row['Shipping Status']}`);
const emailsAfter = (shop: Shop, from: number) =>
  shop
    .emails()
    .slice(from)
    .map(({ to, subject }) => `${to}: ${subject.replace(/ ?\(?ASDAR26-\d+\)?/, '').slice(0, 24)}`);

const PRINT_IT = 'Print the envelope, label or packing slip with CPS Orders > Print.';

describe('Mark selection', () => {
  test('paid: the selected order is emailed once; again nothing', async () => {
    const shop = await shopOf(PAUL, PAUL);
    expect(await choose(shop, 'B2:D2', 'Mark selection > paid')).toEqual([
      `1 order marked paid. 1 email to customers. ${PRINT_IT}`,
    ]);
    expect(statuses(shop)).toEqual(['paid, to ship', 'pending, to ship']);
    expect(shop.emails()).toHaveLength(3);
    expect(await choose(shop, 'A2', 'Mark selection > paid')).toEqual(['1 order was already marked paid.']);
    expect(shop.rows('Activity').filter(({ Event, By }) => Event === 'status' && By === PEOPLE.operator)).toHaveLength(
      1,
    );
    expect(shop.emails()).toHaveLength(3);
  });

  test('paid for an order that is already paid shows paid, whatever someone typed unseen, and emails nobody', async () => {
    const shop = await shopOf(PAUL);
    await choose(shop, 'A2', 'Mark selection > paid');
    const emails = shop.emails().length;
    shop.office.world.switches.editEvents = 'lost';
    await shop.type('L2', 'oops');
    await shop.type('Q2', 'sent');
    shop.office.world.switches.editEvents = 'arrive';
    await shop.office.later(6 * 60_000);
    expect(Object.keys(shop.notes('Orders'))).toEqual(expect.arrayContaining(['L2', 'Q2']));
    await choose(shop, 'A2', 'Mark selection > paid');
    expect(statuses(shop)).toEqual(['paid, to ship']);
    expect(Object.keys(shop.notes('Orders'))).toEqual([]);
    expect(shop.emails()).toHaveLength(emails);
  });

  test('paid and shipped makes both steps with one email; so does handed over', async () => {
    const shop = await shopOf(PAUL, PICKUP);
    await choose(shop, 'A2', 'Mark selection > paid and shipped');
    await choose(shop, 'A3', 'Mark selection > paid and handed over');
    expect(statuses(shop)).toEqual(['shipped, shipped', 'shipped, picked up']);
    expect(emailsAfter(shop, 2)).toEqual([
      'c0@example.com: Your prints are on their',
      expect.stringMatching(/^c1@example.com: /),
    ]);
    await shop.office.advance(10 * MINUTE);
    expect(shop.emails()).toHaveLength(4);
    expect(
      shop
        .rows('Activity')
        .filter(({ Event }) => Event === 'status')
        .map(({ From, To }) => `${From} > ${To}`),
    ).toEqual(['pending > paid', 'paid > shipped', 'pending > paid', 'paid > shipped']);
  });

  test('shipped is for orders to ship, picked up for pickup orders; any other order is reported and left as it is', async () => {
    const shop = await shopOf(PAUL, PICKUP, PAUL);
    await choose(shop, 'A2', 'Mark selection > paid');
    await choose(shop, 'A3', 'Mark selection > paid');
    const before = shop.emails().length;
    await choose(shop, 'A2', 'Mark selection > shipped');
    await choose(shop, 'A3', 'Mark selection > shipped', { answers: [['OK']] });
    await choose(shop, 'A4', 'Mark selection > shipped', { answers: [['OK']] });
    expect(statuses(shop)).toEqual(['shipped, shipped', 'paid, to pick up', 'pending, to ship']);
    await choose(shop, 'A3', 'Mark selection > picked up');
    expect(statuses(shop)[1]).toBe('shipped, picked up');
    expect(emailsAfter(shop, before)).toEqual(['c0@example.com: Your prints are on their']);
    expect(shop.notes('Orders')).toEqual({});
  });

  test('canceled asks for a reason, says that no money moves, and clears Q; without an answer nothing happens', async () => {
    const shop = await shopOf(PAUL);
    await choose(shop, 'A2', 'Mark selection > cancelled', { answers: [['CANCEL']] });
    expect(statuses(shop)).toEqual(['pending, to ship']);
    await choose(shop, 'A2', 'Mark selection > cancelled', { answers: [['OK', 'ordered twice']] });
    expect(statuses(shop)).toEqual(['cancelled, ']);
    expect(shop.rows('Activity').pop()?.Detail).toContain('Reason: ordered twice');
    expect(emailsAfter(shop, 1)).toEqual(['c0@example.com: Your order was canceled']);
  });

  test('with nothing selected says what to do', async () => {
    const shop = await shopOf(PAUL);
    expect(await choose(shop, 'A40', 'Mark selection > paid')).toEqual([
      'Select one or more orders in the Orders tab first.',
    ]);
  });

  test('by another staff member stores the status, and the email goes out with the operator’s sweep', async () => {
    const shop = await shopOf(PAUL);
    expect(await choose(shop, 'A2', 'Mark selection > paid', { user: 'staff' })).toEqual([
      `1 order marked paid. 1 email to customers will go out from the operator's account within a few minutes. ${PRINT_IT}`,
    ]);
    expect(statuses(shop)).toEqual(['paid, to ship']);
    expect(shop.emails()).toHaveLength(1);
    await shop.office.advance(5 * MINUTE);
    const { mails: emails } = shop.office.mail() as unknown as { mails: { from: string; subject: string }[] };
    expect(emails.map(({ from }) => from)).toEqual([PEOPLE.operator, PEOPLE.operator]);
  });

  test('a row that looks like another order is left alone', async () => {
    const shop = await shopOf(PAUL, PAUL);
    shop.office.world.switches.editEvents = 'lost';
    await shop.type('C2', 'Customer 1');
    await choose(shop, 'A2', 'Mark selection > paid', { answers: [['OK']] });
    expect(statuses(shop)[0]).toBe('pending, to ship');
    expect(shop.emails()).toHaveLength(2);
  });
});

describe('Step back', () => {
  test('shows what has been emailed and asks; paid, back and paid again emails once', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('L2', 'paid');
    await choose(shop, 'A2', 'Step back', { answers: [['NO']] });
    expect(statuses(shop)).toEqual(['paid, to ship']);
    expect(await choose(shop, 'A2', 'Step back', { answers: [['YES']] })).toEqual(['1 order moved one step back.']);
    expect(statuses(shop)).toEqual(['pending, to ship']);
    expect(shop.rows('Activity').pop()).toMatchObject({ Event: 'step back', From: 'paid', To: 'pending' });
    expect(shop.rows('Activity').pop()?.Detail).toContain('The "paid" email had already gone out (Oct 2, 11:00 AM).');
    await shop.type('L2', 'paid');
    await shop.office.advance(10 * MINUTE);
    expect(statuses(shop)).toEqual(['paid, to ship']);
    expect(shop.emails()).toHaveLength(2);
  });

  test('an email whose Outbox row someone deleted isn’t sent again', async () => {
    const shop = await shopOf(PAUL);
    await shop.type('L2', 'paid');
    const row = 2 + shop.rows('Outbox').findIndex((email) => email.Kind === 'paid');
    await shop.office.rows({ sheet: 'Outbox', action: 'delete', row, count: 1 });
    await choose(shop, 'A2', 'Step back', { answers: [['YES']] });
    await shop.type('L2', 'paid');
    await shop.office.advance(10 * MINUTE);
    expect(statuses(shop)).toEqual(['paid, to ship']);
    expect(shop.emails()).toHaveLength(2);
  });

  test('the question names the orders, where they go and the emails that left', async () => {
    const shop = await openShop({ transport: 'workers' });
    await shop.post({ ...PAUL, orderId: 'id-0' });
    await shop.type('L2', 'paid');
    shop.office.select({ sheet: 'Orders', range: 'A2' });
    await shop.office.menu({ item: 'Step back' });
    const [dialog] = shop.office.world.ui.dialogs;
    expect(dialog?.text).toContain('ASDAR26-0001 (Paul Smith): paid back to pending.');
    expect(dialog?.text).toContain('Emails sent: receipt (Oct 2, 11:00 AM); paid (Oct 2, 11:00 AM).');
    await shop.office.answer({ dialog: String(dialog?.id), button: 'YES' });
    expect(statuses(shop)).toEqual(['pending, to ship']);
  });

  test('takes an email that still waits back with the step', async () => {
    const shop = await shopOf(PAUL);
    await choose(shop, 'A2', 'Mark selection > paid', { user: 'staff' });
    await choose(shop, 'A2', 'Step back', { user: 'staff', answers: [['YES']] });
    await shop.office.advance(10 * MINUTE);
    expect(shop.emails()).toHaveLength(1);
    await shop.type('L2', 'paid');
    expect(shop.emails()).toHaveLength(2);
  });

  test('from canceled and from shipped leads back to the status before', async () => {
    const shop = await shopOf(PAUL, PAUL);
    await shop.type('L2', [['cancelled'], ['paid']]);
    await shop.type('L3', 'shipped');
    await choose(shop, 'A2:A3', 'Step back', { answers: [['YES']] });
    expect(statuses(shop)).toEqual(['pending, to ship', 'paid, to ship']);
  });
});

describe('Data', () => {
  test('Rebuild missing rows writes deleted rows again, once reported; ids that were changed go back', async () => {
    const shop = await shopOf(PAUL, PAUL, PAUL);
    await shop.type('L3', 'paid');
    await shop.office.rows({ sheet: 'Orders', action: 'delete', row: 3 });
    for (let sweeps = 0; sweeps < 3; sweeps++) await shop.office.advance(5 * MINUTE);
    expect(shop.rows('Activity').filter(({ Event }) => Event === 'row missing')).toHaveLength(1);
    await shop.type('A2', 'changed');
    expect(await choose(shop, 'A1', 'Data > Rebuild missing rows')).toEqual([
      '1 row added back. The correct Order ID was restored in 1 row.',
    ]);
    expect(shop.rows('Orders').map((row) => [row['Order ID'], row.Email, row.Status])).toEqual([
      ['id-0', 'c0@example.com', 'pending'],
      ['id-2', 'c2@example.com', 'pending'],
      ['id-1', 'c1@example.com', 'paid'],
    ]);
    await shop.office.advance(5 * MINUTE);
    expect(shop.notes('Orders')).toEqual({});
    expect(shop.rows('Ledger').every(({ Flag }) => Flag === '')).toBe(true);
    expect(shop.emails()).toHaveLength(4);
    expect(await choose(shop, 'A1', 'Data > Rebuild missing rows')).toEqual(['No missing rows.']);
  });

  test('Repair double rows removes a copied row and keeps the one that was accepted', async () => {
    const shop = await shopOf(PAUL, PAUL);
    const [first = {}] = shop.rows('Orders');
    await shop.type('A4', [Object.values(first)]);
    await shop.type('L2', 'paid');
    await choose(shop, 'A1', 'Data > Repair double rows', { answers: [['YES']] });
    await shop.office.advance(10 * MINUTE);
    expect(shop.rows('Orders').map((row) => [row['Order ID'], row.Status])).toEqual([
      ['id-1', 'pending'],
      ['id-0', 'pending'],
    ]);
    expect(shop.notes('Orders')).toEqual({});
    expect(shop.emails()).toHaveLength(2);
    expect(await choose(shop, 'A1', 'Data > Repair double rows')).toEqual(['No duplicate rows.']);
  });

  test('an order pasted over another one comes back by Repair double rows and Rebuild missing rows', async () => {
    const shop = await shopOf(PAUL, PAUL);
    const [first = {}] = shop.rows('Orders');
    await shop.type('A3', [Object.values(first)]);
    await choose(shop, 'A1', 'Data > Repair double rows', { answers: [['YES']] });
    await choose(shop, 'A1', 'Data > Rebuild missing rows');
    expect(shop.rows('Orders').map((row) => [row['Order ID'], row.Email])).toEqual([
      ['id-0', 'c0@example.com'],
      ['id-1', 'c1@example.com'],
    ]);
  });

  test('Restore selected rows writes a sheet whose columns were sorted alone again as it was accepted', async () => {
    const shop = await shopOf(PAUL, PAUL, PAUL);
    await shop.type('L2', [['paid'], ['pending'], ['cancelled']]);
    const before = shop.rows('Orders');
    const emails = shop.emails().length;
    await shop.office.rows({ sheet: 'Orders', action: 'sort', column: 'D', range: 'C2:R4', ascending: false });
    await shop.office.advance(5 * MINUTE);
    expect(Object.keys(shop.notes('Orders')).length).toBeGreaterThan(0);
    await choose(shop, 'A2:A4', 'Data > Restore selected rows', { answers: [['YES']] });
    expect(shop.rows('Orders')).toEqual(before);
    expect(shop.notes('Orders')).toEqual({});
    await shop.office.advance(5 * MINUTE);
    expect(shop.emails()).toHaveLength(emails);
  });
});

test('in a copy of the spreadsheet menu actions change nothing', async () => {
  const shop = await shopOf(PAUL);
  const { copy } = shop.office.copy();
  shop.office.open(copy);
  shop.office.select({ sheet: 'Orders', range: 'A2' });
  await shop.office.menu({ item: 'Mark selection > paid' });
  expect(statuses(shop)).toEqual(['pending, to ship']);
  expect(shop.emails()).toHaveLength(1);
});

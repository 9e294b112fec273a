import { afterEach, expect, test } from '@jest/globals';
import { movedNumbers } from '../../src/email/moved-numbers';
import { noteOn } from '../privacy/customers';
import { closeOffices } from '../support/office';
import { openPage } from '../support/shown-dialog';
import { type EmailShop, openEmailShop, order } from './email-shop';

afterEach(closeOffices);

const FIRST = '1Z999AA10123456784';
const SECOND = '9400111899223818218407';

/** Two paid orders, each with its number, which the sweep has seen. Order 2 is in row 2, order 1 in row 3. */
const openPaid = async (): Promise<EmailShop> => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await shop.post(order(2));
  await shop.type('S1', 'Tracking Number');
  await shop.type('L2', [['paid'], ['paid']]);
  await shop.type('S2', [[FIRST], [SECOND]]);
  await shop.sweep();
  return shop;
};

const texts = (shop: EmailShop): string[] => shop.customerEmails().map(({ text }) => text ?? '');
const told = (shop: EmailShop, number: string): number => texts(shop).filter((text) => text.includes(number)).length;
const numberIn = (shop: EmailShop, row: number): unknown => shop.rows('Orders')[row - 2]?.['Order Number'];
const held = (shop: EmailShop) => shop.rows('Outbox').filter(({ State }) => State === 'held');
const kept = (shop: EmailShop): unknown[] =>
  shop.rows('Ledger').map(({ Progress }) => JSON.parse(String(Progress)).typedNumber);

test('a number is remembered at first sight, and one that moves to another order isn’t emailed until staff retype it', async () => {
  const shop = await openPaid();
  expect(kept(shop).sort()).toEqual([FIRST, SECOND]);
  await shop.type('S2', [[SECOND], ['']]);
  await shop.sweep();
  expect(kept(shop).sort()).toEqual([FIRST, SECOND]);
  expect(shop.notes('Orders')).toEqual({
    S2: expect.stringContaining(`This was ${numberIn(shop, 3)}'s tracking number.`),
  });
  await shop.type('L2', 'shipped');
  expect(held(shop)).toMatchObject([{ Error: expect.stringContaining("used to be another order's") }]);
  await shop.sweep();
  expect([told(shop, SECOND), held(shop).length]).toEqual([0, 1]);
  await shop.type('S2', SECOND);
  expect(shop.notes('Orders')).toEqual({});
  await shop.sweep();
  expect([told(shop, SECOND), held(shop).length]).toEqual([1, 0]);
  expect(shop.notes('Orders')).toEqual({});
});

test('the note on a moved number goes away once the number is right, removed or back with its order, and is written once', async () => {
  const shop = await openPaid();
  await shop.type('S2', [[SECOND], [FIRST]]);
  await shop.sweep();
  const writes = shop.rows('Ledger').map(({ Progress }) => Progress);
  expect(Object.keys(shop.notes('Orders'))).toEqual(['S2', 'S3']);
  await shop.sweep();
  expect(shop.rows('Ledger').map(({ Progress }) => Progress)).toEqual(writes);
  await shop.type('S2', '');
  await shop.type('S3', 'ABCD 1234');
  await shop.sweep();
  expect(shop.notes('Orders')).toEqual({});
  await shop.type('S2', [['ABCD 1234'], [FIRST]]);
  await shop.sweep();
  expect(Object.keys(shop.notes('Orders'))).toEqual(['S2', 'S3']);
  await shop.type('S2', [[''], ['ABCD 1234']]);
  await shop.sweep();
  expect(shop.notes('Orders')).toEqual({});
});

test('if staff delete a moved number, the email goes out without it; if they correct it, with the right one', async () => {
  const shop = await openPaid();
  await shop.type('S2', [[SECOND], [FIRST]]);
  await shop.type('L2', [['shipped'], ['shipped']]);
  await shop.sweep();
  expect([told(shop, FIRST), told(shop, SECOND), held(shop).length]).toEqual([0, 0, 2]);
  await shop.type('S2', '');
  await shop.sweep();
  expect([told(shop, FIRST), told(shop, SECOND), held(shop).length]).toEqual([0, 0, 1]);
  await shop.type('S3', 'ABCD 1234');
  await shop.sweep();
  expect([told(shop, 'ABCD 1234'), held(shop).length]).toEqual([1, 0]);
});

test('staff’s own note on the cell stays before, next to and after the program’s', async () => {
  const shop = await openPaid();
  noteOn(shop, 'S2', 'Ann calls first');
  await shop.type('S2', [[SECOND], ['']]);
  await shop.sweep();
  expect(shop.notes('Orders').S2).toMatch(/^Ann calls first\nThis was .*'s tracking number/);
  await shop.type('S2', SECOND);
  expect(shop.notes('Orders')).toEqual({ S2: 'Ann calls first' });
});

test('a number from the platform or the order card is trusted and emailed, even if it was another order’s', async () => {
  const shop = await openPaid();
  await shop.post({ route: 'orders/shipping', orderId: 'order-2', shipped: true, trackingNumber: SECOND });
  await shop.sweep();
  expect([told(shop, SECOND), held(shop).length]).toEqual([1, 0]);
  const call = await openPage(shop, 'Find order');
  await call('orders.track', 'order-1', FIRST);
  await shop.post({ route: 'orders/shipping', orderId: 'order-1', shipped: true });
  await shop.sweep();
  expect([told(shop, FIRST), held(shop).length]).toEqual([1, 0]);
});

test('a held email that staff release is sent unchanged', async () => {
  const shop = await openPaid();
  await shop.type('S2', [[SECOND], ['']]);
  await shop.type('L2', 'shipped');
  expect(held(shop)).toHaveLength(1);
  shop.office.willAnswer('YES');
  await shop.office.menu({ item: 'Emails > Release held emails' });
  await shop.sweep();
  expect([told(shop, SECOND), held(shop).length]).toEqual([1, 0]);
});

test.each([
  ['each shows its own', { a: 'N1', b: 'N2' }, { a: 'N1', b: 'N2' }, []],
  ['a new order shows a new number', { a: 'N1', b: 'N2' }, { a: 'N1' }, []],
  ['two orders in one parcel', { a: 'N1', b: 'N1' }, { a: 'N1' }, []],
  ['a corrected number that is nobody’s', { a: 'N9' }, { a: 'N1' }, []],
  ['two numbers are swapped', { a: 'N2', b: 'N1' }, { a: 'N1', b: 'N2' }, ['a', 'b']],
  ['shifted into a row that had none', { a: '', b: 'N1' }, { a: 'N1' }, ['b']],
  ['the same, spaced otherwise', { a: '', b: 'n-1' }, { a: 'N 1' }, ['b']],
  ['another order’s number over one’s own', { a: 'N1', b: 'N1' }, { a: 'N1', b: 'N2' }, ['b']],
  ['the row of the owner is gone', { b: 'N1' }, { a: 'N1', b: 'N2' }, ['b']],
])('whether numbers have moved: %s', (_, shown, kept, moved) => {
  const numbers = Object.entries(kept).map(([id, typedNumber]) => [id, { typedNumber }] as const);
  expect([...movedNumbers(new Map(Object.entries(shown)), new Map(numbers)).keys()]).toEqual(moved);
});

import { afterEach, expect, test } from '@jest/globals';
import type { ErasePlan } from '../../src/privacy/erase-customer';
import { feedbackFigures } from '../../src/reports/feedback-figures';
import { liveSheet } from '../backup/backup-shop';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterEach(closeOffices);

const ANN = {
  ...PAUL,
  customerName: 'Ann Leeson',
  email: 'ann@example.com',
  phone: '212-555-0177',
  street: '77 Elm Ave',
};
const JOANN = { ...PAUL, customerName: 'Joann Meyer', email: 'joann@example.com', phone: '212-555-0999' };

const erase = async (shop: Shop, email = 'ann@example.com') =>
  (await openPage(shop, 'Data > Erase a customer'))('erase.run', email);

const outbox = (shop: Shop) => shop.rows('Outbox').map(({ Key, Kind, To, State }) => [Key, Kind, To, State]);

test('a customer whose email address ends the same way keeps everything, even a request with the same order ID', async () => {
  const shop = await openShop();
  await shop.post({ ...ANN, orderId: 'a-1' });
  await shop.post({ ...JOANN, orderId: 'j-1' });
  await shop.post({ ...ANN, orderId: 'a-2', items: [] });
  await shop.post({ ...JOANN, orderId: 'j-2', items: [] });
  // Another customer under the id of Ann's order.
  await shop.post({ ...JOANN, orderId: 'a-1' });
  const bodies = shop.rows('Rejected').map((row) => row['Raw Body']);
  const plan = await erase(shop);
  expect(plan).toMatchObject({ orders: [{ number: 'ASDAR26-0001' }] });
  expect(shop.rows('Rejected').map((row) => row['Raw Body'])).toEqual(['(erased)', bodies[1], bodies[2]]);
  expect(shop.rows('Outbox').map(({ To }) => To)).toEqual(['', 'joann@example.com']);
  expect(shop.rows('Orders').map(({ Email }) => Email)).toEqual(['', 'joann@example.com']);
});

test('while emails are in the rows of other orders nothing is erased, and the rows are named', async () => {
  const shop = await openShop();
  await shop.post({ ...ANN, orderId: 'a-1' });
  await shop.post({ ...PAUL, orderId: 'p-1' });
  await shop.post({ ...JOANN, orderId: 'j-1' });
  await shop.type('D2', [['paul@example.com'], ['ann@example.com'], ['joann@example.com']]);
  const before = JSON.stringify([shop.rows('Orders'), shop.rows('Ledger'), shop.rows('Activity')]);
  const call = await openPage(shop, 'Data > Erase a customer');
  for (const method of ['erase.plan', 'erase.run']) {
    await expect(call(method, 'ann@example.com')).rejects.toThrow(/Rows .*\b3\b.* of Orders.*Nothing was changed/);
  }
  expect(JSON.stringify([shop.rows('Orders'), shop.rows('Ledger'), shop.rows('Activity')])).toBe(before);
});

test('what people keep in Events, Settings and columns of their own is shown to decide, and stays until it is chosen; a formula is listed only', async () => {
  const shop = await openShop();
  await shop.post({ ...ANN, orderId: 'a-1' });
  await shop.post({ ...JOANN, orderId: 'j-1' });
  const pay = Object.keys(shop.rows('Events')[0] ?? {}).indexOf('How To Pay');
  await shop.office.edit({
    sheet: 'Events',
    range: `${String.fromCharCode(65 + pay)}2`,
    values: [['PayPal to ann@example.com']],
  });
  // An own column, with a note about Ann in Joann's row.
  const own = [
    ['Mine', 'Copied'],
    ['call Leeson', ''],
    ['friend of ann@example.com, likes blue', '=HYPERLINK("mailto:ann@example.com", "ann@example.com")'],
  ];
  await shop.office.edit({ sheet: 'Orders', range: 'S1', values: own });
  const plan = (await erase(shop)) as ErasePlan;
  const events = `${String.fromCharCode(65 + pay)}2 of Events`;
  expect(plan.decide.map(({ where, text, isLikely }) => [where, text, isLikely])).toEqual([
    ['Mine of ASDAR26-0001', 'call Leeson', true],
    ['Mine of ASDAR26-0002, row 3', 'friend of ann@example.com, likes blue', true],
    [events, 'PayPal to ann@example.com', false],
  ]);
  expect(plan.elsewhere).toEqual([{ tab: 'Orders', count: 1, cells: ['T3'] }]);
  expect(shop.rows('Events')[0]).toMatchObject({ 'How To Pay': 'PayPal to ann@example.com' });
  expect(shop.rows('Orders').map(({ Mine }) => Mine)).toEqual([
    'call (erased)',
    'friend of ann@example.com, likes blue',
  ]);
  const call = await openPage(shop, 'Data > Erase a customer');
  const { decide } = await call<ErasePlan>('erase.plan', 'ann@example.com');
  await call(
    'erase.decided',
    'ann@example.com',
    decide.map(({ key }) => key),
    [],
  );
  expect(shop.rows('Events')[0]).toMatchObject({ 'How To Pay': 'PayPal to (erased)' });
  expect(shop.rows('Orders').map(({ Mine }) => Mine)).toContain('friend of (erased), likes blue');
  await expect(erase(shop)).rejects.toThrow(/was found only in places that CPS Orders doesn't write to: Orders/);
});

test('notes of staff go, what customers wrote goes, and no figure of feedback changes', async () => {
  const shop = await openShop();
  await shop.post({ ...ANN, orderId: 'a-1' });
  await shop.post({ ...ANN, orderId: 'a-2' });
  const card = await openPage(shop, 'Find order');
  await card('orders.note', 'a-1', 'Moves to 9 Pine Rd');
  await card('orders.mark', 'a-1', 'paid and shipped', '');
  await card('orders.mark', 'a-2', 'paid and shipped', '');
  await shop.post({ route: 'orders/feedback', orderNumber: 'ASDAR26-0001', rating: 5, feedback: 'My sister Bea too' });
  const entries = () =>
    shop.rows('Ledger').map(({ Progress }) => ({ order: { eventCode: '' }, progress: JSON.parse(String(Progress)) }));
  const before = feedbackFigures(entries());
  expect(before).toMatchObject({ ratings: 1, dropped: 0 });
  await erase(shop);
  expect(feedbackFigures(entries())).toEqual(before);
  const sheet = JSON.stringify(liveSheet(shop).tabs.map(({ name }) => shop.rows(name)));
  expect(sheet).not.toMatch(/Pine Rd|Bea too|Leeson/);
});

test('a customer who is called like the words of the program changes none of them', async () => {
  const shop = await openShop();
  await shop.post({ ...ANN, customerName: 'Paige Sent', orderId: 'a-1' });
  await shop.post({ ...ANN, customerName: 'Mark Receipt', email: 'mark@example.com', orderId: 'mark-order-7' });
  const before = outbox(shop);
  const events = shop.rows('Activity').map(({ Event, By }) => [Event, By]);
  const refused = { ...ANN, email: 'mark@example.com', orderId: 'receipt', items: [] };
  await shop.post(refused);
  const keys = shop.rows('Rejected').map(({ Code, Fingerprint }) => [Code, Fingerprint]);
  await erase(shop);
  await erase(shop, 'mark@example.com');
  expect(outbox(shop)).toEqual(before.map(([key, kind, , state]) => [key, kind, '', state]));
  expect(shop.rows('Activity').map(({ Event, By }) => [Event, By])).toEqual(expect.arrayContaining(events));
  expect(shop.rows('Ledger').map((row) => row['Order ID'])).toEqual(['mark-order-7', 'a-1']);
  expect(shop.rows('Rejected').map(({ Code, Fingerprint }) => [Code, Fingerprint])).toEqual(keys);
});

test('an email that is leaving makes erasing wait, and one that may have left stays unsure', async () => {
  const shop = await openShop();
  shop.office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'kill-after' });
  await shop.post({ ...ANN, orderId: 'a-1' }).catch(() => null);
  shop.office.clearFaults();
  await expect(erase(shop)).rejects.toThrow(/being sent right now/);
  await shop.office.advance(11 * 60_000);
  expect(outbox(shop)).toEqual([['receipt:a-1:1', 'receipt', 'ann@example.com', 'unsure']]);
  await erase(shop);
  expect(outbox(shop)).toEqual([['receipt:a-1:1', 'receipt', '', 'unsure']]);
});

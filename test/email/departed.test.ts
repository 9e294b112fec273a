import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { afterCall } from './after-call';
import { type EmailShop, MINUTE, openEmailShop, order, postOrders } from './email-shop';

afterEach(closeOffices);

const HEADERS = ['Key', 'Order ID', 'Order Number', 'Kind', 'To', 'State', 'Attempts', 'Sent At', 'Error'];
const HOUR = 60 * MINUTE;

/** Types over the state of the n-th email; `wiped` also removes every other trace that it was sent. */
const typeOver = (shop: EmailShop, nth: number, state: string, wiped = false): Promise<void> => {
  const at = nth + 1;
  return wiped
    ? shop.typeIn('Outbox', `F${at}:J${at}`, [[state, 0, '', '', '']])
    : shop.typeIn('Outbox', `F${at}`, [[state]]);
};

test.each(['queued', 'claimed', 'waiting for quota', 'handing over'])(
  'a sent email whose state someone sets to %s is not sent again, and its row says so',
  async (state) => {
    const shop = await openEmailShop();
    await postOrders(shop, 2);
    await typeOver(shop, 1, state);
    await shop.sweep();
    await shop.sweep();
    expect(shop.customerEmails()).toHaveLength(2);
    expect(shop.row('receipt:order-1:1')).toMatchObject({
      State: 'sent',
      Error: expect.stringContaining('someone typed another state here'),
    });
  },
);

test('an email the Ledger knows was sent stays sent, even if its Outbox row is wiped or rewritten', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 2);
  await shop.sweep();
  await typeOver(shop, 1, 'queued', true);
  await shop.office.rows({ sheet: 'Outbox', action: 'delete', row: 3, count: 1 });
  const again = ['receipt:order-2:1', 'order-2', 'ASDAR26-0002', 'receipt', 'c2@example.com', 'queued', '', '', ''];
  await shop.typeIn('Outbox', 'A3:I3', [again]);
  expect(
    shop
      .rows('Outbox')
      .map((row) => HEADERS.map((header) => row[header]))[1]
      ?.slice(0, 6),
  ).toEqual(again.slice(0, 6));
  await shop.sweep();
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(2);
  expect(Object.values(shop.states())).toEqual(['unsure', 'unsure']);
});

test('a sent email typed over with held isn’t released; Resend sends it again', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await typeOver(shop, 1, 'held');
  shop.office.willAnswer('OK');
  await shop.menu('Emails > Release held emails');
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(1);
  shop.select('A2');
  shop.office.willAnswer('OK', 'receipt');
  shop.office.willAnswer('OK', '');
  await shop.menu('Emails > Resend an email');
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(2);
});

test('typing queued over unsure doesn’t send an email again that may have been sent', async () => {
  const shop = await openEmailShop();
  shop.office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'kill-after' });
  await shop.post(order(1)).catch(() => null);
  await shop.sweep();
  await shop.sweep();
  expect(shop.states()).toEqual({ 'receipt:order-1:1': 'unsure' });
  await typeOver(shop, 1, 'queued');
  await shop.sweep();
  await shop.sweep();
  expect(shop.states()).toEqual({ 'receipt:order-1:1': 'unsure' });
  expect(shop.customerEmails()).toHaveLength(1);
});

test('an order canceled right after a commit gets no outdated email', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  const cancel = () =>
    shop.office.world.workbooks.get(shop.office.bound)?.tabNamed('Ledger')?.setValue(1, 2, 'cancelled');
  afterCall(shop.office, 'Sheets.Spreadsheets.batchUpdate', cancel);
  await shop.type('L2', 'paid');
  expect(shop.row('paid:order-1:1')).toMatchObject({
    State: 'cancelled',
    Error: expect.stringContaining('has changed'),
  });
  expect(shop.customerEmails()).toHaveLength(1);
});

test('the receipt of an order that was stored a moment ago confirms what was stored', async () => {
  const shop = await openEmailShop();
  afterCall(shop.office, 'Sheets.Spreadsheets.batchUpdate', () =>
    shop.office.world.workbooks.get(shop.office.bound)?.tabNamed('Ledger')?.setValue(1, 2, 'cancelled'),
  );
  await shop.post(order(2));
  expect(shop.states()['receipt:order-2:1']).toBe('sent');
});

test('an email goes to an address corrected right after the commit, even if new orders have moved the row', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 3);
  afterCall(shop.office, 'Sheets.Spreadsheets.batchUpdate', () => {
    const ledger = shop.office.world.workbooks.get(shop.office.bound)?.tabNamed('Ledger');
    const last = (ledger?.lastColumn() ?? 0) - 1;
    const at = [1, 2, 3].find((row) => ledger?.value(row, 0) === 'order-2') ?? 0;
    const text = String(ledger?.value(at, last)).replace('c2@example.com', 'other@example.com');
    ledger?.setValue(at, last, text);
    ledger?.insertRows(1, 2, 1);
  });
  await shop.type('L3', 'paid');
  expect(shop.customerEmails()[3]).toMatchObject({
    to: 'other@example.com',
    subject: expect.stringContaining('ASDAR26-0002'),
  });
});

test('the program knows which emails were sent for three more days, even after a step back', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await shop.type('L2', 'paid');
  await shop.sweep();
  shop.select('A2');
  shop.office.willAnswer('YES');
  await shop.menu('Step back');
  const left = () => JSON.parse(String(shop.rows('Ledger')[0]?.Progress)).left;
  expect(Object.keys(left())).toEqual(['receipt:1', 'paid:1']);
  shop.office.world.clock.advance(48 * HOUR);
  await shop.type('L2', 'paid');
  await typeOver(shop, 2, 'queued', true);
  await shop.sweep();
  expect(Object.keys(left())).toEqual(['receipt:1', 'paid:1']);
  expect(shop.customerEmails()).toHaveLength(2);
});

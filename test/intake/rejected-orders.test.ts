import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterEach(closeOffices);

const MINUTE = 60_000;
const OPERATOR = 'operator@cps-photos.example';
const alerts = (shop: Shop) => shop.emails().filter(({ to }) => to === OPERATOR);

/** A request without a valid email. */
const BAD = { ...PAUL, orderId: 'web-1', email: 'paul(at)example.com' };

/** Corrects the raw body of a row of the Rejected tab, selects the row, and runs the menu item. Returns its message. */
const replay = async (shop: Shop, row: number, body: unknown, user = 'operator'): Promise<string> => {
  const { office } = shop;
  const [header = []] = (office.sheet('Rejected', 1, 1) as { values: string[][] }).values;
  const column = String.fromCharCode(65 + header.indexOf('Raw Body'));
  await office.edit({ sheet: 'Rejected', range: `${column}${row}`, values: [[JSON.stringify(body)]], user });
  office.select({ sheet: 'Rejected', range: `A${row}`, user });
  const said: string[] = [];
  const { perform } = office.world;
  office.world.perform = (name, args, actor, since) => {
    if (name.startsWith('Ui.')) said.push(JSON.stringify(args));
    return perform.call(office.world, name, args, actor, since);
  };
  office.willAnswer('OK');
  await office.menu({ item: 'Data > Replay rejected order', user });
  office.world.perform = perform;
  return said.join(' ');
};

test('a rejected order is kept with its reasons and raw body, once no matter how often it’s sent', async () => {
  const shop = await openShop();
  for (let copy = 0; copy < 3; copy++) expect(await shop.post(BAD)).toMatchObject({ code: 'VALIDATION_FAILED' });
  await shop.post({ ...PAUL, total: 41 });
  expect(shop.rows('Rejected')).toMatchObject([
    { 'Order ID': 'web-1', Code: 'VALIDATION_FAILED', State: 'open', 'Raw Body': JSON.stringify(BAD) },
    { 'Order ID': '', Code: 'PRICE_MISMATCH', State: 'open' },
  ]);
  expect(String(shop.rows('Rejected')[0]?.Reasons)).toContain('email "paul(at)example.com" is not a valid email');
});

test('two rejected orders with the same content and two ids are two rows', async () => {
  const shop = await openShop();
  await shop.post(BAD);
  await shop.post({ ...BAD, orderId: 'web-2' });
  expect(shop.rows('Rejected').map((row) => row['Order ID'])).toEqual(['web-1', 'web-2']);
});

test('unauthenticated requests, invalid JSON and other routes aren’t kept', async () => {
  const shop = await openShop({ auth: 'key' });
  await shop.post(BAD);
  const open = await openShop();
  await open.post('{"customerName":');
  await open.post({ ...BAD, route: 'orders/quote' });
  await open.post({ route: 'orders/status', orderNumber: 'CPS-0001', status: 'lost' });
  expect([...shop.rows('Rejected'), ...open.rows('Rejected')]).toEqual([]);
});

test('the operator is notified by the next sweep, once an hour, and the customer gets no email', async () => {
  const shop = await openShop();
  await shop.post(BAD);
  expect(shop.emails()).toEqual([]);
  await shop.office.advance(6 * MINUTE);
  expect(alerts(shop)).toHaveLength(1);
  expect(alerts(shop)[0]?.text).toContain('is not a valid email address');
  expect(shop.rows('Outbox')).toMatchObject([{ Kind: 'alert', To: OPERATOR, State: 'sent' }]);
  await shop.post({ ...BAD, orderId: 'web-2' });
  await shop.office.later(20 * MINUTE);
  expect(shop.emails()).toHaveLength(1);
  await shop.office.later(60 * MINUTE);
  await shop.post({ ...BAD, orderId: 'web-3' });
  await shop.office.advance(6 * MINUTE);
  expect(alerts(shop)).toHaveLength(2);
  expect(shop.emails()).toHaveLength(2);
});

test('a corrected order is accepted, and any later retry of the original counts as its duplicate', async () => {
  const shop = await openShop();
  await shop.post(BAD);
  expect(await replay(shop, 2, { ...BAD, email: 'paul@example.com' })).toContain('Accepted as ASDAR26-0001');
  expect(shop.rows('Rejected')).toMatchObject([{ State: 'replayed as ASDAR26-0001' }]);
  expect(shop.rows('Orders')).toMatchObject([{ 'Order ID': 'web-1', Email: 'paul@example.com' }]);
  expect(shop.emails().map(({ to }) => to)).toEqual(['paul@example.com']);
  await shop.office.later(2 * 60 * MINUTE);
  expect(await shop.post(BAD)).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0001', duplicate: true });
  expect(await shop.post({ ...BAD, email: 'paul@example.com' })).toMatchObject({ ok: true, duplicate: true });
  expect(await replay(shop, 2, { ...BAD, email: 'paul@example.com' })).toContain(
    'was already replayed as ASDAR26-0001',
  );
  expect(shop.rows('Orders')).toHaveLength(1);
});

test('an order without any id is recognized after its replay', async () => {
  const shop = await openShop();
  const { orderId: _id, ...bad } = BAD;
  await shop.post(bad);
  await replay(shop, 2, { ...bad, email: 'paul@example.com' });
  await shop.office.later(60 * MINUTE);
  expect(await shop.post(bad)).toMatchObject({ ok: true, duplicate: true });
  expect(shop.rows('Orders')).toHaveLength(1);
});

test('a conflict is replayed under another id, and a retry of the original gets that order', async () => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'web-1' });
  const other = { ...PAUL, orderId: 'web-1', customerName: 'Paula Smith' };
  expect(await shop.post(other)).toMatchObject({ code: 'ORDER_CONFLICT' });
  expect(await replay(shop, 2, { ...other, orderId: 'web-1b' })).toContain('Accepted as ASDAR26-0002');
  expect(await shop.post(other)).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0002', duplicate: true });
  expect(await shop.post({ ...PAUL, orderId: 'web-1' })).toMatchObject({ orderNumber: 'ASDAR26-0001' });
});

test.each([
  ['is still wrong', { ...BAD, email: 'nobody' }, 'This order is still rejected, and nothing was saved'],
  ['is no longer JSON', 'oops', 'This order is still rejected, and nothing was saved'],
  ['has lost its id', { ...BAD, orderId: 'web-9', email: 'paul@example.com' }, 'the orderId must stay'],
])('a replay of a body that %s stores nothing and says why', async (_, body, sentence) => {
  const shop = await openShop();
  await shop.post(BAD);
  expect(await replay(shop, 2, body)).toContain(sentence);
  expect(shop.rows('Orders')).toEqual([]);
  expect(shop.rows('Rejected')).toMatchObject([{ State: 'open' }]);
});

test('staff may replay: the order is stored right away, and the operator’s account sends its receipt', async () => {
  const shop = await openShop();
  await shop.post(BAD);
  const said = await replay(shop, 2, { ...BAD, email: 'paul@example.com' }, 'staff');
  expect(said).toContain('The receipt will go out from the operator');
  expect(shop.rows('Orders')).toHaveLength(1);
  expect(shop.emails()).toEqual([]);
  await shop.office.advance(6 * MINUTE);
  const receipts = (shop.office.mail() as unknown as { mails: { to: string; from: string }[] }).mails;
  expect(receipts.filter(({ to }) => to === 'paul@example.com')).toMatchObject([{ from: OPERATOR }]);
});

import { afterEach, expect, test } from '@jest/globals';
import { copiesOf, liveSheet, runNightly } from '../backup/backup-shop';
import { counts, readToday } from '../staff/today/today-shop';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterEach(closeOffices);

const JO = {
  ...PAUL,
  customerName: 'Jo Garcia-Bell',
  email: 'jo@example.com',
  phone: '212-555-0177',
  street: '77 Elm Ave',
};
const PERSONAL = /jo@example\.com|garcia-bell|212-555-0177|77 elm/i;

/** Two orders from Jo and one from Paul, with emails, a rejected request, feedback, a note and a tab of staff's own. */
const shopWithJo = async (): Promise<Shop> => {
  const shop = await openShop();
  await shop.post({ ...JO, orderId: 'jo-1' });
  await shop.post({ ...PAUL, orderId: 'paul-1' });
  await shop.post({ ...JO, orderId: 'jo-2', email: 'Jo@Example.com' });
  await shop.post({ ...JO, orderId: 'jo-3', items: [] });
  await shop.type('L2', 'paid');
  await shop.post({
    route: 'orders/feedback',
    orderNumber: 'ASDAR26-0001',
    rating: 4,
    feedback: 'Jo Garcia-Bell likes it',
  });
  await shop.office.edit({ sheet: 'Orders', range: 'S1', values: [['Own note'], ['Garcia-Bell, call 212-555-0177']] });
  await runNightly(shop);
  return shop;
};

/** Every cell and note of any tab that still names Jo. */
const found = (shop: Shop): string[] => {
  const grids = liveSheet(shop).tabs.flatMap(({ name }) => {
    const { values, notes } = shop.office.sheet(name, 1, 200) as unknown as { values: unknown[][]; notes: string[][] };
    return [...values, ...notes];
  });
  return grids
    .flat()
    .map(String)
    .filter((text) => PERSONAL.test(text));
};

test('a customer is erased from every tab, the figures stay, and the backups that hold the data are listed', async () => {
  const shop = await shopWithJo();
  const summary = await shop.get('route=orders/summary');
  const call = await openPage(shop, 'Data > Erase a customer');
  const plan = await call('erase.plan', 'JO@example.com');
  expect(plan).toMatchObject({
    orders: [{ number: 'ASDAR26-0003' }, { number: 'ASDAR26-0001', name: 'Jo Garcia-Bell', status: 'paid' }],
    backups: [{ url: expect.stringContaining(copiesOf(shop)[0]?.id ?? 'none') }],
  });
  expect(found(shop).length).toBeGreaterThan(8);
  await call('erase.run', 'jo@example.com');

  expect(found(shop)).toEqual([]);
  expect(shop.rows('Orders')).toMatchObject([
    { 'Customer Name': 'Erased customer', Email: '', 'Shipping Address': '', State: 'FL', Total: 40, Feedback: '4/5' },
    { 'Customer Name': 'Paul Smith', Email: 'paul@example.com' },
    { 'Customer Name': 'Erased customer' },
  ]);
  const after = await shop.get('route=orders/summary');
  expect(after.summary).toEqual(summary.summary);
  await expect(call('erase.plan', 'jo@example.com')).resolves.toMatchObject({ orders: [], lines: [] });
});

test('a rejected request of the customer is closed and cannot be replayed', async () => {
  const shop = await shopWithJo();
  await shop.post({ ...PAUL, orderId: 'paul-2', items: [] });
  expect(counts(await readToday(shop))).toMatchObject({ refused: 2 });
  const call = await openPage(shop, 'Data > Erase a customer');
  await call('erase.run', 'jo@example.com');
  expect(shop.rows('Rejected')).toMatchObject([
    { 'Raw Body': '(erased)', State: 'erased' },
    { 'Order ID': 'paul-2', State: 'open' },
  ]);
  expect(counts(await readToday(shop))).toMatchObject({ refused: 1 });
  shop.office.select({ sheet: 'Rejected', range: 'A2' });
  const said: string[] = [];
  shop.office.willAnswer('OK');
  const { world } = shop.office;
  const { perform } = world;
  world.perform = (name, args, ...rest) => {
    if (name === 'Ui.alert') said.push(JSON.stringify(args));
    return perform.call(world, name, args, ...rest);
  };
  await shop.office.menu({ item: 'Data > Replay rejected order' });
  expect(said.join()).toContain('data was erased on request, so there is nothing to replay. Nothing was done.');
});

test('nothing is emailed about an erased order, nothing flags it, and no restore brings the customer back', async () => {
  const shop = await shopWithJo();
  const erase = await openPage(shop, 'Data > Erase a customer');
  await erase('erase.run', 'jo@example.com');
  const toCustomers = () => shop.emails().filter(({ to }) => !to.startsWith('operator@')).length;
  const emails = toCustomers();
  await shop.office.call('App.sweep');
  await shop.type('L2', 'shipped');
  await shop.office.advance(6 * 60_000);
  expect(shop.rows('Orders')[0]).toMatchObject({ Status: 'shipped', 'Shipping Status': 'shipped' });
  expect(shop.rows('Ledger').map(({ Flag }) => Flag)).toEqual(['', '', '']);
  expect(toCustomers()).toBe(emails);

  liveSheet(shop).tabNamed('Orders')?.deleteRows(3, 1);
  const restore = await openPage(shop, 'Data > Backups');
  const source = copiesOf(shop)[0]?.id;
  const compared = await restore<{ found: { id: string; kind: string }[] }>('restore.compare', source);
  expect(compared.found.map(({ id, kind }) => [id, kind])).toEqual([['jo-2', 'missing']]);
  await restore('restore.run', source, [{ id: 'jo-2', kind: 'missing' }]);
  expect(shop.rows('Orders')).toHaveLength(3);
  expect(found(shop)).toEqual([]);
});

test('killed on the way, a second run erases the rest', async () => {
  const shop = await shopWithJo();
  const call = await openPage(shop, 'Data > Erase a customer');
  shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'kill-before' });
  await expect(call('erase.run', 'jo@example.com')).rejects.toThrow();
  shop.office.clearFaults();
  await shop.office.advance(61_000);
  await call('erase.run', 'jo@example.com');
  expect(found(shop)).toEqual([]);
});

test('the tracking number of an erased customer is nowhere any more: it tells where the parcel went', async () => {
  const shop = await openShop();
  await shop.post({ ...JO, orderId: 'jo-1' });
  await shop.type('S1', 'Tracking Number');
  await (await openPage(shop, 'Find order'))('orders.track', 'jo-1', '1Z999AA10123456784');
  const tabs = () => JSON.stringify(liveSheet(shop).tabs.map(({ name }) => shop.office.sheet(name, 1, 200)));
  expect(tabs()).toContain('1Z999AA10123456784');
  await (await openPage(shop, 'Data > Erase a customer'))('erase.run', 'jo@example.com');
  expect(tabs()).not.toContain('1Z999AA10123456784');
});

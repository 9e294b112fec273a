import { afterEach, expect, test } from '@jest/globals';
import { openEmailShop, order, postOrders } from '../email/email-shop';
import { closeOffices } from '../support/office';
import { callRpc, openedPage } from '../support/rpc';
import type { Shop } from '../support/shop';

afterEach(closeOffices);

const setProperty = ({ office }: Shop, name: string, value: string): void => {
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform('Properties.setProperty', ['script', name, value], host);
};

test('a sheet that a newer, incompatible set-up has marked makes this program answer BUSY and change nothing, by whatever door', async () => {
  const shop = await openEmailShop();
  const { office } = shop;
  await postOrders(shop, 2);
  await shop.mark('A2', 'paid', 'staff');
  await shop.menu('Today');
  const page = openedPage(office);
  setProperty(shop, 'SCHEMA_NEEDS', '999');
  await shop.type('L3', 'paid');
  const state = () => [
    ...['Orders', 'Ledger', 'Outbox', 'Activity', 'Settings', 'Emails'].map((tab) => shop.rows(tab)),
    { ...office.world.properties.read(`script:${office.bound}`) },
    office.world.triggers.all().map(({ handler }) => handler),
  ];
  const before = state();
  const busy = { ok: false, code: 'BUSY', retry: true, error: expect.stringContaining('newer version') };
  expect(await shop.post(order(3))).toMatchObject(busy);
  expect(await shop.post({ route: 'orders/status', orderId: 'order-2', status: 'paid' })).toMatchObject(busy);
  expect(await shop.get('route=orders')).toMatchObject(busy);
  expect((await office.request({ method: 'GET', query: 'page=order&t=x' })).body).toContain('try again');
  for (const name of ['App.sweep', 'App.nightly', 'App.morning'])
    expect((await office.call(name)).outcome.status).toBe('completed');
  await shop.sweep();
  shop.select('A3');
  for (const name of ['App.markPaid', 'App.stepBack', 'App.releaseEmails', 'App.rebuildMissingRows', 'App.setUp']) {
    const { outcome } = await office.call(name);
    expect(outcome).toMatchObject({ status: 'failed', error: { message: expect.stringContaining('newer version') } });
  }
  const told = await callRpc(office, 'operator', page?.token ?? '', 'setUp.run', {});
  expect(told.error).toContain('newer version');
  expect(state()).toEqual(before);
  expect(shop.customerEmails()).toHaveLength(2);
  setProperty(shop, 'SCHEMA_NEEDS', '1');
  await shop.sweep();
  expect(
    shop
      .customerEmails()
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['c1@example.com', 'c1@example.com', 'c2@example.com', 'c2@example.com']);
});

test.each([true, false])(
  'the web app of a copy answers BUSY with a sentence and takes nothing in (properties copied: %s)',
  async (kept) => {
    const shop = await openEmailShop();
    const { office } = shop;
    office.world.switches.copyKeepsProperties = kept;
    await postOrders(shop, 1);
    const original = office.bound;
    office.open(office.copy().copy);
    setProperty(shop, 'AUTH_MODE', 'open');
    const states = () => JSON.stringify(office.world.workbooks.get(original)?.toJSON());
    const before = states();
    const busy = { ok: false, code: 'BUSY', error: expect.stringContaining('copy of the live sheet') };
    expect(await shop.post(order(2))).toMatchObject(busy);
    expect(await shop.get('route=orders')).toMatchObject(busy);
    expect(shop.rows('Orders')).toHaveLength(1);
    expect(states()).toBe(before);
    expect(shop.emails()).toHaveLength(1);
  },
);

test('when Google reports no open spreadsheet, the web app and the sweep use the stored ID', async () => {
  const shop = await openEmailShop();
  shop.office.world.switches.activeWithoutDocument = false;
  expect(await shop.post(order(1))).toMatchObject({ ok: true });
  await shop.mark('A2', 'paid', 'staff');
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(2);
});

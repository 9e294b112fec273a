import { afterEach, expect, test } from '@jest/globals';
import { times } from '../support/campaign';
import { closeOffices } from '../support/office';
import { PAUL, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';
import { copiesOf, HOUR, liveSheet, onlyTrigger, runNightly, shopWithOrders } from './backup-shop';

afterEach(closeOffices);

interface Comparison {
  readonly found: readonly { readonly id: string; readonly kind: string; readonly cells: readonly object[] }[];
  readonly newer: { readonly count: number };
  readonly odd: { readonly count: number };
  readonly troubles: readonly string[];
}

const openBackups = (shop: Shop, user?: string) => openPage(shop, 'Data > Backups', user);

/** Restores all that is missing or changed, as the dialog does, in portions. */
const restoreAll = async (shop: Shop, source: string, kinds = ['missing', 'changed'], user = 'operator') => {
  const call = await openBackups(shop, user);
  const { found } = await call<Comparison>('restore.compare', source);
  const chosen = found.filter(({ kind }) => kinds.includes(kind)).map(({ id, kind }) => ({ id, kind }));
  const dry = await call('restore.try', source, chosen);
  const results: unknown[] = [];
  for (let from = 0; from < chosen.length; from += 30)
    results.push(await call('restore.run', source, chosen.slice(from, from + 30)));
  return { dry, results };
};

const byId = (rows: readonly Record<string, unknown>[]) =>
  [...rows].sort((a, b) => (String(a['Order ID']) < String(b['Order ID']) ? -1 : 1));

/** Emails to customers: the operator may get others. */
const customerEmails = (shop: Shop): number => shop.emails().filter(({ to }) => !to.startsWith('operator@')).length;

/** Each Ledger row without the head, which moves. */
const ledger = (shop: Shop) => byId(shop.rows('Ledger')).map(({ Head: _, ...row }) => row);

/** In the campaign as many as in test/backup/backups-dialog, too. */
const ORDERS = times(250, 1_000);

const numberOf = (nth: number): string => `ASDAR26-${String(nth).padStart(4, '0')}`;

/** Deletes 50 rows and garbles 20: names, addresses, totals, a status, ids. */
const ruin = (shop: Shop): void => {
  const tab = liveSheet(shop).tabNamed('Orders');
  tab?.deleteRows(150, 50);
  for (let row = 100; row < 120; row++) {
    tab?.setValue(row, 2, `=IMPORTDATA("x${row}")`);
    tab?.setValue(row, 10, row);
    tab?.setValue(row, 15, 'Lake');
    if (row < 105) tab?.setValue(row, 0, `typed over ${row}`);
    if (row > 115) tab?.setValue(row, 1, '');
  }
};

test('50 rows deleted and 20 garbled come back from last night; what came since stays; no email; numbers go on', async () => {
  const shop = await shopWithOrders(ORDERS);
  onlyTrigger(shop, 'App.onSheetEdit');
  await runNightly(shop);
  const [backup] = copiesOf(shop);
  await shop.post({ ...PAUL, orderId: 'since', email: 'since@example.com' });
  await shop.type('L5', 'paid', 'staff');
  const [orders, entries, emails] = [byId(shop.rows('Orders')), ledger(shop), customerEmails(shop)];
  ruin(shop);

  const call = await openBackups(shop);
  const seen = await call<Comparison>('restore.compare', backup?.id);
  const kinds = seen.found.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'missing')).toHaveLength(50);
  expect(kinds.filter((kind) => kind === 'changed')).toHaveLength(20);
  expect(kinds.filter((kind) => kind === 'moved on')).toHaveLength(1);
  expect(seen).toMatchObject({ newer: { count: 1 }, odd: { count: 0 }, troubles: [] });

  const { dry } = await restoreAll(shop, backup?.id ?? '');
  expect(dry).toEqual({ restored: 70, unchanged: 0, troubles: [] });
  expect(byId(shop.rows('Orders'))).toEqual(orders);
  expect(ledger(shop)).toEqual(entries);
  await shop.office.call('App.sweep');
  expect(customerEmails(shop)).toBe(emails);
  expect(shop.rows('Activity').filter(({ Event }) => Event === 'restored')).toHaveLength(70);
  expect(await shop.post({ ...PAUL, orderId: 'after' })).toMatchObject({ ok: true, orderNumber: numberOf(ORDERS + 2) });
});

test('the same from the Ledger alone, by a member of the staff', async () => {
  const shop = await shopWithOrders(ORDERS);
  onlyTrigger(shop, 'App.onSheetEdit');
  const [orders, entries, emails] = [byId(shop.rows('Orders')), ledger(shop), customerEmails(shop)];
  ruin(shop);
  await restoreAll(shop, 'ledger', undefined, 'staff');

  expect(byId(shop.rows('Orders'))).toEqual(orders);
  expect(ledger(shop)).toEqual(entries);
  await shop.office.call('App.sweep');
  expect(customerEmails(shop)).toBe(emails);
  expect(await shop.post({ ...PAUL, orderId: 'after' })).toMatchObject({ orderNumber: numberOf(ORDERS + 1) });
});

test('a whole Orders tab that was deleted comes back from the Ledger, once set-up has made the tab', async () => {
  const shop = await shopWithOrders(60);
  const orders = byId(shop.rows('Orders'));
  liveSheet(shop).tabNamed('Orders')?.deleteRows(1, 60);
  await restoreAll(shop, 'ledger');
  expect(byId(shop.rows('Orders'))).toEqual(orders);
});

test('where Ledger and Activity are gone, statuses that a sort moved are not believed in any row', async () => {
  const shop = await shopWithOrders(4);
  await shop.type('L2', [['paid'], ['pending'], ['paid'], ['cancelled']]);
  await runNightly(shop);
  const before = byId(shop.rows('Orders'));
  const [backup] = copiesOf(shop);
  const sheet = liveSheet(shop);
  for (const name of ['Ledger', 'Activity']) sheet.tabNamed(name)?.deleteRows(1, 30);
  onlyTrigger(shop, 'none');
  await shop.type('L2', [['pending'], ['paid'], ['cancelled'], ['paid']]);
  await restoreAll(shop, backup?.id ?? '');
  expect(byId(shop.rows('Orders'))).toEqual(before);
  expect(shop.notes('Orders').L3).toContain('This cell showed "paid"');
});

test('a Ledger that lost everything comes back from a backup; what was emailed since is not emailed again', async () => {
  const shop = await shopWithOrders(3);
  await runNightly(shop);
  const [backup] = copiesOf(shop);
  await shop.type('L3', 'paid');
  await shop.type('L4', [['paid']]);
  await shop.type('L4', 'shipped');
  await shop.office.call('App.sweep');
  onlyTrigger(shop, 'App.onSheetEdit');
  const emails = customerEmails(shop);
  const tab = liveSheet(shop).tabNamed('Ledger');
  tab?.deleteRows(1, 3);
  await restoreAll(shop, backup?.id ?? '');

  expect(
    shop
      .rows('Ledger')
      .map(({ 'Order ID': id, Status }) => [id, Status])
      .sort(),
  ).toEqual([
    ['order-1', 'pending'],
    ['order-2', 'paid'],
    ['order-3', 'shipped'],
  ]);
  // Eight mornings, at the hour at which customers are asked for feedback: that of the order shipped since was to come.
  for (let day = 1; day <= 8; day++) {
    await shop.office.advance(24 * HOUR);
    await shop.office.call('App.sweep');
  }
  expect(customerEmails(shop)).toBe(emails + 1);
  expect(shop.rows('Outbox').filter(({ Kind }) => Kind === 'feedback')).toMatchObject([{ 'Order ID': 'order-3' }]);
  expect(await shop.post({ ...PAUL, orderId: 'next' })).toMatchObject({ orderNumber: 'ASDAR26-0004' });
});

test('orders canceled by mistake go back to their statuses if someone selects them, and nobody is emailed', async () => {
  const shop = await shopWithOrders(3);
  await shop.type('L2', 'paid');
  await runNightly(shop);
  const [backup] = copiesOf(shop);
  await shop.type('L2', [['cancelled'], ['cancelled']]);
  const emails = customerEmails(shop);
  await restoreAll(shop, backup?.id ?? '', ['moved on']);

  expect(shop.rows('Orders')).toMatchObject([
    { Status: 'paid', 'Shipping Status': 'to ship' },
    { Status: 'pending' },
    {},
  ]);
  expect(shop.rows('Ledger').map(({ Status }) => Status)).toEqual(['paid', 'pending', 'pending']);
  await shop.office.call('App.sweep');
  await shop.type('L3', 'cancelled');
  expect(customerEmails(shop)).toBe(emails);
});

test('feedback and own columns come back with a row that is written again', async () => {
  const shop = await shopWithOrders(2);
  await shop.office.edit({ sheet: 'Orders', range: 'S1', values: [['Tracking Number']] });
  await shop.office.edit({ sheet: 'Orders', range: 'S2', values: [['9400 1000']] });
  await shop.post({ route: 'orders/feedback', orderNumber: 'ASDAR26-0001', rating: 5, feedback: '=Great' });
  await runNightly(shop);
  const orders = byId(shop.rows('Orders'));
  liveSheet(shop).tabNamed('Orders')?.deleteRows(1, 1);
  await restoreAll(shop, copiesOf(shop)[0]?.id ?? '');

  expect(byId(shop.rows('Orders'))).toEqual(orders);
  expect(shop.formulas('Orders')).toEqual([]);
});

test('what changed after it was shown is left as it is, and said', async () => {
  const shop = await shopWithOrders(3);
  await runNightly(shop);
  const id = copiesOf(shop)[0]?.id;
  liveSheet(shop).tabNamed('Orders')?.deleteRows(2, 1);
  const call = await openBackups(shop);
  const { found } = await call<Comparison>('restore.compare', id);
  const chosen = found.map(({ id: order, kind }) => ({ id: order, kind }));
  await call('restore.run', 'ledger', chosen);
  expect(await call('restore.run', id, chosen)).toEqual({ restored: 0, unchanged: 1, troubles: [] });
  await shop.type('L4', 'paid');
  expect(await call('restore.run', id, chosen)).toEqual({
    restored: 0,
    unchanged: 0,
    troubles: ['ASDAR26-0002 has changed since you opened this list.'],
  });
});

test('other staff ask for a backup, which the next sweep makes, and cannot open one', async () => {
  const shop = await shopWithOrders(2);
  const call = await openBackups(shop, 'staff');
  expect(await call('backups.make')).toEqual({ ok: true, asked: true });
  expect(copiesOf(shop)).toEqual([]);
  await shop.office.advance(6 * 60_000);

  expect(copiesOf(shop)).toHaveLength(1);
  expect(await call('backups.list')).toMatchObject({
    isOperator: false,
    asked: '',
    backups: [{ rows: 2, state: 'checked' }],
  });
  expect(shop.rows('Activity').find(({ Event }) => Event === 'backup')).toMatchObject({
    By: 'asked by staff@cps-photos.example',
  });
  await expect(call('restore.compare', copiesOf(shop)[0]?.id)).rejects.toThrow('only the operator can open them');
});

test('the operator backs up right away', async () => {
  const shop = await shopWithOrders(2);
  const call = await openBackups(shop);
  expect(await call('backups.make')).toMatchObject({ ok: true, rows: 2, cents: 8_000 });
  expect(await call('backups.list')).toMatchObject({
    isOperator: true,
    backups: [{ rows: 2, cents: 8_000, state: 'checked' }],
  });
});

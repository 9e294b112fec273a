import { afterEach, expect, test } from '@jest/globals';
import {
  isOfSelfTest,
  OUTSIDE,
  tabOf,
  treatmentOfColumn,
  treatmentOfKept,
  treatmentOfProperty,
  unclassedColumns,
} from '../../src/privacy/register';
import { TABS } from '../../src/workbook/tabs';
import { copiesOf, liveSheet, runNightly } from '../backup/backup-shop';
import { link, open, sweepSoon } from '../customers/pages-shop';
import { closeOffices } from '../support/office';
import { PAUL, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterEach(closeOffices);

/** A shop in which everything was used that leaves something behind. */
const usedShop = async (): Promise<Shop> => {
  const shop = await open();
  await shop.post({ ...PAUL, orderId: 'o1' });
  await shop.post({ ...PAUL, orderId: 'o1' });
  await shop.post({ ...PAUL, orderId: 'o2', items: [] });
  await shop.get('route=orders');
  const card = await openPage(shop, 'Find order');
  await card('orders.note', 'o1', 'call first');
  await card('orders.mark', 'o1', 'paid and shipped', '');
  await card('orders.resend', 'o1', 'receipt', 'other@example.org');
  await shop.post({ route: 'orders/feedback', orderNumber: 'ASDAR26-0001', rating: 1, feedback: 'no' });
  await shop.office.request({ method: 'GET', query: link(shop, 'unsubscribe').split('?')[1] ?? '' });
  await shop.office.request({
    method: 'POST',
    query: link(shop, 'unsubscribe').split('?')[1] ?? '',
    body: 'sure=yes',
    contentType: 'application/x-www-form-urlencoded',
  });
  await openPage(shop, 'Today');
  await (await openPage(shop, 'Health'))('health.read');
  await (await openPage(shop, 'Reports > Sales report'))('report.make', { period: 'all' }).catch(() => null);
  await (await openPage(shop, 'Data > Self-test'))('selfTest.start').catch(() => null);
  await runNightly(shop);
  await sweepSoon(shop);
  await shop.post({ ...PAUL, orderId: 'o3', email: 'o3@example.com' });
  await (await openPage(shop, 'Data > Erase a customer'))('erase.run', 'o3@example.com');
  return shop;
};

test('every column of every tab of the program is classed', () => {
  expect(unclassedColumns()).toEqual([]);
});

test('whatever the product leaves behind in a tab, property, cache or file is classed in the register', async () => {
  const shop = await usedShop();
  const { world } = shop.office;
  const stores = world.properties.toJSON();
  const names = (kind: string): string[] =>
    Object.entries(stores).flatMap(([store, values]) => (store.startsWith(`${kind}:`) ? Object.keys(values) : []));
  const script = names('script');
  expect(script).toEqual(expect.arrayContaining(['SPREADSHEET_ID', 'BACKUPS', 'LAST_SWEEP']));
  expect(script.filter((name) => treatmentOfProperty(name) === null)).toEqual([]);
  expect(names('user').filter((name) => treatmentOfKept('user', name) === null)).toEqual([]);
  expect(names('document')).toEqual([]);
  const cached = world.cache.toJSON().flatMap(([, items]) => items.map(([name]) => name));
  expect(cached.length).toBeGreaterThan(3);
  expect(cached.filter((name) => treatmentOfKept('cache', name) === null)).toEqual([]);
  for (const { name } of liveSheet(shop).tabs) {
    const key = tabOf(name);
    if (isOfSelfTest(name)) continue;
    expect([name, key]).not.toEqual([name, null]);
    const headers = Object.keys(shop.rows(name)[0] ?? {});
    const known: readonly string[] = key ? TABS[key].columns.map(({ header }) => header) : [];
    const strange = headers.filter((header) => treatmentOfColumn(name, header) === 'shown' && !known.includes(header));
    if (key !== 'salesReport' && key !== 'scratch') expect([name, strange]).toEqual([name, []]);
  }
  const copies = copiesOf(shop).map(({ id }) => id);
  const files = world.drive.find(({ kind, id }) => kind === 'file' && id !== shop.office.bound);
  expect(files.filter(({ id }) => !copies.includes(id)).map(({ name }) => name)).toEqual([]);
  expect(Object.keys(OUTSIDE)).toContain('backups');
});

test('a property, column or cache cell that nobody has classed is named by no class', () => {
  expect(treatmentOfProperty('BIRTHDAYS')).toBeNull();
  expect(treatmentOfProperty('ERASED_x')).toBeNull();
  expect(treatmentOfKept('cache', 'customers:1')).toBeNull();
  expect(treatmentOfKept('user', 'LAST_CUSTOMER')).toBeNull();
  // What staff add belongs to them: it is shown.
  expect(treatmentOfColumn('Orders', 'Birthday')).toBe('shown');
  expect(treatmentOfColumn('My list', 'Email')).toBe('shown');
  expect(treatmentOfColumn('Activity until 2026-11-01 09.00.00', 'Detail')).toBe('cleaned');
});

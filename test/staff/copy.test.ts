import { afterAll, expect, test } from '@jest/globals';
import type { MenuItem } from 'local-apps-script';
import { closeOffices } from '../support/office';
import { openShop, PAUL } from '../support/shop';

afterAll(closeOffices);

const functionsOf = (items: readonly MenuItem[]): string[] =>
  items.flatMap((item) =>
    item.type === 'item' ? [item.function] : item.type === 'menu' ? functionsOf(item.menu.items) : [],
  );

test('in a copy every menu action says so, or changes nothing there and nothing outside it', async () => {
  const shop = await openShop();
  const { office } = shop;
  await shop.post(PAUL);
  await shop.post({ ...PAUL, customerName: 'Ann Lee' });
  const original = office.bound;
  const { copy } = office.copy();
  office.open(copy);
  await office.openSheet();
  const [menu] = office.world.ui.menusOf(copy, 'operator@cps-photos.example');
  const names = functionsOf(menu?.items ?? []);
  expect(names.length).toBeGreaterThan(15);
  const { world } = office;
  const states = () => [
    ...[original, copy].map((id) => JSON.stringify(world.workbooks.get(id))),
    JSON.stringify(world.drive),
    JSON.stringify(world.properties),
  ];
  office.select({ sheet: 'Orders', range: 'A2:A3' });
  const before = states();
  const emails = shop.emails().length;
  const triggers = office.world.triggers.all().length;
  for (const name of names) {
    office.select({ sheet: 'Orders', range: 'A2:A3' });
    const { outcome } = await office.call(name);
    if (outcome.status === 'failed') expect(outcome.error.message).toContain('copy of the live sheet');
  }
  expect(states()).toEqual(before);
  expect(shop.emails()).toHaveLength(emails);
  expect(office.world.triggers.all()).toHaveLength(triggers);
});

test('a menu action that fails says so with a reference, which the Activity tab explains', async () => {
  const { office, post, rows } = await openShop();
  await post(PAUL);
  office.select({ sheet: 'Orders', range: 'A2' });
  office.addFault({
    service: 'Sheets.Spreadsheets.Values.batchGet',
    nth: 1,
    kind: 'before',
    message: 'Service unavailable',
  });
  const { outcome } = await office.call('App.markPaid');
  office.clearFaults();
  const message = outcome.status === 'failed' ? outcome.error.message : '';
  const [, reference = '?'] = /^Something went wrong: Service unavailable.*\(Reference (\w+)\)$/.exec(message) ?? [];
  expect(rows('Activity').at(-1)?.Detail).toBe(
    `The menu's markPaid failed (INTERNAL ${reference}): Service unavailable`,
  );
  expect(rows('Orders')[0]?.Status).toBe('pending');
});

test('the menu shows its version and follows the order of the day’s work', async () => {
  const { office } = await openShop();
  await office.openSheet();
  const [menu] = office.world.ui.menusOf(office.bound, 'operator@cps-photos.example');
  expect(menu?.caption).toMatch(/^CPS Orders \d+\.\d+\.\d+/);
  const names = (menu?.items ?? []).flatMap((item) =>
    item.type === 'item' ? [item.caption] : item.type === 'menu' ? [`${item.menu.caption} >`] : [],
  );
  expect(names).toEqual([
    ...['Today', 'Find order', 'New order', 'Mark selection >', 'Step back', 'Print >', 'Reports >', 'Emails >'],
    ...['Events and prices >', 'Data >', 'Health', 'Settings', 'Set up this sheet'],
  ]);
});

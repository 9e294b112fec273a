import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OLD_MENU } from '../../demo/old-menu';
import { closeOffices } from '../support/office';
import { openShop, type Shop } from '../support/shop';

afterAll(closeOffices);

type Shown = { readonly item?: string; readonly menu?: string; readonly items?: readonly Shown[] };

const pathsOf = (items: readonly Shown[], before: string): string[] =>
  items.flatMap(({ item, menu, items: below = [] }) =>
    menu === undefined
      ? (item ?? []) && [`${before} > ${item}`]
      : [`${before} > ${menu}`, ...pathsOf(below, `${before} > ${menu}`)],
  );

let shop: Shop;
let paths: readonly string[];
beforeAll(async () => {
  shop = await openShop();
  await shop.office.menu({ item: 'Health' });
  const [menu] = ((await shop.office.state()) as unknown as { menu: Shown[] }).menu;
  paths = pathsOf(menu?.items ?? [], 'CPS Orders');
});

/** The rooms and pages of what staff work with. */
const READ = [
  ...['entrypoints', 'staff', 'statuses', 'print', 'reports', 'ui-kit'].map((room) => join('src', room)),
  join('docs', 'staff-guide.md'),
  join('docs', 'statuses.md'),
];

const filesIn = (place: string): string[] =>
  place.endsWith('.md')
    ? [place]
    : readdirSync(place, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => join(place, file));

test('every menu path that staff read names an item that exists, or a menu', () => {
  const named = READ.flatMap(filesIn).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/CPS Orders > [A-Z][^\n`*'"]*/g)].map(([path]) => ({ file, path })),
  );
  expect(named.length).toBeGreaterThan(15);
  const unknown = named.filter(
    ({ path }) => !paths.some((known) => path.startsWith(known) && (isItem(known) || !path.startsWith(`${known} > `))),
  );
  expect(unknown).toEqual([]);
});

/** Whether a path leads to an item, not to a menu below the menu. */
const isItem = (path: string): boolean => !paths.some((other) => other.startsWith(`${path} > `));

test('the host accepts menu items by the names that they had before, and each leads to an item of today', async () => {
  expect(Object.keys(OLD_MENU).length).toBeGreaterThan(0);
  for (const [old, now] of Object.entries(OLD_MENU)) {
    expect(paths).toContain(`CPS Orders > ${now}`);
    expect(paths).not.toContain(`CPS Orders > ${old}`);
  }
  await shop.office.menu({ item: 'Emails > Waiting emails' });
  expect(shop.office.records.at(-1)).toMatchObject({ function: 'App.whatWaits', status: 'completed' });
  await expect(shop.office.menu({ item: 'Emails > What never was' })).rejects.toThrow(/there is no menu item/);
});

import type { Menu, MenuItem } from '../google/ui-store';

const SEPARATOR = ' > ';

const entries = (items: readonly MenuItem[], path: string): { path: string; function: string }[] =>
  items.flatMap((item) => {
    if (item.type === 'separator') return [];
    if (item.type === 'item') return [{ path: `${path}${item.caption}`, function: item.function }];
    return entries(item.menu.items, `${path}${item.menu.caption}${SEPARATOR}`);
  });

/** The functions of a menu's entries, by their paths: `Mark selection > done`. */
const menuEntries = (menus: readonly Menu[]): readonly { readonly path: string; readonly function: string }[] =>
  menus.flatMap((menu) => entries(menu.items, ''));

/**
 * The function of an entry, named with or without the menu's own caption in front.
 * @throws RangeError that lists the entries when there is none of that name.
 */
export const functionOf = (menus: readonly Menu[], item: string): string => {
  const all = menuEntries(menus);
  const withCaption = menus.flatMap((menu) => entries(menu.items, `${menu.caption}${SEPARATOR}`));
  const found = [...all, ...withCaption].find(({ path }) => path === item);
  if (found) return found.function;
  throw new RangeError(
    `there is no menu item ${JSON.stringify(item)}. The menu has: ${all.map(({ path }) => path).join(', ')}`,
  );
};

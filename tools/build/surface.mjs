import vm from 'node:vm';
import { handlerNames } from './handlers.mjs';

/**
 * An item of the menu, or a menu below it, as src/entrypoints/menu.ts writes it.
 * @typedef {{ name: string, handler?: string, does?: unknown, opens?: { page: string }, title?: string, with?: unknown, items?: Entry[] }} Entry
 * What people at the keyboard find: the menu, and the pages of the dialogs.
 * @typedef {{ menu: Entry[], pages: string[] }} Surface
 */

/**
 * The menu and the dialogs, read from what the staff bundle exports. None for a project without them.
 * @param {string} staffBundle the script
 * @returns {Surface}
 */
export const surfaceOf = (staffBundle) => {
  const none = { menu: [], pages: [] };
  try {
    const { MENU = [], DIALOGS = [] } = vm.runInNewContext(`${staffBundle}\nStaffBundle`, {}, { timeout: 10_000 });
    return { menu: MENU, pages: DIALOGS.map((/** @type {{ page: string }} */ { page }) => page) };
  } catch {
    // A script that does not load is named by the checks of the scripts.
    return none;
  }
};

/**
 * The menu as Code.js holds it: `[name, handler]` for an item, `[name, lines]` for a menu below it.
 * @param {Entry[]} entries
 * @returns {unknown[]}
 */
export const menuLines = (entries) =>
  entries.map(({ name, handler, items }) => [name, items ? menuLines(items) : handler]);

/** The items with their paths: `Print > Labels`. @param {Entry[]} entries @param {string} above @returns {[string, Entry][]} */
const itemsIn = (entries, above = '') =>
  entries.flatMap((entry) =>
    entry.items
      ? itemsIn(entry.items, `${above}${entry.name} > `)
      : [/** @type {[string, Entry]} */ ([above + entry.name, entry])],
  );

/**
 * What is wrong with the menu, one sentence each. Code.js makes a method of App for each handler that is named here.
 * @param {Entry[]} menu
 * @param {string} staffBundle the script that holds it
 * @returns {string[]}
 */
export const menuProblems = (menu, staffBundle) => {
  const written = menu.length > 0 ? handlerNames(staffBundle) : [];
  /** @type {string[]} */
  const problems = [];
  /** @type {Map<string, Entry>} */
  const paths = new Map();
  /** @type {Map<unknown, [string, Entry]>} */
  const handlers = new Map();
  for (const [path, item] of itemsIn(menu)) {
    if (paths.has(path)) problems.push(`the menu has two items ${path}`);
    paths.set(path, item);
    if (!written.some((name) => item.handler === `App.${name}`))
      problems.push(`the menu's ${path} names ${item.handler}: a handler is written out as 'App.name'`);
    const [first, same] = handlers.get(item.handler) ?? [path, item];
    handlers.set(item.handler, [first, same]);
    const isSame = ['does', 'opens', 'title', 'with'].every(
      (part) => item[/** @type {'does'} */ (part)] === same[/** @type {'does'} */ (part)],
    );
    if (!isSame) problems.push(`the menu's ${path} names ${item.handler} as ${first} does, but does something else`);
  }
  return problems;
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import type { MenuItem, Office } from 'local-apps-script';
import { GET_ROUTES } from '../../src/entrypoints/web/get-routes';
import { POST_ROUTES } from '../../src/entrypoints/web/order-routes';
import { PAGES } from '../../src/entrypoints/web/page-asked';
import { parse, walk } from '../../tools/build/syntax.mjs';

/** A kind of way into the program: the heading of its table in docs/security.md. */
export const KINDS = [
  'Top-level functions',
  'Routes of the web app',
  'Customers’ pages',
  'Triggers',
  'Menu items and other methods of App',
  'Methods of dialogs',
] as const;
export type Kind = (typeof KINDS)[number];

/** The methods of App, read from the built Code.js. */
const appMethods = (folder: string): string[] => {
  const code = readFileSync(join(folder, 'Code.js'), 'utf8');
  const context = vm.createContext({});
  vm.runInContext(code, context);
  return vm.runInContext('Object.keys(App).filter((name) => typeof App[name] === "function")', context) as string[];
};

/** The methods of dialogs, `feature.what`: keys of objects in the built staff bundle. Others are never called (rpc.ts). */
const rpcMethods = (folder: string): string[] => {
  const found = new Set<string>();
  walk(
    parse(readFileSync(join(folder, 'staff-bundle.html'), 'utf8')),
    (node: { type: string; key: { value?: unknown } }) => {
      const name: unknown = node.type === 'Property' ? node.key.value : undefined;
      if (typeof name === 'string' && /^[a-zA-Z]+(\.[a-zA-Z]+)+$/.test(name) && !name.startsWith('App.'))
        found.add(name);
    },
  );
  return [...found];
};

const menuFunctions = (items: readonly MenuItem[]): string[] =>
  items.flatMap((item) =>
    item.type === 'item' ? [item.function] : item.type === 'menu' ? menuFunctions(item.menu.items) : [],
  );

/** Every way in, by kind, read from what was built and set up: a new one is found without anybody listing it. */
export const entryPoints = (office: Office, folder = 'dist'): Record<Kind, readonly string[]> => {
  const doors = [...office.functions];
  const triggers = [...new Set(office.world.triggers.all().map(({ handler }) => handler))];
  const [menu] = office.world.ui.menusOf(office.bound, 'operator@cps-photos.example');
  const methods = appMethods(folder).filter((name) => !doors.includes(name));
  const others = [...methods.map((name) => `App.${name}`), ...menuFunctions(menu?.items ?? [])];
  return {
    'Top-level functions': doors,
    'Routes of the web app': [
      ...GET_ROUTES.map(({ path }) => `GET ?route=${path}`),
      ...POST_ROUTES.map(({ path }) => `POST ${path}`.trim()),
    ],
    'Customers’ pages': PAGES.flatMap((page) => [`GET ?page=${page}`, `POST ?page=${page}`]),
    Triggers: triggers,
    'Menu items and other methods of App': [...new Set(others)].filter((name) => !triggers.includes(name)),
    'Methods of dialogs': rpcMethods(folder),
  };
};

/** The rows of docs/security.md, by kind: what is in backquotes in the first column of the table. */
export const documentedRows = (): Record<Kind, readonly string[]> => {
  const text = readFileSync('docs/security.md', 'utf8');
  const section = (kind: Kind): string => text.split(`## ${kind}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = (kind: Kind): string[] =>
    section(kind)
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => {
        const cells = line.split(' | ');
        const isWhole = cells.length === 7 && cells.every((cell) => cell.replace(/[|`\s]/g, '') !== '');
        if (!isWhole)
          throw new Error(
            `docs/security.md: this row needs seven cells that say something (the last names its tests): ${line}`,
          );
        return /^\| `([^`]+)`/.exec(line)?.[1] ?? '';
      });
  return Object.fromEntries(KINDS.map((kind) => [kind, rows(kind)])) as unknown as Record<Kind, readonly string[]>;
};

/** What is wrong with the tables, one sentence each that says what to do. */
export const tableProblems = (
  found: Record<Kind, readonly string[]>,
  documented: Record<Kind, readonly string[]>,
): string[] =>
  KINDS.flatMap((kind) => [
    ...found[kind]
      .filter((name) => !documented[kind].includes(name))
      .map(
        (name) =>
          `docs/security.md, "${kind}": add a row  | \`${name}\` | who reaches it | what it checks | worst case: a stranger | ... anybody through the shop | ... a customer with a link | test |`,
      ),
    ...documented[kind]
      .filter((name) => !found[kind].includes(name))
      .map((name) => `docs/security.md, "${kind}": take the row \`${name}\` out, there is no such thing any more`),
  ]);

import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { DIALOGS, METHODS } from '../../src/entrypoints/dialogs';
import { buildProduct } from '../../tools/build/product.mjs';
import { menuProblems } from '../../tools/build/surface.mjs';
import { fileOf, mainTs, project, removeProjects } from './project';

afterAll(removeProjects);

const ROOT = join(__dirname, '../..');

describe('the menu', () => {
  test('brings nothing of the other bundles into the script that runs all day, and nothing of staff to a page', async () => {
    const inputsOf = async (entry: string): Promise<string[]> => {
      const { metafile } = await build({
        entryPoints: [entry],
        absWorkingDir: ROOT,
        bundle: true,
        write: false,
        metafile: true,
      });
      return Object.keys(metafile.inputs);
    };
    const isOfDialogs = (path: string) =>
      /^src\/entrypoints\/(chores|dialogs|menu|menu-item|roll-activity|sweep-whole)\.ts$|\/methods\.ts$|^src\/(compose-staff|staff-bundle)\.ts$|\/sheet-tabBuilder\.ts$|\/deliver-due\.ts$/.test(
        path,
      );
    const isOfPages = (path: string) => /\/(customer-page|order-page|frame|take-feedback)\.ts$/.test(path);
    const isOfEmails = (path: string) => /mustache|\/(order-email|alert-email|greeting|items-table)\.ts$/.test(path);
    expect(
      (await inputsOf('src/main.ts')).filter((path) => [isOfDialogs, isOfPages, isOfEmails].some((is) => is(path))),
    ).toEqual([]);
    const ofPages = await inputsOf('src/page-bundle.ts');
    expect(ofPages.filter(isOfDialogs)).toEqual([]);
    expect(ofPages.filter(isOfPages)).toHaveLength(4);
    expect((await inputsOf('src/email-bundle.ts')).filter(isOfEmails).length).toBeGreaterThan(4);
    expect((await inputsOf('src/staff-bundle.ts')).filter(isOfDialogs).length).toBeGreaterThan(15);
  });
});

describe('a menu that is wrong is refused:', () => {
  const written = "var StaffBundle = ['App.showDay', 'App.showNight'];";
  const day = { name: 'Day', handler: 'App.showDay', does: () => null };

  test('one that is right is not', () => {
    const again = { ...day, name: 'The same day' };
    expect(
      menuProblems([day, { name: 'More', items: [again, { ...day, handler: 'App.showNight' }] }], written),
    ).toEqual([]);
  });

  test.each([
    ['two items of one path', [day, { ...day, handler: 'App.showNight' }], 'two items Day'],
    ['two of one path further down', [{ name: 'More', items: [day, day] }], 'the menu has two items More > Day'],
    ['a handler that is put together', [{ ...day, handler: 'App.showWeek' }], "written out as 'App.name'"],
    ['a handler that is no method of App', [{ ...day, handler: 'showDay' }], 'Day names showDay'],
    [
      'two items that do different things by one handler',
      [day, { ...day, name: 'Night', does: () => 'night' }],
      "the menu's Night names App.showDay as Day does, but does something else",
    ],
  ])('%s', (_, menu, words) => {
    expect(menuProblems(menu, written)).toEqual([expect.stringContaining(words)]);
  });
});

describe('a small product', () => {
  const main = `${mainTs}
    declare const __MENU__: string;
    export const menuMethods = Object.fromEntries((JSON.parse(__MENU__) as [string, string][]).map(([name, handler]) => [handler.replace('App.', ''), () => name]));`;
  const staffBundle = (menu: string, dialogs = '[]') =>
    `export const MENU = ${menu}; export const DIALOGS = ${dialogs};`;
  const problemsOf = async (menu: string, more: Record<string, string> = {}, dialogs = '[]') => {
    const root = project({ 'src/main.ts': main, 'src/staff-bundle.ts': staffBundle(menu, dialogs), ...more });
    return { root, ...(await buildProduct({ root })) };
  };

  test('gets a method of App for each item', async () => {
    const { root, problems } = await problemsOf("[{ name: 'Day', handler: 'App.showDay' }]");
    expect(problems).toEqual([]);
    expect(new Function(`${fileOf(root, 'dist/Code.js')}\nreturn App.showDay();`)()).toBe('Day');
  });

  test('may not name a trigger or a door in its menu', async () => {
    const { problems } = await problemsOf("[{ name: 'Day', handler: 'App.doGet' }]");
    expect(problems).toEqual([expect.stringContaining('Cannot set property doGet')]);
  });

  test('may not have an item whose handler is put together', async () => {
    const { problems } = await problemsOf("[{ name: 'Day', handler: ['App', 'showDay'].join('.') }]");
    expect(problems).toEqual([expect.stringContaining("the menu's Day names App.showDay")]);
  });

  test('makes the page of a dialog around its script, with its own styles', async () => {
    const pages = { 'src/ui-kit/base.css': 'body { margin: 0 }', 'src/day/page/day.tsx': "document.title = 'x';" };
    const { root, problems } = await problemsOf('[]', pages, "[{ page: 'day' }]");
    expect(problems).toEqual([]);
    const html = fileOf(root, 'dist/day.html');
    expect(html).toMatch(/<title><\?= title \?><\/title>\s*<style>[^<]*margin: 0[^<]*<\/style>\s*<\/head>/);
    expect(html).toMatch(
      /data-token="<\?= token \?>" data-options="<\?= options \?>"><\/main>\s*<script>[^<]*title = "x"/,
    );
    const styled = await problemsOf(
      '[]',
      { ...pages, 'src/day/page/day.css': 'p { color: red }' },
      "[{ page: 'day' }]",
    );
    expect(fileOf(styled.root, 'dist/day.html')).toMatch(/margin: 0[\s\S]*color: red/);
  });

  test('needs one page for each dialog', async () => {
    expect((await problemsOf('[]', {}, "[{ page: 'day' }]")).problems).toEqual([
      'the dialog day has no page: src has no day.tsx',
    ]);
    const twice = { 'src/ui-kit/base.css': '', 'src/a/day.tsx': '', 'src/b/day.tsx': '' };
    expect((await problemsOf('[]', twice, "[{ page: 'day' }]")).problems).toEqual([
      'the dialog day has several pages: src/a/day.tsx, src/b/day.tsx',
    ]);
  });
});

test('no two dialogs have a page or a method of the same name', () => {
  const pages = DIALOGS.map(({ page }) => page);
  expect([...new Set(pages)]).toEqual(pages);
  const methods = DIALOGS.flatMap((dialog) => Object.keys(dialog.methods));
  expect(methods.length).toBeGreaterThan(50);
  expect([...methods].sort()).toEqual(Object.keys(METHODS).sort());
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { type Loader, loadScript } from '../../script/load';
import { closeOffices, openOffice } from '../../testing';

afterEach(closeOffices);

const LOADERS: readonly Loader[] = ['compiled', 'gas-local'];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'load-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
};

/** Every global of a context that was loaded: its flags, its kind, and what it says of itself. */
const globals = (folder: string, loader: Loader): unknown => {
  const context = createContext({});
  loadScript(folder, context, loader);
  return JSON.parse(
    runInContext(
      `JSON.stringify(Object.entries(Object.getOwnPropertyDescriptors(globalThis)).map(([name, { value, ...flags }]) =>
        [name, typeof value, String(value), flags, typeof value === 'object' && value ? Object.keys(value) : []]))`,
      context,
    ),
  );
};

const SEVERAL = {
  '0.js': 'var order = ["0"];',
  'b.js': 'order.push("b"); function named() { return "b"; } const only = 1;',
  'a/inner.js': '"use strict"; order.push("a/inner"); class Inner { static is() { return this === undefined; } }',
  'a/z.gs': 'order.push("a/z"); var kept = typeof order; implied = 5;',
  'c.gs': 'order.push("c"); function named() { return "c"; } let count = only + 1; var fromEval = eval("only");',
  'page.html': 'not a script',
  'notes.txt': 'not one either',
};

test('a folder of several files has the same globals, however it is loaded', () => {
  const folder = folderWith(SEVERAL);
  const [compiled, byGasLocal] = LOADERS.map((loader) => globals(folder, loader));
  expect(compiled).toEqual(byGasLocal);
  expect(JSON.stringify(compiled)).toContain('"named","function"');
});

test('the files are run in the same order, and see what the others declare with let and const', async () => {
  const script = {
    ...SEVERAL,
    'd.js': 'function all() { return [order, only, count, fromEval, named(), Inner.name]; }',
  };
  for (const loader of LOADERS) {
    const office = openOffice({ script, loader });
    expect(await office.run({ function: 'all' })).toEqual({
      result: [['0', 'a/inner', 'a/z', 'b', 'c'], 1, 2, 1, 'c', 'Inner'],
    });
  }
});

test.each([
  ['throws', { 'a.js': 'var ran = 1;', 'b.js': '\n\nnull.x;', 'c.js': 'ran = 2;' }],
  ['is no JavaScript', { 'a.js': 'var ran = 1;', 'b.js': '\nfunction (', 'c.js': 'ran = 2;' }],
  ['declares a name again', { 'a.js': 'var ran = 1; let one;', 'b.js': 'const one = 2;', 'c.js': 'ran = 2;' }],
])('a file that %s fails alike, by its name and line, after what comes before it has run', (_, files) => {
  const folder = folderWith(files);
  const failures = LOADERS.map((loader) => {
    const context = createContext({});
    try {
      loadScript(folder, context, loader);
    } catch (error) {
      const { name, message, stack = '' } = error as Error;
      return { name, message, at: stack.split('\n').find((line) => line.includes('b.js')), ran: context.ran };
    }
    return null;
  });
  expect(failures[0]).toEqual(failures[1]);
  expect(failures[0]).toMatchObject({ at: expect.stringContaining(`${folder}/b.js:`), ran: 1 });
});

test('a file that was changed is compiled again', () => {
  const folder = folderWith({ 'a.js': 'var version = 1;' });
  const version = (): unknown => {
    const context = createContext({});
    loadScript(folder, context, 'compiled');
    return context.version;
  };
  expect(version()).toBe(1);
  writeFileSync(join(folder, 'a.js'), 'var version = 2;');
  utimesSync(join(folder, 'a.js'), new Date(), new Date(Date.now() + 2000));
  expect(version()).toBe(2);
});

test('one context leaves nothing behind for the next', () => {
  const folder = folderWith({ 'a.js': 'var times = (globalThis.times || 0) + 1; Array.prototype.mine = times;' });
  for (let run = 0; run < 3; run++) {
    const context = createContext({});
    loadScript(folder, context, 'compiled');
    expect([context.times, runInContext('[].mine', context)]).toEqual([1, 1]);
  }
});

test("the tests that have to pass with gas-local's loading use it", () => {
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.test.ts'));
  const told = files.filter((name) =>
    /^loadScriptsBy\('gas-local'\);$/m.test(readFileSync(join(__dirname, name), 'utf8')),
  );
  expect(told).toEqual([
    'google-script-run.test.ts',
    'html-service.test.ts',
    'reference.test.ts',
    'script-context.test.ts',
    'web-app.test.ts',
  ]);
});

import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { MENU } from '../../src/entrypoints/menu';
import { itemsOf } from '../../src/entrypoints/menu-item';
import { buildProduct } from '../../tools/build/product.mjs';
import { sideBundles } from '../../tools/build/scripts.mjs';
import { sampled } from '../support/campaign';
import { fileOf, project, pushedBy, removeProjects } from './project';

afterAll(removeProjects);

const ROOT = join(__dirname, '../..');
const HANDLERS = itemsOf(MENU).map(({ handler }) => handler.replace('App.', ''));

/** The methods of App of a built Code.js. */
const methodsOf = (code: string): readonly string[] =>
  new Function(`${code}\nreturn Object.keys(App).filter((name) => typeof App[name] === 'function');`)() as string[];

const OTHER_WAYS = [
  ['as a flat build', { flat: true }],
  ['as one script', { whole: true }],
  ['as one flat script', { whole: true, flat: true }],
] as const;

test.each([['as it is pushed', {}] as const, ...sampled(OTHER_WAYS, 3)])(
  'the product passes every check, and a method of App is behind every menu item, %s',
  async (_, options) => {
    const root = project();
    const out = join(root, 'dist');
    expect((await buildProduct({ root: ROOT, out, ...options })).problems).toEqual([]);
    const code = fileOf(out, 'Code.js');
    expect(code).toContain('function doPost()');
    for (const { name } of sideBundles) expect(existsSync(join(out, `${name}.html`))).toBe(!('whole' in options));
    expect(HANDLERS.length).toBeGreaterThan(40);
    expect(methodsOf(code)).toEqual(expect.arrayContaining(HANDLERS));
    for (const name of HANDLERS) expect(code.includes(`function ${name}()`)).toBe('flat' in options);
    if (Object.keys(options).length > 0) return;
    // What clasp would push is exactly what the build makes.
    copyFileSync(join(ROOT, '.clasp.json'), join(root, '.clasp.json'));
    const built = readdirSync(out).map((name) => `dist/${name}`);
    expect(built).toEqual(expect.arrayContaining(['dist/Code.js', 'dist/appsscript.json']));
    expect(pushedBy(root)).toEqual(built.sort());
  },
);

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildProduct } from '../../tools/build/product.mjs';
import { fileOf, mainTs, manifest, project, removeProjects } from './project';

afterAll(removeProjects);

const withScopes = (...names: string[]) =>
  JSON.stringify({ ...manifest, oauthScopes: names.map((name) => `https://www.googleapis.com/auth/${name}`) });

/** The top-level functions of a built bundle, run with nothing around them. */
const run = (root: string, expression: string): unknown =>
  new Function(`${fileOf(root, 'dist/Code.js')}\nreturn ${expression};`)();

describe('the product', () => {
  test('is one script with four doors, the pages and the manifest, and nothing from earlier builds', async () => {
    const root = project({ 'src/ui/order/order.html': '<p>Order</p>', 'dist/old.html': 'old' });
    expect((await buildProduct({ root })).problems).toEqual([]);
    expect(readdirSync(join(root, 'dist')).sort()).toEqual(['Code.js', 'appsscript.json', 'order.html']);
    expect(fileOf(root, 'dist/appsscript.json')).toBe(fileOf(root, 'appsscript.json'));
    expect(fileOf(root, 'dist/Code.js')).toMatch(
      /\nfunction doGet\(\) { return App\.doGet\.apply\(this, arguments\); }\nfunction doPost/,
    );
  });

  test('a door passes its arguments on and answers what the method answers', async () => {
    const rpc = 'export function rpc(...args: number[]): number[] { return args; }';
    const root = project({ 'src/main.ts': mainTs.replace(/export function rpc.*/, rpc) });
    await buildProduct({ root });
    expect(run(root, 'rpc(1, 2)')).toEqual([1, 2]);
  });

  test('knows its version', async () => {
    const root = project({
      'src/main.ts': `${mainTs}declare const __VERSION__: string; export const version = __VERSION__;`,
    });
    await buildProduct({ root });
    expect(run(root, 'App.version')).toBe('1.2.3');
  });

  test('newer syntax is lowered', async () => {
    const counter =
      'class Counter { #n = 0; next = () => ++this.#n; } export const count = () => new Counter().next();';
    const root = project({ 'src/main.ts': mainTs + counter });
    expect((await buildProduct({ root })).problems).toEqual([]);
    expect(run(root, 'App.count()')).toBe(1);
  });

  test('the scopes of the manifest are held against the bundle', async () => {
    const main = `${mainTs}declare const MailApp: any; export const send = () => MailApp.sendEmail({});`;
    const bad = project({ 'src/main.ts': main });
    expect((await buildProduct({ root: bad })).problems).toEqual([expect.stringContaining('MailApp needs it')]);
    const good = project({ 'src/main.ts': main, 'appsscript.json': withScopes('script.send_mail') });
    expect((await buildProduct({ root: good })).problems).toEqual([]);
  });

  test('a failed check leaves what was built before', async () => {
    const root = project({ 'src/main.ts': `${mainTs}setTimeout(() => 0, 1);`, 'dist/Code.js': 'before' });
    expect((await buildProduct({ root })).problems).toEqual([expect.stringContaining('setTimeout is not defined')]);
    expect(fileOf(root, 'dist/Code.js')).toBe('before');
  });

  test('source that does not bundle is named with file and line', async () => {
    const root = project({ 'src/main.ts': `import { a } from './missing';${mainTs}export const b = a;` });
    expect((await buildProduct({ root })).problems).toEqual([expect.stringMatching(/^src\/main\.ts:1: .*missing/)]);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  test('a BigInt is refused', async () => {
    const root = project({ 'src/main.ts': `${mainTs}export const big = () => 10n;` });
    expect((await buildProduct({ root })).problems).toEqual([expect.stringContaining('src/main.ts:7')]);
  });

  test('a page that the code opens must exist', async () => {
    const main = `${mainTs}declare const HtmlService: any; export const open = () => HtmlService.createTemplateFromFile('label');`;
    expect((await buildProduct({ root: project({ 'src/main.ts': main }) })).problems).toEqual([
      'the code opens the page label, but src has no label.html',
    ]);
    const root = project({ 'src/main.ts': main, 'src/ui/label/label.html': '<p>Label</p>' });
    expect((await buildProduct({ root })).problems).toEqual([]);
  });
});

describe('handlers', () => {
  const menu = `${mainTs}
    export const menu = () => ['App.markPaid', 'App.onSheetEdit', 'App.markPaid'];
    export const markPaid = () => 'paid';
    export const onSheetEdit = () => 'edited';`;

  test('are methods of App, and no doors', async () => {
    const root = project({ 'src/main.ts': menu });
    const { problems, report } = await buildProduct({ root, handlers: true });
    expect(problems).toEqual([]);
    expect(report).toEqual(expect.arrayContaining(['App.markPaid', 'App.onSheetEdit']));
    expect(run(root, 'typeof markPaid')).toBe('undefined');
  });

  test('are declared at top level, and named so, in a flat build that passes the same checks', async () => {
    const root = project({ 'src/main.ts': menu });
    expect((await buildProduct({ root, flat: true })).problems).toEqual([]);
    expect(run(root, 'App.menu()')).toEqual(['markPaid', 'onSheetEdit', 'markPaid']);
    expect(run(root, 'markPaid() + onSheetEdit()')).toBe('paidedited');
  });

  test('a missing one fails the build', async () => {
    const root = project({ 'src/main.ts': `${mainTs}export const menu = () => 'App.markPaid';` });
    expect((await buildProduct({ root })).problems).toEqual([expect.stringContaining('App.markPaid')]);
  });
});

describe('the staff bundle', () => {
  const main = `${mainTs}declare const HtmlService: any;
    export const nightly = () => new Function(HtmlService.createTemplateFromFile('staff-bundle') + ';return StaffBundle;')().nightly();`;
  const staffBundle = "export const nightly = () => 'tidied'; export const trigger = () => 'App.nightly';";

  test('is a script of its own in an HTML file, which the main script evaluates', async () => {
    const root = project({ 'src/main.ts': main, 'src/staff-bundle.ts': staffBundle });
    expect((await buildProduct({ root })).problems).toEqual([]);
    const service = { createTemplateFromFile: (name: string) => fileOf(root, `dist/${name}.html`) };
    const code = `${fileOf(root, 'dist/Code.js')}\nreturn App.nightly();`;
    expect(new Function('HtmlService', code)(service)).toBe('tidied');
  });

  test('names handlers that the main script has; a flat build declares them', async () => {
    const root = project({
      'src/main.ts': main,
      'src/staff-bundle.ts': staffBundle.replace('App.nightly', 'App.daily'),
    });
    expect((await buildProduct({ root })).problems).toEqual([expect.stringContaining('App.daily')]);
    const good = project({ 'src/main.ts': main, 'src/staff-bundle.ts': staffBundle });
    expect((await buildProduct({ root: good, flat: true })).problems).toEqual([]);
    expect(run(good, 'typeof nightly')).toBe('function');
    expect(fileOf(good, 'dist/staff-bundle.html')).not.toContain('App.nightly');
  });

  test('has its scopes held against the manifest', async () => {
    const sends = 'declare const MailApp: any; export const send = () => MailApp.sendEmail({});';
    const root = project({ 'src/main.ts': mainTs, 'src/staff-bundle.ts': sends });
    expect((await buildProduct({ root })).problems).toEqual([expect.stringContaining('MailApp needs it')]);
  });
});

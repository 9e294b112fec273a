import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildProduct } from '../../tools/build/product.mjs';
import { pushFolder, scriptId } from '../../tools/build/push-folder.mjs';
import { fileOf, project, removeProjects } from './project';

afterAll(removeProjects);

const ours = join(__dirname, '../..');
const id = '1aBcDeFgHiJkLmNoPqRsTuVwXyZ_0123456789-abcdef';

/** What clasp would push from a folder. It asks nobody. */
const pushed = (folder: string): string[] => {
  const clasp = join(ours, 'node_modules/@google/clasp/build/src/index.js');
  const options = { cwd: folder, encoding: 'utf8', stdio: 'pipe' } as const;
  const { filesToPush } = JSON.parse(execFileSync(process.execPath, [clasp, 'show-file-status', '--json'], options));
  return filesToPush.sort();
};

describe('clasp', () => {
  test('pushes the script, the manifest and every page, and nothing else', async () => {
    const root = project({
      'src/ui/order/order.html': '<p>Order</p>',
      'README.md': '',
      '.clasp.json': fileOf(ours, '.clasp.json'),
    });
    await buildProduct({ root });
    const files = ['dist/Code.js', 'dist/appsscript.json', 'dist/order.html'];
    expect(pushed(root)).toEqual(files);
    expect(pushed(await pushFolder(root, id))).toEqual(files);
  });

  test('pushes exactly what our own build makes', async () => {
    const root = project();
    copyFileSync(join(ours, '.clasp.json'), join(root, '.clasp.json'));
    await buildProduct({ root: ours, out: join(root, 'dist') });
    const built = readdirSync(join(root, 'dist')).map((name) => `dist/${name}`);
    expect(built).toEqual(expect.arrayContaining(['dist/Code.js', 'dist/appsscript.json']));
    expect(pushed(root)).toEqual(built.sort());
  });
});

describe('the script to push to', () => {
  test('comes from the environment before the local file', () => {
    const root = project({ '.clasp.local.json': JSON.stringify({ scriptId: `${id}-local` }) });
    expect(scriptId(root, { CPS_SCRIPT_ID: id })).toEqual({ id });
    expect(scriptId(root, {})).toEqual({ id: `${id}-local` });
  });

  test('is asked for when nobody has named it', () => {
    expect(scriptId(project(), {})).toEqual({ problem: expect.stringContaining('Set CPS_SCRIPT_ID') });
  });

  test.each(['put your id here', 'short'])('is not %p', (text) => {
    expect(scriptId(project(), { CPS_SCRIPT_ID: text })).toEqual({
      problem: expect.stringContaining('not a script id'),
    });
  });

  test('is not read from a file that is no JSON', () => {
    expect(scriptId(project({ '.clasp.local.json': 'id' }), {})).toEqual({
      problem: expect.stringContaining('not JSON'),
    });
  });

  test('gets into no file but the folder that is pushed from', async () => {
    const root = project({ '.clasp.json': fileOf(ours, '.clasp.json'), 'dist/Code.js': '' });
    const folder = await pushFolder(root, id);
    expect(JSON.parse(fileOf(folder, '.clasp.json'))).toEqual({ scriptId: id, rootDir: 'dist' });
    expect(fileOf(root, '.clasp.json')).toBe(fileOf(ours, '.clasp.json'));
  });
});

import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildProduct } from '../../tools/build/product.mjs';
import { pushFolder, scriptId } from '../../tools/build/push-folder.mjs';
import { fileOf, project, pushedBy, removeProjects } from './project';

afterAll(removeProjects);

const ours = join(__dirname, '../..');
const id = '1aBcDeFgHiJkLmNoPqRsTuVwXyZ_0123456789-abcdef';

describe('clasp', () => {
  test('pushes the script, the manifest and every page, and nothing else', async () => {
    const root = project({
      'src/ui/order/order.html': '<p>Order</p>',
      'README.md': '',
      '.clasp.json': fileOf(ours, '.clasp.json'),
    });
    await buildProduct({ root });
    const files = ['dist/Code.js', 'dist/appsscript.json', 'dist/order.html'];
    expect(pushedBy(root)).toEqual(files);
    expect(pushedBy(await pushFolder(root, id))).toEqual(files);
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

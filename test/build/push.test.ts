import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildProduct } from '../../tools/build/product.mjs';
import { pushFolder } from '../../tools/sheet/push-folder.mjs';
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
  test('gets into no file but the folder that is pushed from', async () => {
    const root = project({ '.clasp.json': fileOf(ours, '.clasp.json'), 'dist/Code.js': '' });
    const folder = await pushFolder(root, id);
    expect(JSON.parse(fileOf(folder, '.clasp.json'))).toEqual({ scriptId: id, rootDir: 'dist' });
    expect(fileOf(root, '.clasp.json')).toBe(fileOf(ours, '.clasp.json'));
  });
});

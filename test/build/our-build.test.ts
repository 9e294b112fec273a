import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { buildProduct } from '../../tools/build/product.mjs';
import { fileOf, project, removeProjects } from './project';

afterAll(removeProjects);

test.each([
  ['as it is pushed', {}],
  ['as a flat build', { flat: true }],
  ['as one script', { whole: true }],
  ['as one flat script', { whole: true, flat: true }],
])('the product passes every check %s', async (_, options) => {
  const out = join(project(), 'dist');
  expect((await buildProduct({ root: join(__dirname, '../..'), out, ...options })).problems).toEqual([]);
  expect(fileOf(out, 'Code.js')).toContain('function doPost()');
  expect(existsSync(join(out, 'staff-bundle.html'))).toBe(!('whole' in options));
});

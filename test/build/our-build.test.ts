import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { buildProduct } from '../../tools/build/product.mjs';
import { fileOf, project, removeProjects } from './project';

afterAll(removeProjects);

test.each([
  ['as it is pushed', false],
  ['as a flat build', true],
])('the product passes every check %s', async (_, flat) => {
  const out = join(project(), 'dist');
  expect((await buildProduct({ root: join(__dirname, '../..'), out, flat })).problems).toEqual([]);
  expect(fileOf(out, 'Code.js')).toContain('function doPost()');
});

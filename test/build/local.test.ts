import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { buildLocal } from '../../tools/build/local.mjs';
import { fileOf, project, removeProjects } from './project';

afterAll(removeProjects);

test('each part is built for the place where it runs', async () => {
  const root = project({
    'demo/main.ts':
      "import { createServer } from 'node:http'; import esbuild from 'esbuild'; export const x = [createServer, esbuild];",
    'packages/local-apps-script/script/worker.ts': 'export const worker = 1;',
    'packages/local-apps-script/script/prelude/index.ts':
      "import { now } from './now'; (globalThis as any).made = new Map([[1, now]]);",
    'packages/local-apps-script/script/prelude/now.ts': 'export const now = 2;',
    'packages/local-apps-script/script/prelude/language.ts': 'export const { Map } = globalThis;',
    'demo/page/main.ts': "import './grid.css'; document.title = 'Orders';",
    'demo/page/grid.css': 'table { color: red }',
    'packages/local-apps-script/page/index.html': '<title>Orders</title>',
  });
  expect((await buildLocal({ root })).problems).toEqual([]);
  expect(fileOf(root, 'build/host.mjs')).toMatch(/from "esbuild"/);
  expect(fileOf(root, 'build/worker.mjs')).toMatch(/export \{/);
  expect(fileOf(root, 'build/prelude.js')).not.toMatch(/import|export/);
  expect(fileOf(root, 'build/prelude.js')).toMatch(/\{\s*Map\s*\} = globalThis/);
  expect(fileOf(root, 'build/page/page.js')).toMatch(/document\.title/);
  expect(fileOf(root, 'build/page/page.css')).toMatch(/red/);
  expect(fileOf(root, 'build/page/index.html')).toBe('<title>Orders</title>');
});

test('a part that does not exist is left out', async () => {
  const root = project({ 'packages/local-apps-script/script/worker.ts': '' });
  expect(await buildLocal({ root })).toEqual({ problems: [], report: [expect.stringContaining('build/worker.mjs')] });
  expect(existsSync(join(root, 'build/host.mjs'))).toBe(false);
});

test('a part that does not bundle is named with file and line, and the others are built', async () => {
  const root = project({
    'demo/main.ts': "\nimport './gone';",
    'packages/local-apps-script/script/worker.ts': '',
  });
  expect((await buildLocal({ root })).problems).toEqual([expect.stringMatching(/^demo\/main\.ts:2: .*gone/)]);
  expect(existsSync(join(root, 'build/worker.mjs'))).toBe(true);
});

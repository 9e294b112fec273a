import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

test('the build refuses an option that it does not know, and names those it knows', () => {
  const root = join(__dirname, '../..');
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs', '--quite'], { cwd: root, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/unknown option --quite\. .*--quiet/);
});

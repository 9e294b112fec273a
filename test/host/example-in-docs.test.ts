import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

test('the example of the documentation is the one that runs', () => {
  const page = readFileSync('docs/local-apps-script.md', 'utf8');
  expect(page).toContain(readFileSync('test/host/example.test.ts', 'utf8'));
});

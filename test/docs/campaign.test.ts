import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** Each part of the campaign, as its own configuration finds it by what a test file imports. */
const inCampaign = (): string[] => {
  const { testMatch } = require('../../jest.campaign.cjs') as { readonly testMatch: readonly string[] };
  return testMatch.map((path) => path.replace('<rootDir>/', '').replace('.test.ts', ''));
};

/** The tests that a table of a section of CONTRIBUTING.md names in its second column. */
const namedIn = (section: string): string[] => {
  const [, text = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split(`### ${section}\n`);
  const rows = (text.split('\n#')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  return rows.flatMap((row) => row.split(' | ')[1]?.match(/(?:packages|test)\/[\w/-]+/g) ?? []);
};

test('CONTRIBUTING.md says of every test of the campaign, and of no other, how much of it npm test runs', () => {
  expect(namedIn('What runs when').sort()).toEqual(inCampaign().sort());
});

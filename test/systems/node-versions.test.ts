import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { suits } from '../../tools/shared/node-versions.mjs';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const { engines } = json('package.json');

/** The oldest of each line that package.json names, and some that are newer. */
const OURS = ['20.19.0', '20.20.2', '22.16.0', '22.22.0', '24.0.0', '24.12.0', '26.0.0'];

test.each([
  ['20.19.0', '^20.19.0 || ^22.16.0 || >=24.0.0', true],
  ['20.18.3', '^20.19.0 || ^22.16.0 || >=24.0.0', false],
  ['22.15.1', '^20.19.0 || ^22.16.0 || >=24.0.0', false],
  ['23.11.0', '^20.19.0 || ^22.16.0 || >=24.0.0', false],
  ['24.0.0', '^20.19.0 || ^22.16.0 || >=24.0.0', true],
  ['20.0.0', '>= 18', true],
  ['20.0.0', '18 || 20 || >=22', true],
  ['21.0.0', '18 || 20 || >=22', false],
  ['22.1.0', '>18.12', true],
  ['18.0.0', '>18', false],
  ['20.1.0', '6.* || 8.* || >= 10.*', true],
  ['16.0.0', '>=16 || 14 >=14.17', true],
  ['14.16.0', '>=16 || 14 >=14.17', false],
  ['20.0.0', '*', true],
  ['20.1.0', '~20.1', true],
  ['20.2.0', '~20.1', false],
  ['20.9.0', '<20.10 >=18', true],
])('Node %s against "%s": %p', (version, range, expected) => {
  expect(suits(version, range)).toBe(expected);
});

test('a range that is not understood is not passed over', () => {
  expect(() => suits('20.0.0', 'lts')).toThrow('not understood');
});

test('every Node that package.json names suits each package of the lock file', () => {
  const locked: Record<string, { engines?: { node?: string } }> = json('package-lock.json').packages;
  for (const version of OURS) expect([version, suits(version, engines.node)]).toEqual([version, true]);
  const ranges = Object.entries(locked).flatMap(([name, { engines: { node = '' } = {} }]) =>
    node ? [{ name, node }] : [],
  );
  expect(ranges.length).toBeGreaterThan(300);
  const refused = OURS.flatMap((version) =>
    ranges.filter(({ node }) => !suits(version, node)).map(({ name, node }) => `${name} (${node}) refuses ${version}`),
  );
  expect(refused).toEqual([]);
});

// npm names them at every `npm ci`.
test('no package of the lock file is deprecated', () => {
  const locked: Record<string, { deprecated?: string }> = json('package-lock.json').packages;
  expect(Object.keys(locked).filter((name) => locked[name]?.deprecated !== undefined)).toEqual([]);
});

test('the lock file, .nvmrc and this Node say the same as package.json', () => {
  expect(json('package-lock.json').packages[''].engines).toEqual(engines);
  const wanted = readFileSync('.nvmrc', 'utf8').trim();
  expect(wanted).toMatch(/^\d+(\.\d+\.\d+)?$/);
  expect(suits(wanted.includes('.') ? wanted : `${wanted}.999.0`, engines.node)).toBe(true);
  expect(suits(process.versions.node, engines.node)).toBe(true);
});

test('CI runs .ci/run on three systems and on the oldest and the newest line of Node that package.json names', () => {
  const workflow = readFileSync('.github/workflows/ci.yml', 'utf8');
  expect(workflow).toMatch(/run: bash \.ci\/run\n/);
  const jobs = [...workflow.matchAll(/\{ os: ([\w.-]+), node: ["']([\d.]+)["'] \}/g)].map(([, os = '', node = '']) => ({
    os,
    node,
  }));
  for (const system of ['ubuntu', 'macos', 'windows', 'arm'])
    expect([system, jobs.some(({ os }) => os.includes(system))]).toEqual([system, true]);
  for (const { node } of jobs)
    expect([node, suits(node.includes('.') ? node : `${node}.999.0`, engines.node)]).toEqual([node, true]);
  for (const line of ['20.19.0', '22', '24']) expect(jobs.map(({ node }) => node)).toContain(line);
});

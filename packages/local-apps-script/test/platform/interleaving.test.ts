import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { closeOffices, openOffice } from '../../../../test/support/office';

afterAll(closeOffices);

/** A counter that is read and written without a lock, and one with. */
const SCRIPT = {
  'Code.js': `
function bump() {
  var p = PropertiesService.getScriptProperties();
  p.setProperty('n', String(Number(p.getProperty('n') || 0) + 1));
}
function locked() { var lock = LockService.getScriptLock(); if (!lock.tryLock(30000)) throw new Error('no lock'); bump(); lock.releaseLock(); }
function mark(name) {
  for (var i = 0; i < 3; i++) PropertiesService.getScriptProperties().setProperty('order', (CacheService.getScriptCache().get('x') || '') + name + Math.random());
}`,
};

const race = async (seed: number, name: string, count = 4): Promise<string | undefined> => {
  const office = openOffice({ script: SCRIPT, transport: 'workers', interleave: true, seed });
  await Promise.all(Array.from({ length: count }, () => office.run({ function: name })));
  return office.world.properties.read(`script:${office.bound}`).n;
};

test('some seed shows the lost update of a counter without a lock', async () => {
  const ends = await Promise.all([1, 2, 3].map((seed) => race(seed, 'bump')));
  expect(ends.some((end) => end !== '4')).toBe(true);
});

test('no seed breaks the counter with a lock', async () => {
  expect(await Promise.all([1, 2, 3].map((seed) => race(seed, 'locked')))).toEqual(['4', '4', '4']);
});

/** Four executions of the script above at once. */
const MARKS = `['a', 'b', 'c', 'd'].map((name) => office.run({ function: 'mark', args: [name] }))`;

/** Four orders posted to the product at once. */
const POSTS = `['a', 'b', 'c', 'd'].map((name) => office.request({ method: 'POST', query: '', contentType: 'application/json', body: JSON.stringify({
  orderId: name, customerName: 'Ann ' + name, email: name + '@example.com', street: '1 Main St', city: 'Orlando', state: 'FL', zipCode: '32801',
  eventCode: 'ASDAR26', items: [{ photoNumber: '1234', qty4x6: 1 }] }) }))`;

/** Runs a race in a process of its own and gives the order of the calls, and how the executions ended. */
const orderInNewProcess = (folder: string, script: string, race: string, seed: number): string => {
  const program = `
import { Clock, Office, World } from './local.mjs';
const clock = new Clock();
clock.freeze(Date.parse('2026-10-02T15:00:00Z'));
const world = new World(clock);
const office = new Office({ world, script: process.argv[2], transport: 'workers', seed: Number(process.argv[3]), interleave: true, build: process.argv[4] });
office.create();
if (office.functions.includes('doPost')) {
  await office.call('App.setUp');
  world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'open'], { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound });
}
const order = [];
const perform = world.perform.bind(world);
world.perform = (name, args, actor, since) => { order.push([actor.execution, name, JSON.stringify(args)]); return perform(name, args, actor, since); };
await Promise.all(${race});
console.log(JSON.stringify({ order, ends: office.records.map(({ status, calls }) => ({ status, calls })) }));
await office.close();`;
  writeFileSync(join(folder, 'program.mjs'), program);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['program.mjs', script, String(seed), join(process.cwd(), 'build')],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'America/New_York' },
    },
  );
  expect(stderr).toBe('');
  return stdout;
};

interface Race {
  readonly order: readonly (readonly [execution: string, name: string, args: string])[];
  readonly ends: readonly { readonly status: string; readonly calls: Readonly<Record<string, number>> }[];
}

let folder = '';

beforeAll(() => {
  // Within the project, so that its packages are found.
  folder = mkdtempSync(join(process.cwd(), 'build', 'race-'));
  const contents = `export * from './packages/local-apps-script/google/clock'; export * from './packages/local-apps-script/google/world'; export * from './packages/local-apps-script/office';`;
  buildSync({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile: join(folder, 'local.mjs'),
  });
  mkdirSync(join(folder, 'script'));
  writeFileSync(join(folder, 'script', 'Code.js'), SCRIPT['Code.js']);
  writeFileSync(join(folder, 'script', 'appsscript.json'), '{"timeZone":"America/New_York"}');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the same seed gives the same order of calls, twice, in a new process', () => {
  const order = (seed: number) => orderInNewProcess(folder, join(folder, 'script'), MARKS, seed);
  const first = order(11);
  expect((JSON.parse(first) as Race).order).toHaveLength(24);
  expect(order(11)).toBe(first);
  expect(order(12)).not.toBe(first);
});

test('so do four orders posted to the product at once: each call, with its arguments, in the same order', () => {
  const order = (seed: number) => orderInNewProcess(folder, join(process.cwd(), 'dist'), POSTS, seed);
  const first = order(21);
  const { order: calls, ends } = JSON.parse(first) as Race;
  expect(ends.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed', 'completed', 'completed']);
  const commits = calls.filter(([, name]) => name === 'Sheets.Spreadsheets.batchUpdate');
  expect(new Set(commits.map(([execution]) => execution)).size).toBe(4);
  // They really took turns: an execution was interrupted by another.
  const turns = calls.filter(([execution], at) => at > 0 && calls[at - 1]?.[0] !== execution).length;
  expect(turns).toBeGreaterThan(calls.length / 4);
  expect(order(21)).toBe(first);
  expect(order(22)).not.toBe(first);
});

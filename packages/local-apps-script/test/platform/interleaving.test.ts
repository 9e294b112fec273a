import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice, openRaces, type Race, type Races } from '../../testing';

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

/** Four executions of the script above at the same time. */
const MARKS = `['a', 'b', 'c', 'd'].map((name) => office.run({ function: 'mark', args: [name] }))`;

let races: Races | undefined;

beforeAll(() => {
  races = openRaces();
  mkdirSync(join(races.folder, 'script'));
  writeFileSync(join(races.folder, 'script', 'Code.js'), SCRIPT['Code.js']);
  writeFileSync(join(races.folder, 'script', 'appsscript.json'), '{"timeZone":"America/New_York"}');
});

afterAll(() => races?.remove());

test('the same seed gives the same order of calls, twice, in a new process', () => {
  const order = (seed: number): string => races?.run({ script: join(races.folder, 'script'), race: MARKS, seed }) ?? '';
  const first = order(11);
  expect((JSON.parse(first) as Race).order).toHaveLength(24);
  expect(order(11)).toBe(first);
  expect(order(12)).not.toBe(first);
});

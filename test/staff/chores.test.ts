import { expect, test } from '@jest/globals';
import { type Chore, runChores } from '../../src/entrypoints/chores';

const cache = () => {
  const kept = new Map<string, string>();
  return {
    get: (key: string) => kept.get(key) ?? null,
    put: (key: string, value: string) => void kept.set(key, value),
  };
};

/** Runs three chores, of which the second fails; tells what was done and reported. */
const run = (ports: { cache: ReturnType<typeof cache>; sends: boolean }) => {
  const done: string[] = [];
  const chore = (name: string, run = () => void done.push(name)): Chore<unknown> => ({ name, run });
  const fails = chore('the digest', () => {
    throw new Error('no room');
  });
  runChores(ports, 'nightly', [chore('the backup'), fails, chore('the list')], (error, what) =>
    done.push(`${what}: ${(error as Error).message}`),
  );
  return done;
};

test('a chore that fails is reported and does not stop the others', () => {
  expect(run({ cache: cache(), sends: true })).toEqual(['the backup', 'the digest: no room', 'the list']);
});

test('a trigger that is called again within the hour does nothing', () => {
  const ports = { cache: cache(), sends: true };
  run(ports);
  expect(run(ports)).toEqual([]);
});

test('a trigger of anybody but the operator does nothing', () => {
  expect(run({ cache: cache(), sends: false })).toEqual([]);
});

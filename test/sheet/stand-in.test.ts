import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { fileOf, removeProjects } from '../build/project';
import { place, SCRIPT, STAND_IN } from './google-behind';

afterAll(removeProjects);

const claspProgram = join(__dirname, '../../node_modules/@google/clasp/build/src/index.js');

/** clasp's own source, its compiled messages included. */
const source = (): string => {
  const folder = join(claspProgram, '..');
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
};

test("what the stand-in says is in clasp's own source", () => {
  const text = source();
  const words = [
    ...fileOf(join(STAND_IN, '..'), 'clasp-stand-in.mjs').matchAll(
      /(?:thrown|passedOver|console\.log)\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map(([, said = '']) => said);
  const fromGoogle = ['User has not enabled', 'The caller does not', 'Requested entity'];
  const fromClasp = words.filter((said) => !fromGoogle.some((start) => said.startsWith(start)));
  expect(fromClasp).toEqual(
    expect.arrayContaining(['No credentials found.', 'Skipping push.', 'Project file already exists.']),
  );
  for (const said of [...fromClasp, 'Script is already up to date.']) expect(text).toContain(said);
});

test('clasp itself answers as the stand-in does where it needs no Google', () => {
  const here = place({ signedIn: false });
  const folder = join(here.root, 'build/new-sheet');
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, HOME: here.root, USERPROFILE: here.root };
  for (const args of [
    ['create-script', '--type', 'sheets', '--title', 'Orders', '--project', folder, '--json'],
    // Without --project it finds the .clasp.json of the folders above.
    ['create-script', '--type', 'sheets', '--title', 'Orders', '--json'],
    ['push', '--force', '--json'],
  ]) {
    const [own, other] = [claspProgram, STAND_IN].map((program) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
      return { status, stdout: stdout.trim(), stderr: stderr.trim() };
    });
    expect(other).toEqual(own);
  }
  expect(here.google().scripts[SCRIPT]).toBeUndefined();
});

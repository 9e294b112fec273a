import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { pagesOf } from '../docs/pages';
import { cleanUp, newFolder, runHost } from './host-process';

afterAll(cleanUp);

const PAGES = pagesOf();

/** Where a command of the docs is run: here, by CI, or by a test of its own. Those that reach a Google account are run by nobody but their reader. */
const SHOWN: readonly (readonly [
  command: RegExp,
  where:
    | 'here'
    | 'CI'
    | 'needs Google'
    | 'needs the network'
    | 'takes hours'
    | `${'' | 'packages/local-apps-script/'}test/${string}`,
])[] = [
  [/^npm start( --( .*)?)?$/, 'here'],
  [/^npm run build$/, 'here'],
  [/^npm run build -- --flat$/, 'test/build/our-build.test.ts'],
  [/^npm run build -- --calls$/, 'test/build/calls.test.ts'],
  [/^node build\/host\.mjs --help$/, 'here'],
  [/^npm (ci|test)$/, 'CI'],
  [/^npm run (check|types|test:campaign)$/, 'CI'],
  [/^npm run test:campaign -- test\/\S+( test\/\S+)*$/, 'CI'],
  [/^npm run test:(whole|matrix)$/, 'takes hours'],
  [/^node tools\/beliefs\.mjs( --write)?$/, 'CI'],
  [/^node tools\/services-doc\.mjs$/, 'packages/local-apps-script/test/matrix.test.ts'],
  [/^node tools\/layers\.mjs( --write)?$/, 'CI'],
  [/^node tools\/settings-doc\.mjs$/, 'test/set-up/settings-doc.test.ts'],
  [/^npm run bench$/, 'test/bench/figures.test.ts'],
  [/^npx jest (DIR|test\/\S+( test\/\S+)*)$/, 'CI'],
  [/^npm run order -- examples\/order\.json$/, 'test/entrypoints/web/documents.test.ts'],
  [/^node build\.mjs --paste( --(flat|whole))?$/, 'test/install/paste.test.ts'],
  [/^npm run release -- (--notes )?\d\.\d\.\d$/, 'test/build/release.test.ts'],
  [/^npm run push( -- --(flat|whole|script ID)| ID)?$/, 'needs Google'],
  [/^npm run new-sheet( -- (--second|--title "[^"]+"))*( --title "[^"]+")?$/, 'needs Google'],
  [/^npm run update-sheet( -- --script ID)?$/, 'needs Google'],
  [/^npx clasp login$/, 'needs Google'],
  [/^npm audit$/, 'needs the network'],
  [/^node build\/host\.mjs --script \.\.\/my-project$/, 'test/host/start.test.ts'],
];

test('each test that is named for a command is there', () => {
  const tests = SHOWN.map(([, where]) => where).filter((where) => /(^|\/)test\//.test(where));
  expect(tests.filter((path) => !existsSync(path))).toEqual([]);
});

/** The commands of a page: lines of shell blocks, and what a sentence or table gives as `npm …`, `npx …`, `node …`. */
const commandsOf = (page: string): string[] => {
  const text = readFileSync(page, 'utf8');
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n'));
  const inline = [...text.matchAll(/`((?:[A-Z_]+=\S+ )?(?:npm|npx|node) [^`]+)`/g)].map(([, command = '']) => command);
  return [...blocks, ...inline]
    .flatMap((line) => line.replace(/\s#.*$/, '').split('&&'))
    .map((command) =>
      command
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^[A-Z_]+=(<[^>]*>|\S+) /, ''),
    )
    .filter((command) => command !== '');
};

test('every command of every page is known to run', () => {
  const unknown = PAGES.flatMap((page) =>
    commandsOf(page)
      .filter((command) => !SHOWN.some(([known]) => known.test(command)))
      .map((command) => `${page}: ${command}`),
  );
  expect(unknown).toEqual([]);
});

test('what CI runs is npm ci, npm test and the campaign, and npm test itself begins with every check', () => {
  expect(readFileSync('.ci/run', 'utf8')).toMatch(/npm ci .*&& npm test[\s\S]*npm run test:campaign/);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(scripts.test).toMatch(/^npm run check && /);
  expect(scripts.check).toBe('node tools/check.mjs');
  const check = readFileSync('tools/check.mjs', 'utf8');
  for (const part of ['types', 'style', 'unused', 'build']) expect(check).toContain(`scripts.${part},`);
  expect([scripts.style, scripts.unused]).toEqual([expect.stringMatching(/^biome ci/), 'knip']);
});

test('every option of npm start in the docs is one that the host knows', async () => {
  const { code, output } = await runHost('--help');
  expect(code).toBe(0);
  const options = PAGES.flatMap(commandsOf)
    .filter((command) => command.startsWith('npm start'))
    .flatMap((command) => command.match(/--[a-z]+/g) ?? []);
  for (const option of options) expect(output).toContain(option);
});

/** There npm is a script for a shell, and a program has no group of its own. */
const onWindows = process.platform === 'win32';

/** Runs an npm command until it has said something, or to its end. */
const npm = (args: readonly string[], awaited: RegExp): Promise<string> =>
  new Promise((done, failed) => {
    const child = spawn('npm', args, { detached: !onWindows, shell: onWindows });
    let said = '';
    const end = (): void => {
      try {
        if (onWindows) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
        else if (child.pid) process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has ended on its own.
      }
    };
    const hear = (text: Buffer): void => {
      said += text;
      if (awaited.test(said)) {
        end();
        done(said);
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => (awaited.test(said) ? done(said) : failed(new Error(said))));
  });

test('npm start sets up a sheet, fills it and prints its addresses', async () => {
  const args = ['start', '--', '--port', '0', '--data', newFolder(), '--fresh', '--sample', '3'];
  const said = await npm(args, /(curl -sL|Invoke-RestMethod) .*\n/);
  expect(said).toContain('3 sample orders are there.');
  expect(said).toMatch(/The sheet\s+http:\/\/localhost:\d+\//);
});

test('npm run build ends well and names what it has made', () => {
  const { status, stdout } = spawnSync('npm', ['run', 'build'], { encoding: 'utf8', shell: onWindows });
  expect(status).toBe(0);
  for (const made of ['dist/Code.js', 'build/host.mjs']) expect(stdout).toContain(made);
});

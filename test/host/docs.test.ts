import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { cleanUp, newFolder, runHost } from './host-process';

afterAll(cleanUp);

const PAGES = ['README.md', 'CONTRIBUTING.md', 'docs/install.md', 'docs/staff-guide.md', 'docs/architecture.md'];

/** Where a command of the docs is run. Those that reach a Google account are run by nobody but their reader. */
const SHOWN: readonly (readonly [command: RegExp, where: 'here' | 'CI' | 'a test of its own' | 'needs Google'])[] = [
  [/^npm start( --( .*)?)?$/, 'here'],
  [/^npm run build$/, 'here'],
  [/^node build\/host\.mjs --help$/, 'here'],
  [/^npm (ci|test)$/, 'CI'],
  [/^npm run (check|types|test:campaign)$/, 'CI'],
  [/^npm run test:campaign -- test\/\S+( test\/\S+)*$/, 'CI'],
  [/^node tools\/layers\.mjs( --write)?$/, 'CI'],
  [/^node tools\/settings-doc\.mjs$/, 'a test of its own'],
  [/^npm run bench$/, 'a test of its own'],
  [/^npx jest (DIR|test\/\S+( test\/\S+)*)$/, 'a test of its own'],
  [/^npm run push( -- --(flat|whole))?$/, 'needs Google'],
  [/^npx clasp /, 'needs Google'],
  [/^cd build\/push$/, 'needs Google'],
];

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

test.each(PAGES)('every command of %s is known to run', (page) => {
  const unknown = commandsOf(page).filter((command) => !SHOWN.some(([known]) => known.test(command)));
  expect(unknown).toEqual([]);
});

test('what CI runs is npm ci, npm test and the campaign, and npm test itself begins with every check', () => {
  expect(readFileSync('.ci/run', 'utf8')).toMatch(/npm ci .*&& npm test[\s\S]*npm run test:campaign/);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(scripts.test).toMatch(/^npm run check && /);
  for (const part of ['npm run types', 'biome', 'npm run build', 'knip']) expect(scripts.check).toContain(part);
});

test('every option of npm start in the docs is one that the host knows', async () => {
  const { code, output } = await runHost('--help');
  expect(code).toBe(0);
  const options = PAGES.flatMap(commandsOf)
    .filter((command) => command.startsWith('npm start'))
    .flatMap((command) => command.match(/--[a-z]+/g) ?? []);
  for (const option of options) expect(output).toContain(option);
});

/** Runs an npm command until it has said something, or to its end. */
const npm = (args: readonly string[], awaited: RegExp): Promise<string> =>
  new Promise((done, failed) => {
    const child = spawn('npm', args, { detached: true });
    let said = '';
    const end = (): void => {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has ended by itself.
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
  const said = await npm(args, /curl -sL .*\n/);
  expect(said).toContain('3 sample orders are there.');
  expect(said).toMatch(/The sheet\s+http:\/\/localhost:\d+\//);
});

test('npm run build ends well and names what it has made', () => {
  const { status, stdout } = spawnSync('npm', ['run', 'build'], { encoding: 'utf8' });
  expect(status).toBe(0);
  for (const made of ['dist/Code.js', 'build/host.mjs']) expect(stdout).toContain(made);
});

test('pages of the docs link only to pages that are there', () => {
  const missing = PAGES.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+\.md)[^)]*\)/g)].flatMap(([, link = '']) => {
      return existsSync(join(dirname(page), link)) ? [] : [`${page}: ${link}`];
    }),
  );
  expect(missing).toEqual([]);
});

test('every picture that a page of the docs shows is there', () => {
  const pages = ['README.md', ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))];
  const missing = pages.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)]
      .map(([, target = '']) => join(dirname(path), target))
      .filter((target) => !existsSync(target)),
  );
  expect(missing).toEqual([]);
});

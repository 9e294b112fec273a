// Runs the whole suite with each switch of the local Apps Script in its other positions: npm run test:matrix. It takes hours. Results
// are kept in build/switch-matrix/, so you can stop it and continue later.
//   npm run test:matrix -- --list                      list the positions and what has run
//   npm run test:matrix -- --switch undoFiresEdit      one switch (can be repeated)
//   npm run test:matrix -- test/intake test/statuses   only these tests, stored separately from the whole suite
//   npm run test:matrix -- --again                     run everything again, including what has run before
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

const root = fileURLToPath(new URL('..', import.meta.url));
const KEPT = join(root, 'build/switch-matrix');

/** @param {readonly string[]} args */
const choicesOf = (args) => {
  const rest = [...args];
  /** @type {{ switches: string[], tests: string[], list: boolean, again: boolean }} */
  const choices = { switches: [], tests: [], list: false, again: false };
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--list') choices.list = true;
    else if (arg === '--again') choices.again = true;
    else if (arg === '--switch') choices.switches.push(rest.shift() ?? '');
    else if (arg.startsWith('-'))
      throw new Error(`There is no option ${arg}. Use --switch NAME, --list, --again, or tests`);
    else choices.tests.push(arg);
  }
  return choices;
};

const { outputFiles } = await build({
  entryPoints: ['test/beliefs/register.ts'],
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'neutral',
  logLevel: 'silent',
});
const { text } = /** @type {{ text: string }} */ (outputFiles[0]);
/** @type {{ BELIEFS: readonly { switch?: string, other?: readonly (string | number | boolean)[] }[] }} */
const { BELIEFS } = await import(`data:text/javascript,${encodeURIComponent(text)}`);

const { switches, tests, list, again } = choicesOf(process.argv.slice(2));
const positions = BELIEFS.flatMap(({ switch: name, other = [] }) => (name ? other.map((at) => ({ name, at })) : []));
const unknown = switches.filter((name) => !positions.some((position) => position.name === name));
if (unknown.length > 0) throw new Error(`The register has no switch ${unknown.join(', ')}. See --list`);

const part = tests.length === 0 ? 'whole' : createHash('sha256').update(tests.join(' ')).digest('hex').slice(0, 8);
const fileOf = (/** @type {{ name: string, at: string | number | boolean }} */ { name, at }) =>
  join(KEPT, `${name}=${String(at).replace(/\W+/g, '-')}.${part}.json`);

/** What a run of Jest has come to. @param {string} file */
const resultOf = (file) => {
  const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = testResults
    .filter((/** @type {any} */ { status }) => status === 'failed')
    .flatMap((/** @type {any} */ { name, assertionResults }) => {
      const names = assertionResults.filter((/** @type {any} */ { status }) => status === 'failed');
      const path = name.replace(root, '');
      return names.length === 0 ? [path] : names.map((/** @type {any} */ { fullName }) => `${path}: ${fullName}`);
    });
  return { passed: numPassedTests, failed: numFailedTests, files: numFailedTestSuites, names: failed };
};

mkdirSync(KEPT, { recursive: true });
let isGood = true;
for (const position of positions.filter(({ name }) => switches.length === 0 || switches.includes(name))) {
  const file = fileOf(position);
  const words = `${position.name} ${position.at}`;
  if (list) {
    console.log(`${words}${existsSync(file) ? ': has run' : ''}`);
    continue;
  }
  if (again || !existsSync(file)) {
    console.log(`${words}: running ...`);
    spawnSync(
      process.execPath,
      [
        '--max-semi-space-size=64',
        'node_modules/jest/bin/jest.js',
        '--json',
        '--outputFile',
        file,
        '--silent',
        ...tests,
      ],
      {
        cwd: root,
        stdio: ['ignore', 'ignore', 'ignore'],
        env: { ...process.env, LOCAL_APPS_SCRIPT_SWITCHES: JSON.stringify({ [position.name]: position.at }) },
      },
    );
  }
  if (!existsSync(file)) {
    isGood = false;
    console.log(`${words}: Jest wrote no result`);
    continue;
  }
  const { passed, failed, files, names } = resultOf(file);
  isGood &&= failed + files === 0;
  console.log(`${words}: ${passed} passed, ${failed} failed`);
  for (const name of names) console.log(`    ${name}`);
}
process.exit(isGood ? 0 : 1);

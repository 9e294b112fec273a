import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SheetProblem } from './clasp.mjs';

/** The project's folder. */
export const projectRoot = () => fileURLToPath(new URL('../..', import.meta.url));

/** The clasp that comes with the packages. */
const claspProgram = () =>
  fileURLToPath(new URL('../../node_modules/@google/clasp/build/src/index.js', import.meta.url));

const ofBuild = /** @type {const} */ ({ flat: { type: 'boolean' }, whole: { type: 'boolean' } });

/**
 * Switches that npm kept to itself: some PowerShells take the `--` of `npm run push -- --flat` away, and npm then hands `--flat` on as a
 * variable. Options with a value can't be saved so (npm takes `--script ID` for its own `--script-shell`); for that one the
 * value alone will do.
 * @param {Record<string, string | undefined>} env
 * @param {readonly string[]} names
 * @returns {string[]}
 */
export const keptByNpm = (env, names) =>
  names.filter((name) => env[`npm_config_${name}`] === 'true').map((name) => `--${name}`);

/**
 * A command that changes a sheet: reads its options, builds, does it, and ends with one sentence when it can't.
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} Options
 * @param {string} name for its sentences
 * @param {string} main the option that may be given as its value alone
 * @param {Options} options its own; `--flat` and `--whole` go to the build
 * @param {(values: Record<string, any>) => void} check what can be refused before the build
 * @param {(place: import('./push.mjs').Place, values: Record<string, any>, version: string) => Promise<unknown>} run
 */
export const sheetCommand = async (name, main, options, check, run) => {
  try {
    const root = projectRoot();
    const all = { ...ofBuild, ...options };
    const switches = Object.keys(all).filter((option) => all[option]?.type === 'boolean');
    const values = parsed([...keptByNpm(process.env, switches), ...process.argv.slice(2)], main, all);
    check(values);
    const flags = ['flat', 'whole'].filter((flag) => values[flag]).map((flag) => `--${flag}`);
    const built = spawnSync(process.execPath, ['build.mjs', '--quiet', ...flags], { cwd: root, stdio: 'inherit' });
    if (built.status !== 0) process.exit(built.status ?? 1);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    await run({ root, clasp: claspProgram(), say: console.log }, values, version);
  } catch (error) {
    if (!(error instanceof SheetProblem)) throw error;
    console.error(`${name}: ${error.message}`);
    process.exit(1);
  }
};

/** @param {string[]} args @param {string} main @param {NonNullable<import('node:util').ParseArgsConfig['options']>} options */
const parsed = (args, main, options) => {
  const help = 'Use --help to list the options.';
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [alone, ...more] = positionals;
    if (more.length > 0) throw new SheetProblem(`unexpected word "${more[0]}". ${help}`);
    return alone === undefined ? values : { ...values, [main]: alone };
  } catch (error) {
    if (error instanceof SheetProblem) throw error;
    throw new SheetProblem(`${/** @type {Error} */ (error).message.split('. ')[0]}. ${help}`);
  }
};

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { bundlerProblems, filesBelow, writeWhole } from './files.mjs';

/** @type {import('esbuild').BuildOptions} */
const node = { platform: 'node', format: 'esm', target: 'node20', packages: 'external', sourcemap: 'inline' };

/** The parts of the local Apps Script: what runs where. @type {{ entry: string, out: string, options: import('esbuild').BuildOptions }[]} */
const parts = [
  { entry: 'packages/local-apps-script/host/main.ts', out: 'build/host.mjs', options: node },
  { entry: 'packages/local-apps-script/script/worker.ts', out: 'build/worker.mjs', options: node },
  { entry: 'demo/bench/main.ts', out: 'build/bench.mjs', options: node },
  // Evaluated inside the script's context, where there is neither Node nor a browser.
  {
    entry: 'packages/local-apps-script/script/prelude/index.ts',
    out: 'build/prelude.js',
    options: {
      format: 'iife',
      target: 'node20',
      platform: 'neutral',
      inject: ['packages/local-apps-script/script/prelude/language.ts'],
    },
  },
  {
    entry: 'packages/local-apps-script/page/main.ts',
    out: 'build/page/page.js',
    options: { format: 'iife', target: 'es2022', sourcemap: 'linked', minify: true },
  },
];

/**
 * Builds the local Apps Script into build/; a part whose entry file does not exist is left out.
 * @param {{ root: string }} options
 * @returns {Promise<{ problems: string[], report: string[] }>}
 */
export const buildLocal = async ({ root }) => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const built = await Promise.all([
    ...parts.filter(({ entry }) => existsSync(join(root, entry))).map((part) => buildPart(root, part, version)),
    copyPage(root),
  ]);
  return { problems: built.flatMap(({ problems }) => problems), report: built.flatMap(({ report }) => report) };
};

/** @param {string} root @param {typeof parts[number]} part @param {string} version */
const buildPart = async (root, { entry, out, options }, version) => {
  try {
    const result = await build({
      entryPoints: [entry],
      outfile: join(root, out),
      absWorkingDir: root,
      bundle: true,
      write: false,
      charset: 'utf8',
      loader: { '.svg': 'dataurl', '.png': 'dataurl' },
      define: { __VERSION__: JSON.stringify(version) },
      logLevel: 'silent',
      ...options,
    });
    await Promise.all(result.outputFiles.map(({ path, contents }) => writeWhole(path, contents)));
    const report = result.outputFiles.map(
      ({ path, contents }) => `${relative(root, path)}  ${(contents.length / 1000).toFixed(1)} kB`,
    );
    return { problems: [], report };
  } catch (error) {
    return { problems: bundlerProblems(error), report: [] };
  }
};

/** The page's files that need no bundling. @param {string} root */
const copyPage = async (root) => {
  const from = join(root, 'packages/local-apps-script/page');
  const to = join(root, 'build/page');
  const paths = (await Promise.all(['.html', '.css', '.svg'].map((ending) => filesBelow(from, ending)))).flat();
  await Promise.all(paths.map(async (path) => writeWhole(join(to, relative(from, path)), await readFile(path))));
  return { problems: [], report: [] };
};

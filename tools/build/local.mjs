import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { common, nodeProgram, partsOf } from '../../packages/local-apps-script/parts.mjs';
import { below } from '../shared/paths.mjs';
import { bundlerProblems, filesBelow, writeWhole } from './files.mjs';

const package_ = 'packages/local-apps-script';

/** The local Apps Script with what is about CPS in it, and the bench. @param {string} root */
const partsBelow = (root) => {
  const folder = join(root, package_);
  return [
    ...partsOf(folder, { from: package_, host: 'demo/main.ts', page: 'demo/page/main.ts' }),
    { entry: 'demo/bench/main.ts', out: 'bench.mjs', options: nodeProgram(folder) },
  ];
};

/**
 * Builds the local Apps Script into build/; a part whose entry file does not exist is left out.
 * @param {{ root: string }} options
 * @returns {Promise<{ problems: string[], report: string[] }>}
 */
export const buildLocal = async ({ root }) => {
  const built = await Promise.all([
    ...partsBelow(root)
      .filter(({ entry }) => existsSync(join(root, entry)))
      .map((part) => buildPart(root, part)),
    copyPage(root),
  ]);
  return { problems: built.flatMap(({ problems }) => problems), report: built.flatMap(({ report }) => report) };
};

/** @param {string} root @param {ReturnType<typeof partsBelow>[number]} part */
const buildPart = async (root, { entry, out, options }) => {
  try {
    const result = await build({
      ...common,
      ...options,
      entryPoints: [entry],
      outfile: join(root, 'build', out),
      absWorkingDir: root,
      write: false,
    });
    await Promise.all(result.outputFiles.map(({ path, contents }) => writeWhole(path, contents)));
    const report = result.outputFiles.map(
      ({ path, contents }) => `${below(root, path)}  ${(contents.length / 1000).toFixed(1)} kB`,
    );
    return { problems: [], report };
  } catch (error) {
    return { problems: bundlerProblems(error), report: [] };
  }
};

/** The page's files that need no bundling. @param {string} root */
const copyPage = async (root) => {
  const from = join(root, package_, 'page');
  const to = join(root, 'build/page');
  const paths = (await Promise.all(['.html', '.css', '.svg'].map((ending) => filesBelow(from, ending)))).flat();
  await Promise.all(paths.map(async (path) => writeWhole(join(to, relative(from, path)), await readFile(path))));
  return { problems: [], report: [] };
};

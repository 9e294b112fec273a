import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { bundleProblems, handlerProblems, largestBundle, sideBundleProblems } from './bundle-checks.mjs';
import { callList } from './calls.mjs';
import { fillFolder, writeWhole } from './files.mjs';
import { flatten, handlerNames, unqualified } from './handlers.mjs';
import { manifestProblems } from './manifest.mjs';
import { noticesFile, noticesHtml, sbom, sbomFile } from './notices.mjs';
import { packagesIn } from './packages.mjs';
import { buildPages } from './pages.mjs';
import { bundleScripts, sideBundles, wholeOptions } from './scripts.mjs';
import { neededScopes, openedPages } from './services.mjs';
import { menuProblems } from './surface.mjs';

/**
 * Builds what clasp pushes: Code.js, the pages and the manifest. Nothing is written unless every check passes.
 * @param {{ root: string, out?: string, flat?: boolean, whole?: boolean, calls?: boolean, handlers?: boolean }} options
 * @returns {Promise<{ problems: string[], report: string[] }>}
 */
export const buildProduct = async ({ root, out = join(root, 'dist'), flat, whole, calls, handlers }) => {
  if (!existsSync(join(root, 'src/main.ts')))
    return { problems: [], report: ['src/main.ts does not exist: no product built'] };
  const [scripts, manifest] = await Promise.all([
    bundleScripts(root, whole ? wholeOptions : {}),
    readFile(join(root, 'appsscript.json'), 'utf8'),
  ]);
  const pages = await buildPages(root, scripts.surface.pages);
  const problems = [
    ...scripts.problems,
    ...menuProblems(scripts.surface.menu, scripts.beside.get('staff-bundle') ?? ''),
    ...pages.problems,
  ];
  if (problems.length > 0) return { problems, report: [] };

  const named = [...new Set([scripts.code, ...scripts.beside.values()].flatMap(handlerNames))].sort();
  const code = flat ? flatten(scripts.code, named) : scripts.code;
  const sides = whole ? [] : sideBundles.filter(({ name }) => scripts.beside.has(name));
  const beside = sides.map((side) => {
    const built = scripts.beside.get(side.name) ?? '';
    return { ...side, built, code: flat ? unqualified(built) : built };
  });
  const most = whole ? sideBundles.reduce((sum, side) => sum + side.most, largestBundle) : largestBundle;
  problems.push(
    ...bundleProblems(scripts.code, [], most),
    ...(flat ? bundleProblems(code, named, most) : []),
    ...beside.flatMap((side) => sideBundleProblems(side, side.code)),
  );
  if (problems.length === 0) problems.push(...beside.flatMap(({ built }) => handlerProblems(scripts.code, built)));
  if (problems.length > 0) return { problems, report: [] };

  const codes = [code, ...beside.map((side) => side.code)];
  problems.push(...manifestProblems(manifest, new Map(codes.flatMap((each) => [...neededScopes(each)]))));
  const files = new Map([
    ['Code.js', code],
    ['appsscript.json', manifest],
    ...beside.map((side) => /** @type {const} */ ([`${side.name}.html`, side.code])),
    ...pages.files,
  ]);
  for (const name of new Set(codes.flatMap(openedPages))) {
    if (!files.has(`${name}.html`)) problems.push(`the code opens the page ${name}, but src has no ${name}.html`);
  }
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const inFiles = [...scripts.packages, ...pages.packages].filter(([file]) => files.has(file));
  const { packages, problems: unlicensed } = await packagesIn(root, new Map(inFiles));
  problems.push(...unlicensed);
  if (packages.length > 0) files.set(noticesFile, noticesHtml(packages));
  if (problems.length > 0) return { problems, report: [] };

  await fillFolder(out, files);
  // Beside the product: clasp pushes everything that it holds.
  await writeWhole(join(dirname(out), 'build', sbomFile), sbom({ name, version }, packages));
  const report = [...files].map(
    ([name, content]) => `${basename(out)}/${name}  ${(Buffer.byteLength(content) / 1000).toFixed(1)} kB`,
  );
  if (handlers) report.push(...named.map((name) => `App.${name}`));
  if (calls) report.push(...new Set((await Promise.all(codes.map((each) => callList(root, each)))).flat()));
  return { problems, report };
};

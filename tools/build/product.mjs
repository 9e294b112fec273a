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
import { pagesFile, pastedPages, pasteFiles, pasteProblems } from './paste.mjs';
import { bundleScripts, sideBundles, whole as wholePlugin } from './scripts.mjs';
import { neededScopes, openedPages } from './services.mjs';
import { menuProblems } from './surface.mjs';

/**
 * Builds what clasp pushes: Code.js, the pages and the manifest; or the same in the three files of a build that is pasted by hand.
 * Nothing is written unless every check passes.
 * @param {{ root: string, out?: string, flat?: boolean, whole?: boolean, paste?: boolean, calls?: boolean, handlers?: boolean }} options
 * @returns {Promise<{ problems: string[], report: string[] }>}
 */
export const buildProduct = async ({
  root,
  flat,
  whole,
  paste,
  out = join(root, paste ? 'build/paste' : 'dist'),
  calls,
  handlers,
}) => {
  if (!existsSync(join(root, 'src/main.ts')))
    return { problems: [], report: ['src/main.ts does not exist: no product built'] };
  const [scripts, manifest] = await Promise.all([
    bundleScripts(root, { plugins: [...(whole ? [wholePlugin] : []), ...(paste ? [pastedPages] : [])] }),
    readFile(join(root, 'appsscript.json'), 'utf8'),
  ]);
  const pages = await buildPages(root, scripts.surface.pages, paste);
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
    if (!files.has(`${name}.html`) && !(paste && name === pagesFile))
      problems.push(`the code opens the page ${name}, but src has no ${name}.html`);
  }
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const inFiles = [...scripts.packages, ...pages.packages].filter(([file]) => files.has(file));
  const { packages, problems: unlicensed } = await packagesIn(root, new Map(inFiles));
  problems.push(...unlicensed);
  if (packages.length > 0) files.set(noticesFile, noticesHtml(packages));
  if (problems.length > 0) return { problems, report: [] };

  const written = paste ? pasteFiles(files) : files;
  if (paste) problems.push(...pasteProblems(files, written));
  if (problems.length > 0) return { problems, report: [] };

  await fillFolder(out, written);
  // Beside the product: clasp pushes everything that it holds.
  if (!paste) await writeWhole(join(dirname(out), 'build', sbomFile), sbom({ name, version }, packages));
  const report = [...written].map(
    ([name, content]) => `${basename(out)}/${name}  ${(Buffer.byteLength(content) / 1000).toFixed(1)} kB`,
  );
  if (handlers) report.push(...named.map((name) => `App.${name}`));
  if (calls) report.push(...new Set((await Promise.all(codes.map((each) => callList(root, each)))).flat()));
  return { problems, report };
};

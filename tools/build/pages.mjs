import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { build } from 'esbuild';
import { below } from '../shared/paths.mjs';
import { bundlerProblems, filesBelow } from './files.mjs';
import { packageFilesIn } from './packages.mjs';
import { pageProblems } from './page-checks.mjs';

const script = /<script\b[^>]*?\bsrc=(["'])([^"']+)\1[^>]*>\s*<\/script>/g;
const stylesheet = /<link\b(?=[^>]*\brel=(["'])stylesheet\1)[^>]*?\bhref=(["'])([^"']+)\2[^>]*>/g;

/**
 * The pages, each as one self-contained HTML file: Apps Script serves no other files. A dialog's page is made around its
 * script `<name>.tsx`, with `<name>.css` beside it if it is there. Other pages are HTML files of src, in which
 * `<script src="./page.ts">` and `<link rel="stylesheet" href="./page.css">` are bundled and put in place, at that place.
 * @param {string} root the project's folder
 * @param {string[]} [dialogs] the names of the dialogs' pages
 * @param {boolean} [small] without the spaces and long names that make them readable
 * @returns {Promise<{ files: Map<string, string>, packages: Map<string, string[]>, problems: string[] }>} name in dist -> HTML, and
 * the files of packages in it
 */
export const buildPages = async (root, dialogs = [], small = false) => {
  const files = new Map();
  const packages = new Map();
  const { scripts, problems } = await dialogScripts(root, dialogs);
  const paths = await filesBelow(join(root, 'src'), '.html');
  const pages = await Promise.all([
    ...paths.map(async (path) => ({ path, ...(await inlined(root, path, await readFile(path, 'utf8'), small)) })),
    ...scripts.map(async (path) => ({ path, ...(await inlined(root, path, dialogShell(root, path), small)) })),
  ]);
  for (const { path, html, bundled, problems: found } of pages) {
    const name = `${pageName(path)}.html`;
    if (files.has(name)) problems.push(`src has two pages named ${name}`);
    files.set(name, html);
    packages.set(name, bundled);
    problems.push(...found);
  }
  return { files, packages, problems };
};

/**
 * The scripts of the dialogs' pages, wherever they are in src.
 * @param {string} root
 * @param {string[]} dialogs
 * @returns {Promise<{ scripts: string[], problems: string[] }>}
 */
export const dialogScripts = async (root, dialogs) => {
  const all = await filesBelow(join(root, 'src'), '.tsx');
  const found = dialogs.map((dialog) => ({ dialog, paths: all.filter((path) => pageName(path) === dialog) }));
  return {
    scripts: found.flatMap(({ paths }) => paths.slice(0, 1)),
    problems: found.flatMap(({ dialog, paths }) =>
      paths.length === 1
        ? []
        : [
            paths.length === 0
              ? `the dialog ${dialog} has no page: src has no ${dialog}.tsx`
              : `the dialog ${dialog} has several pages: ${paths.map((path) => below(root, path)).join(', ')}`,
          ],
    ),
  };
};

/** @param {string} path */
const pageName = (path) => basename(path, extname(path));

/** What all dialogs look like, below the project's folder. */
const dialogStyles = 'src/ui-kit/base.css';

/** A dialog's page before anything is put in place: `title`, `token` and `options` are printed when it is opened. @param {string} root @param {string} script */
const dialogShell = (root, script) => {
  const own = script.replace(/\.tsx$/, '.css');
  const kit = below(dirname(script), join(root, dialogStyles));
  const styles = [kit, ...(existsSync(own) ? [`./${basename(own)}`] : [])];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title><?= title ?></title>
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
</head>
<body>
<main id="app" data-token="<?= token ?>" data-options="<?= options ?>"></main>
<script src="./${basename(script)}"></script>
</body>
</html>
`;
};

/** @param {string} root @param {string} path @param {string} source @param {boolean} small */
const inlined = async (root, path, source, small) => {
  const name = below(root, path);
  /** @type {string[]} */
  const problems = [];
  /** @type {string[]} */
  const packages = [];
  const bundled = async (/** @type {string} */ source, /** @type {string} */ before, /** @type {string} */ after) => {
    if (!source.startsWith('.')) {
      problems.push(`${name}: ${source} is not a file beside the page; a page brings all that it needs`);
      return '';
    }
    try {
      const { text, packageFiles } = await bundle(root, join(dirname(path), source), small);
      packages.push(...packageFiles);
      return `${before}${text}${after}`;
    } catch (error) {
      problems.push(...bundlerProblems(error));
      return '';
    }
  };
  const styled = await replaceAll(source, stylesheet, (match) => bundled(String(match[3]), '<style>\n', '</style>'));
  const html = await replaceAll(styled, script, (match) => bundled(String(match[2]), '<script>\n', '</script>'));
  return { html, bundled: packages, problems: problems.length > 0 ? problems : pageProblems(name, html) };
};

/** @param {string} root @param {string} entry @param {boolean} small @returns {Promise<{ text: string, packageFiles: string[] }>} */
const bundle = async (root, entry, small) => {
  const result = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    // HtmlService cuts a template literal of an inline script at `//` (docs/google.md G112): none is left.
    supported: { 'template-literal': false },
    // Pages lie beside their features, above which no tsconfig.json says this.
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'dataurl', '.png': 'dataurl' },
    legalComments: 'inline',
    ...(small ? { minify: true, lineLimit: 5000 } : {}),
    metafile: true,
    logLevel: 'silent',
  });
  const { text } = /** @type {{ text: string }} */ (result.outputFiles[0]);
  return { text, packageFiles: packageFilesIn(result.metafile) };
};

/** @param {string} text @param {RegExp} pattern @param {(match: RegExpMatchArray) => Promise<string>} replace */
const replaceAll = async (text, pattern, replace) => {
  const matches = [...text.matchAll(pattern)];
  const parts = await Promise.all(matches.map(replace));
  return matches.reduceRight(
    (all, match, index) => all.slice(0, match.index) + parts[index] + all.slice(Number(match.index) + match[0].length),
    text,
  );
};

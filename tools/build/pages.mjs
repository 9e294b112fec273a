import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { bundlerProblems, filesBelow } from './files.mjs';
import { pageProblems } from './page-checks.mjs';

const script = /<script\b[^>]*?\bsrc=(["'])([^"']+)\1[^>]*>\s*<\/script>/g;
const stylesheet = /<link\b(?=[^>]*\brel=(["'])stylesheet\1)[^>]*?\bhref=(["'])([^"']+)\2[^>]*>/g;

/**
 * The pages of src/ui, each as one self-contained HTML file: Apps Script serves no other files.
 * `<script src="./page.ts">` and `<link rel="stylesheet" href="./page.css">` are bundled and put in place, at that place.
 * @param {string} root the project's folder
 * @returns {Promise<{ files: Map<string, string>, problems: string[] }>} name in dist -> HTML
 */
export const buildPages = async (root) => {
  const files = new Map();
  /** @type {string[]} */
  const problems = [];
  const paths = await filesBelow(join(root, 'src/ui'), '.html');
  const pages = await Promise.all(paths.map((path) => inlined(root, path)));
  for (const [index, page] of pages.entries()) {
    const name = basename(/** @type {string} */ (paths[index]));
    if (files.has(name)) problems.push(`src/ui has two pages named ${name}`);
    files.set(name, page.html);
    problems.push(...page.problems);
  }
  return { files, problems };
};

/** @param {string} root @param {string} path */
const inlined = async (root, path) => {
  const name = relative(root, path);
  /** @type {string[]} */
  const problems = [];
  const bundled = async (/** @type {string} */ source, /** @type {string} */ before, /** @type {string} */ after) => {
    if (!source.startsWith('.')) {
      problems.push(`${name}: ${source} is not a file beside the page; a page brings all that it needs`);
      return '';
    }
    try {
      return `${before}${await bundle(root, join(dirname(path), source))}${after}`;
    } catch (error) {
      problems.push(...bundlerProblems(error));
      return '';
    }
  };
  const source = await readFile(path, 'utf8');
  const styled = await replaceAll(source, stylesheet, (match) => bundled(String(match[3]), '<style>\n', '</style>'));
  const html = await replaceAll(styled, script, (match) => bundled(String(match[2]), '<script>\n', '</script>'));
  return { html, problems: problems.length > 0 ? problems : pageProblems(name, html) };
};

/** @param {string} root @param {string} entry @returns {Promise<string>} */
const bundle = async (root, entry) => {
  const result = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    // HtmlService cuts a template literal of an inline script at `//` (platform-facts 6): none is left.
    supported: { 'template-literal': false },
    loader: { '.svg': 'dataurl', '.png': 'dataurl' },
    legalComments: 'inline',
    logLevel: 'silent',
  });
  return /** @type {{ text: string }} */ (result.outputFiles[0]).text;
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

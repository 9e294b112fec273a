import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { bundleProblems } from './bundle-checks.mjs';
import { callList } from './calls.mjs';
import { bundlerProblems, fillFolder } from './files.mjs';
import { doors, flatten, footer, handlerNames } from './handlers.mjs';
import { manifestProblems } from './manifest.mjs';
import { buildPages } from './pages.mjs';
import { neededScopes, openedPages } from './services.mjs';

/**
 * Builds what clasp pushes: Code.js, the pages and the manifest. Nothing is written unless every check passes.
 * @param {{ root: string, out?: string, flat?: boolean, calls?: boolean, handlers?: boolean }} options
 * @returns {Promise<{ problems: string[], report: string[] }>}
 */
export const buildProduct = async ({ root, out = join(root, 'dist'), flat, calls, handlers }) => {
  if (!existsSync(join(root, 'src/main.ts')))
    return { problems: [], report: ['src/main.ts does not exist: no product built'] };
  const [bundled, pages, manifest] = await Promise.all([
    bundle(root),
    buildPages(root),
    readFile(join(root, 'appsscript.json'), 'utf8'),
  ]);
  const problems = [...bundled.problems, ...pages.problems];
  if (problems.length > 0) return { problems, report: [] };

  const code = flat ? flatten(bundled.code) : bundled.code;
  problems.push(...bundleProblems(bundled.code), ...(flat ? bundleProblems(code, handlerNames(bundled.code)) : []));
  if (problems.length > 0) return { problems, report: [] };

  problems.push(...manifestProblems(manifest, neededScopes(code)));
  for (const name of openedPages(code)) {
    if (!pages.files.has(`${name}.html`))
      problems.push(`the code opens the page ${name}, but src/ui has no ${name}.html`);
  }
  if (problems.length > 0) return { problems, report: [] };

  const files = new Map([['Code.js', code], ['appsscript.json', manifest], ...pages.files]);
  await fillFolder(out, files);
  const report = [...files].map(
    ([name, content]) => `${basename(out)}/${name}  ${(Buffer.byteLength(content) / 1000).toFixed(1)} kB`,
  );
  if (handlers) report.push(...handlerNames(bundled.code).map((name) => `App.${name}`));
  if (calls) report.push(...(await callList(root, code)));
  return { problems, report };
};

/** src/main.ts as one script: `var App = ...` and the doors. @param {string} root */
const bundle = async (root) => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  try {
    const result = await build({
      entryPoints: ['src/main.ts'],
      absWorkingDir: root,
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'App',
      target: 'es2020',
      supported: { bigint: false },
      charset: 'utf8',
      define: { __VERSION__: JSON.stringify(version) },
      footer: { js: footer(doors).trimEnd() },
      legalComments: 'inline',
      // The size counts on every execution (design.md 7); what App offers keeps its names.
      minify: true,
      lineLimit: 5000,
      logLevel: 'silent',
    });
    const problems = result.warnings.map(({ text, location }) => `${location?.file}:${location?.line}: ${text}`);
    return { code: /** @type {{ text: string }} */ (result.outputFiles[0]).text, problems };
  } catch (error) {
    return { code: '', problems: bundlerProblems(error) };
  }
};

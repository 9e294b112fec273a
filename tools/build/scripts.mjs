import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundlerProblems } from './files.mjs';
import { doors, footer, menuMethods } from './handlers.mjs';
import { packageFilesIn } from './packages.mjs';
import { menuLines, surfaceOf } from './surface.mjs';

/**
 * A bundle beside the main script: `src/<name>.ts`, built as `var <global> = ...` into the HTML file `<name>`, whose text the
 * script evaluates when it needs it.
 * @typedef {{ name: string, global: string, most: number }} SideBundle
 */

/**
 * The bundles beside the main script, with the largest size in bytes: each is evaluated while someone waits
 * (docs/design.md 7.2).
 * @type {readonly SideBundle[]}
 */
export const sideBundles = [
  { name: 'staff-bundle', global: 'StaffBundle', most: 540_000 },
  { name: 'page-bundle', global: 'PageBundle', most: 150_000 },
  { name: 'email-bundle', global: 'EmailBundle', most: 80_000 },
];

/**
 * The product's scripts: src/main.ts as `var App = ...` with the doors, and the bundles beside it (those that the project
 * has). The main script gets names and handlers of the menu, not what its items do.
 * @param {string} root the project's folder
 * @param {import('esbuild').BuildOptions} [more] plugins, for one: `whole` puts the other bundles into the main script
 * @returns {Promise<{ code: string, beside: Map<string, string>, surface: import('./surface.mjs').Surface, packages: Map<string, string[]>, problems: string[] }>}
 * `beside`: name -> script; `packages`: the files of packages in each script, by its name in dist
 */
export const bundleScripts = async (root, more = {}) => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const constants = { __VERSION__: JSON.stringify(version), __BUILD__: JSON.stringify(buildPlace) };
  const bundle = async (/** @type {string} */ name, /** @type {import('esbuild').BuildOptions} */ options) => {
    const entry = `src/${name}.ts`;
    const made = existsSync(join(root, entry))
      ? await script(root, { entryPoints: [entry], ...options, ...more })
      : none;
    return { name, ...made };
  };
  const beside = await Promise.all(
    sideBundles.map(({ name, global }) => bundle(name, { globalName: global, define: constants })),
  );
  const surface = surfaceOf(beside[0]?.code ?? '');
  const main = await bundle('main', {
    globalName: 'App',
    define: { ...constants, __MENU__: JSON.stringify(JSON.stringify(menuLines(surface.menu))) },
    footer: { js: (menuMethods + footer(doors)).trimEnd() },
  });
  const build = buildOf(main.code, ...beside.map(({ code }) => code));
  return {
    code: main.code.replaceAll(buildPlace, build),
    beside: new Map(
      beside.filter(({ code }) => code).map(({ name, code }) => [name, code.replaceAll(buildPlace, build)]),
    ),
    surface,
    packages: new Map([
      ['Code.js', main.packages],
      ...beside.map(({ name, packages }) => /** @type {const} */ ([`${name}.html`, packages])),
    ]),
    problems: [...new Set([main, ...beside].flatMap(({ problems }) => problems))],
  };
};

/** Is in the scripts until it is known what they hold. */
const buildPlace = '%build%';

/** The same for the same scripts, whoever builds them. @param {string[]} codes */
const buildOf = (...codes) => createHash('sha256').update(codes.join('\n')).digest('hex').slice(0, 8);

const none = { code: '', /** @type {string[]} */ packages: [], problems: [] };

/** @param {string} root @param {import('esbuild').BuildOptions} options */
const script = async (root, options) => {
  try {
    const result = await build({
      absWorkingDir: root,
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2020',
      supported: { bigint: false },
      charset: 'utf8',
      legalComments: 'inline',
      metafile: true,
      // The size counts on every execution (docs/design.md 7.2); what App offers keeps its names.
      minify: true,
      lineLimit: 5000,
      logLevel: 'silent',
      ...options,
    });
    const problems = result.warnings.map(({ text, location }) => `${location?.file}:${location?.line}: ${text}`);
    return {
      code: /** @type {{ text: string }[]} */ (result.outputFiles)[0]?.text ?? '',
      packages: packageFilesIn(result.metafile),
      problems,
    };
  } catch (error) {
    return { ...none, problems: bundlerProblems(error) };
  }
};

/**
 * For an account that does not let a script evaluate text: one script that carries the other bundles with it.
 * @type {import('esbuild').Plugin}
 */
export const whole = {
  name: 'whole',
  setup({ onLoad }) {
    const contents = `import * as pages from '../page-bundle'; import * as staff from '../staff-bundle';
      export const loadPageBundle = () => pages; export const loadStaffBundle = () => staff;
      export { emails as emailWriter } from '../email-bundle';`;
    onLoad({ filter: /[\\/]google[\\/]side-bundles\.ts$/ }, () => ({ contents, loader: 'ts' }));
  },
};

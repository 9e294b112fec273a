import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundlerProblems } from './files.mjs';
import { doors, footer, menuMethods } from './handlers.mjs';
import { packageFilesIn } from './packages.mjs';
import { menuLines, surfaceOf } from './surface.mjs';

/** The HTML file that holds the staff bundle: text that the script evaluates when it needs it. */
export const staffBundleFile = 'staff-bundle.html';

/**
 * The product's two scripts: src/main.ts as `var App = ...` with the doors, src/staff-bundle.ts as `var StaffBundle = ...`
 * (blank in a project that has none). The main script gets names and handlers of the menu, not what its items do.
 * @param {string} root the project's folder
 * @param {import('esbuild').BuildOptions} [more] `wholeOptions` puts the staff bundle into the main script
 * @returns {Promise<{ code: string, staffBundle: string, surface: import('./surface.mjs').Surface, packages: Map<string, string[]>, problems: string[] }>}
 * `packages`: the files of packages in each script, by its name in dist
 */
export const bundleScripts = async (root, more = {}) => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const constants = { __VERSION__: JSON.stringify(version), __BUILD__: JSON.stringify(buildPlace) };
  const bundle = (/** @type {string} */ entry, /** @type {import('esbuild').BuildOptions} */ options) =>
    existsSync(join(root, entry)) ? script(root, { entryPoints: [entry], ...options, ...more }) : none;
  const staffBundle = await bundle('src/staff-bundle.ts', { globalName: 'StaffBundle', define: constants });
  const surface = surfaceOf(staffBundle.code);
  const main = await bundle('src/main.ts', {
    globalName: 'App',
    define: { ...constants, __MENU__: JSON.stringify(menuLines(surface.menu)) },
    footer: { js: (menuMethods + footer(doors)).trimEnd() },
  });
  const build = buildOf(main.code, staffBundle.code);
  return {
    code: main.code.replaceAll(buildPlace, build),
    staffBundle: staffBundle.code.replaceAll(buildPlace, build),
    surface,
    packages: new Map([
      ['Code.js', main.packages],
      [staffBundleFile, staffBundle.packages],
    ]),
    problems: [...new Set([...main.problems, ...staffBundle.problems])],
  };
};

/** Stands in the scripts until it is known what they hold. */
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
 * For an account that does not let a script evaluate text: one script that carries the staff bundle with it.
 * @type {import('esbuild').BuildOptions}
 */
export const wholeOptions = {
  plugins: [
    {
      name: 'whole',
      setup({ onLoad }) {
        const contents =
          "import * as staffBundle from '../staff-bundle'; export const loadStaffBundle = () => staffBundle;";
        onLoad({ filter: /[\\/]google[\\/]staff-bundle-file\.ts$/ }, () => ({ contents, loader: 'ts' }));
      },
    },
  ],
};

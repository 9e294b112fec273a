// The parts of the local Apps Script, and how each is built for the place where it runs.

/**
 * How a program for Node is built that uses this package by its name.
 * @param {string} folder where this package lies, in full.
 * @returns {import('esbuild').BuildOptions}
 */
export const nodeProgram = (folder) => ({
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  alias: { 'local-apps-script': folder },
});

/** @typedef {{ entry: string, out: string, options: import('esbuild').BuildOptions }} Part */

/**
 * The parts, which belong into one folder; the page's index.html goes beside page.js.
 * @param {string} folder where this package lies, in full.
 * @param {{ from: string, host?: string, page?: string }} entries `from` is the folder as the names of entries should
 *   begin, `host` the program (a file that calls `runHost`), `page` the page (a file that calls `startPage`).
 * @returns {Part[]}
 */
export const partsOf = (folder, { from, host = `${from}/host/main.ts`, page = `${from}/page/main.ts` }) => [
  { entry: host, out: 'host.mjs', options: nodeProgram(folder) },
  { entry: `${from}/script/worker.ts`, out: 'worker.mjs', options: nodeProgram(folder) },
  // Evaluated inside the script's context, where there is neither Node nor a browser.
  {
    entry: `${from}/script/prelude/index.ts`,
    out: 'prelude.js',
    options: { format: 'iife', target: 'node20', platform: 'neutral', inject: [`${from}/script/prelude/language.ts`] },
  },
  {
    entry: page,
    out: 'page/page.js',
    options: {
      format: 'iife',
      target: 'es2022',
      sourcemap: 'linked',
      minify: true,
      alias: { 'local-apps-script': folder },
    },
  },
];

/** What every part is built with. @type {import('esbuild').BuildOptions} */
export const common = {
  bundle: true,
  charset: 'utf8',
  loader: { '.svg': 'dataurl', '.png': 'dataurl' },
  logLevel: 'silent',
};

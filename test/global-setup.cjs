// Once before all test files: a fresh build, a browser, and the sheet's time zone for this machine's own dates.
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, readFileSync, rmSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { buildModules } = require('./prebuilt.cjs');

const root = join(__dirname, '..');
const local = 'packages/local-apps-script';
/** What is built by which program, from which sources: the results count where the file before them exists. */
const builds = [
  {
    program: 'build.mjs',
    sources: ['build.mjs', 'tools/build', 'src', local, 'demo', 'appsscript.json', 'package.json'],
    results: [
      ['src/main.ts', 'dist/Code.js'],
      ['demo/main.ts', 'build/host.mjs'],
      [`${local}/script/worker.ts`, 'build/worker.mjs'],
      [`${local}/script/prelude/index.ts`, 'build/prelude.js'],
      ['demo/page/main.ts', 'build/page/page.js'],
    ],
  },
  {
    program: `${local}/build.mjs`,
    sources: [local],
    results: ['host.mjs', 'prelude.js', 'page/page.js'].map((name) => [local, `${local}/build/${name}`]),
  },
];

/** Tests change without a build, and what was built isn't a source. */
const noSources = ['test', 'build', '.data'];

/** When a file, or anything in a folder, changed last; a file that has just gone away counts by its folder. */
const newest = (path) => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(
    found.mtimeMs,
    ...readdirSync(path).map((name) => (noSources.includes(name) ? 0 : newest(join(path, name)))),
  );
};

const isStale = ({ sources, results }) => {
  const changed = Math.max(...sources.map((name) => newest(join(root, name))));
  return results.some(([from, to]) => {
    if (!existsSync(join(root, from))) return false;
    return !existsSync(join(root, to)) || statSync(join(root, to)).mtimeMs < changed;
  });
};

const AN_HOUR = 3_600_000;

/** Where this run keeps its set-up shops, for all of its test files. Those of runs that are over go. */
const shopsFolder = () => {
  const all = join(root, 'build/shops');
  const now = Date.now();
  for (const name of existsSync(all) ? readdirSync(all) : [])
    if (Number(name.split('-')[0]) < now - AN_HOUR) rmSync(join(all, name), { recursive: true, force: true });
  return join(all, `${now}-${process.pid}`);
};

module.exports = async (_, { resolver }) => {
  process.env.TZ = JSON.parse(readFileSync(join(root, 'appsscript.json'), 'utf8')).timeZone;
  for (const { program } of builds.filter(isStale)) {
    // A failing build does not stop the tests that need none; test/build reports it once more, as a failed test.
    spawnSync(process.execPath, [program, '--quiet'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  }
  // A module that cannot be built fails the tests that import it, with its own error.
  if (resolver) await buildModules().catch(() => {});
  process.env.SHOPS = shopsFolder();
  const { findChromium } = await import('./support/chromium.mjs');
  const { browser, fonts } = await findChromium();
  process.env.CHROMIUM = browser;
  if (fonts) process.env.CHROMIUM_FONTS = fonts;
  const { offerBrowser } = await import('./support/one-browser.mjs');
  globalThis.offeredBrowser = await offerBrowser();
  process.env.BROWSER = globalThis.offeredBrowser.address;
};

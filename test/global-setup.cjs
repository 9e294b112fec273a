// Once before all test files: a fresh build, a browser, and the sheet's time zone for this machine's own dates.
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, readFileSync, rmSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { buildModules } = require('./prebuilt.cjs');

const root = join(__dirname, '..');
const sources = ['build.mjs', 'tools/build', 'src', 'packages', 'demo', 'appsscript.json', 'package.json'];
const results = [
  ['src/main.ts', 'dist/Code.js'],
  ['demo/main.ts', 'build/host.mjs'],
  ['packages/local-apps-script/script/worker.ts', 'build/worker.mjs'],
  ['packages/local-apps-script/script/prelude/index.ts', 'build/prelude.js'],
  ['demo/page/main.ts', 'build/page/page.js'],
];

/** When a file, or anything in a folder but its tests, changed last; a file that has just gone away counts by its folder. */
const newest = (path) => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => (name === 'test' ? 0 : newest(join(path, name)))));
};

const isStale = () => {
  const changed = Math.max(...sources.map((name) => newest(join(root, name))));
  return results.some(([from, to]) => {
    if (!existsSync(join(root, from))) return false;
    return !existsSync(join(root, to)) || statSync(join(root, to)).mtimeMs < changed;
  });
};

module.exports = async (_, { resolver }) => {
  process.env.TZ = JSON.parse(readFileSync(join(root, 'appsscript.json'), 'utf8')).timeZone;
  if (isStale()) {
    // A failing build does not stop the tests that need none; test/build reports it once more, as a failed test.
    spawnSync(process.execPath, ['build.mjs', '--quiet'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  }
  rmSync(join(root, 'build/shops'), { recursive: true, force: true });
  // A module that cannot be built fails the tests that import it, with its own error.
  if (resolver) await buildModules().catch(() => {});
  const { findChromium } = await import('./support/chromium.mjs');
  const { browser, fonts } = await findChromium();
  process.env.CHROMIUM = browser;
  if (fonts) process.env.CHROMIUM_FONTS = fonts;
};

// Builds, then pushes dist/ to the Apps Script project whose id is yours (see tools/build/push-folder.mjs); --flat and --whole
// go to the build (see build.mjs), other options to clasp.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pushFolder, scriptId } from './build/push-folder.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (/** @type {string[]} */ args, /** @type {string} */ cwd) => {
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

const found = scriptId(root, process.env);
if ('problem' in found) {
  console.error(`push: ${found.problem}`);
  process.exit(1);
}
const ofBuild = (/** @type {string} */ option) => ['--flat', '--whole'].includes(option);
const options = process.argv.slice(2);
run(['build.mjs', '--quiet', ...options.filter(ofBuild)], root);
const folder = await pushFolder(root, found.id);
const clasp = fileURLToPath(new URL('../node_modules/@google/clasp/build/src/index.js', import.meta.url));
run([clasp, 'push', ...options.filter((option) => !ofBuild(option))], folder);

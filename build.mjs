// Builds everything: the product into dist/ (what clasp pushes) and the local Apps Script into build/. Takes a few seconds.
//   node build.mjs
//   --quiet     print errors only
//   --paste     build the product into build/paste instead, as three files to paste into the script editor
//   --flat      also declare every handler at top level, for an account that doesn't accept methods as handlers
//   --whole     put the other bundles into Code.js, for an account that doesn't let a script evaluate text
//   --calls     list the Google service methods the bundle calls
//   --handlers  list the methods of App that menus and triggers use
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { helpOf } from './tools/shared/help.mjs';
import { suits } from './tools/shared/node-versions.mjs';

helpOf(import.meta.url);

const { engines } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
if (!suits(process.versions.node, engines.node)) {
  console.error(
    `CPS Orders needs Node ${engines.node.replaceAll('^', '').replaceAll('||', 'or')}; this is Node ${process.versions.node}. Get it from https://nodejs.org.`,
  );
  process.exit(1);
}

const known = /** @type {const} */ (['--quiet', '--paste', '--flat', '--whole', '--calls', '--handlers']);
const flags = process.argv.slice(2);
const unknown = flags.find((flag) => !known.some((option) => option === flag));
if (unknown) {
  console.error(`build: unknown option ${unknown}. The options are ${known.join(', ')}`);
  process.exit(1);
}

const { build } = await import('./tools/build/build.mjs').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error("build: the packages aren't installed. Run `npm ci` first.");
  process.exit(1);
});

const { problems, report } = await build({
  root: fileURLToPath(new URL('.', import.meta.url)),
  flat: flags.includes('--flat'),
  whole: flags.includes('--whole'),
  paste: flags.includes('--paste'),
  calls: flags.includes('--calls'),
  handlers: flags.includes('--handlers'),
});
if (!flags.includes('--quiet')) for (const line of report) console.log(line);
for (const problem of problems) console.error(`build: ${problem}`);
process.exit(problems.length > 0 ? 1 : 0);

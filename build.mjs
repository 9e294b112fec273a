// Builds everything: the product into dist/ (what clasp pushes) and the local Apps Script into build/.
//   --quiet     print errors only
//   --flat      declare every handler at top level too, for an account that refuses methods as handlers
//   --whole     put the other bundles into Code.js, for an account that does not let a script evaluate text
//   --calls     list the Google service methods that the bundle calls
//   --handlers  list the methods of App that menus and triggers name
import { fileURLToPath } from 'node:url';

const wanted = 20;
if (Number(process.versions.node.split('.')[0]) < wanted) {
  console.error(`CPS Orders needs Node ${wanted} or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

const known = ['--quiet', '--flat', '--whole', '--calls', '--handlers'];
const flags = process.argv.slice(2);
const unknown = flags.find((flag) => !known.includes(flag));
if (unknown) {
  console.error(`build: unknown option ${unknown}; the options are ${known.join(', ')}`);
  process.exit(1);
}

const { build } = await import('./tools/build/build.mjs').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('build: the packages are not installed; run `npm ci` first');
  process.exit(1);
});

const { problems, report } = await build({
  root: fileURLToPath(new URL('.', import.meta.url)),
  flat: flags.includes('--flat'),
  whole: flags.includes('--whole'),
  calls: flags.includes('--calls'),
  handlers: flags.includes('--handlers'),
});
if (!flags.includes('--quiet')) for (const line of report) console.log(line);
for (const problem of problems) console.error(`build: ${problem}`);
process.exit(problems.length > 0 ? 1 : 0);

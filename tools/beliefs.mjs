// Checks the register of beliefs (test/beliefs/register.ts) and its section in docs/google.md: node tools/beliefs.mjs. With --write
// it writes that section.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

const root = fileURLToPath(new URL('..', import.meta.url));

const { outputFiles } = await build({
  entryPoints: ['test/beliefs/index.ts'],
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  logLevel: 'silent',
});
const { text } = /** @type {{ text: string }} */ (outputFiles[0]);
const { BELIEFS, beliefProblems, withBeliefs, worldOf } = await import(
  `data:text/javascript,${encodeURIComponent(text)}`
);

const world = worldOf(root);
const page = withBeliefs(world.page, BELIEFS, world);
const isWriting = process.argv.includes('--write');
if (isWriting) writeFileSync(join(root, 'docs/google.md'), page);
const problems = beliefProblems(BELIEFS, world);
if (!isWriting && page !== world.page)
  problems.push('docs/google.md: the register is out of date: node tools/beliefs.mjs --write');
for (const problem of problems) console.error(problem);
const untested = BELIEFS.filter((/** @type {any} */ { without }) => without?.flows).length;
console.log(`beliefs: ${BELIEFS.length} lines, ${untested} of them without a flow test, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);

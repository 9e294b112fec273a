// Checks everything that needs no test: types, references of the docs, beliefs, layers, style, words, the build, unused code.
// As many parts at once as the machine has cores. All run to their end, and what one has to say is shown when it ends.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

const root = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What is run, longest first. */
const parts = [
  scripts.types,
  scripts.style,
  scripts.unused,
  scripts.build,
  'node tools/doc-references.mjs',
  'node tools/beliefs.mjs',
  'node tools/layers.mjs',
  'node tools/status-words.mjs',
];

const PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);

/** Runs a command to its end. @param {string} command @returns {Promise<boolean>} whether it found nothing */
const passes = (command) =>
  new Promise((resolve) => {
    let output = '';
    const child = spawn(command, { cwd: root, shell: true, env: { ...process.env, PATH } });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text;
      });
    }
    child.on('close', (code) => {
      console.log(`> ${command}\n${output}`);
      if (code !== 0) console.error(`check: ${command} has failed`);
      resolve(code === 0);
    });
  });

const waiting = [...parts];
/** @type {boolean[]} */
const results = [];
const work = async () => {
  for (let command = waiting.shift(); command; command = waiting.shift()) results.push(await passes(command));
};
await Promise.all(Array.from({ length: Math.max(2, Math.min(availableParallelism(), parts.length)) }, work));
process.exit(results.every(Boolean) ? 0 : 1);

// Type-checks each part of the repository against what it may use: the pure folders without Google, DOM or Node.
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

const projects = [
  'src',
  'src/google',
  'src/ui-kit',
  'packages/local-apps-script',
  'packages/local-apps-script/script/prelude',
  'packages/local-apps-script/page',
  'demo',
  'demo/page',
  'test',
];
const atOnce = Math.min(2, cpus().length);

/** A project that has no TypeScript file yet: nothing to check. */
const noInputs = 'error TS18003';

const check = (project) =>
  new Promise((resolve) => {
    let output = '';
    const tsc = spawn(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project, '--pretty', 'false']);
    for (const stream of [tsc.stdout, tsc.stderr]) {
      stream.on('data', (text) => {
        output += text;
      });
    }
    tsc.on('close', (code) => {
      const passed = code === 0 || output.includes(noInputs);
      if (!passed) console.error(`${output}types: ${project} does not compile`);
      resolve(passed);
    });
  });

const waiting = [...projects];
const results = [];
const work = async () => {
  for (let project = waiting.shift(); project; project = waiting.shift()) results.push(await check(project));
};
await Promise.all(Array.from({ length: atOnce }, work));
process.exit(results.every(Boolean) ? 0 : 1);

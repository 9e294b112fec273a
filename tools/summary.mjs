// The closing line of .ci/run, from Jest's own results: node tools/summary.mjs <results.json> <exit code of the test command>
import { readFileSync } from 'node:fs';
import { summary } from './build/summary.mjs';

const read = (/** @type {string} */ path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

const [path = '', code = '1'] = process.argv.slice(2);
const { lines, passed } = summary(read(path), Number(code));
for (const line of lines) console.log(line);
process.exit(passed ? 0 : 1);

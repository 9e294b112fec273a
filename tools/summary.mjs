// Prints the last line of .ci/run from Jest's results: node tools/summary.mjs <results.json> <exit code of the test command> ...
import { readFileSync } from 'node:fs';
import { summary } from './build/summary.mjs';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

const read = (/** @type {string} */ path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

const given = process.argv.slice(2);
const runs = given.flatMap((path, index) =>
  index % 2 === 0 ? [{ results: read(path), exitCode: Number(given[index + 1] ?? 1) }] : [],
);
const { lines, passed } = summary(runs);
for (const line of lines) console.log(line);
process.exit(passed ? 0 : 1);

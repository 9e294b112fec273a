// Fails if a source file outside src/domain compares status words. Ask the facts in src/domain/statuses.ts instead.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { comparisonsWith, statusWords } from './checks/status-words.mjs';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const words = statusWords(readFileSync('src/domain/statuses.ts', 'utf8'));
const problems = readdirSync('src', { recursive: true })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('src/domain/'))
  .flatMap((path) =>
    comparisonsWith(words, readFileSync(path, 'utf8')).map(({ line, found }) => `${path}:${line}: ${found}`),
  );
for (const problem of problems) console.error(`status words: ${problem}`);
if (problems.length > 0) console.error('Ask STATUS_FACTS or SHIPPING_FACTS (src/domain/statuses.ts) instead.');
process.exit(problems.length > 0 ? 1 : 0);

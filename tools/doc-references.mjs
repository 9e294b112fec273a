// Checks that every reference to docs/design.md and docs/google.md has a target: node tools/doc-references.mjs
import { fileURLToPath } from 'node:url';
import { checkReferences } from './docs/check.mjs';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

const { problems, files } = checkReferences(fileURLToPath(new URL('..', import.meta.url)));
for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? `references: ${files} files read, every reference has a target`
    : `references: ${problems.length} without a target`,
);
process.exit(problems.length === 0 ? 0 : 1);

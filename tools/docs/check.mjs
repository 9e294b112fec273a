import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idProblems, referenceProblems } from './references.mjs';
import { doubledSections, readFacts, targetsOf } from './targets.mjs';

/** Where code may be; those that are there are read, wherever their files move to. */
const FOLDERS = ['src', 'local', 'packages', 'demo', 'test', 'tools', 'examples'];
const PASSED_OVER = ['node_modules', 'dist', 'coverage'];
/** What a package builds, beside its sources; tools/build is one of ours. */
const isBuilt = (path) => /^packages\/[^/]+\/build$/.test(path);
const CODE = /\.(?:[cm]?[jt]sx?|html|css|sh)$/;
const PAGE = /\.md$/;

/** Every file below a folder, by its path from the root. @param {string} root @param {string} folder @returns {string[]} */
const filesBelow = (root, folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return PASSED_OVER.includes(entry.name) || isBuilt(path) ? [] : filesBelow(root, path);
    return entry.isFile() ? [path] : [];
  });

/** Files of the root itself. @param {string} root @returns {string[]} */
const filesOfRoot = (root) =>
  readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));

/**
 * Checks every reference to docs/design.md and docs/google.md, and the two pages themselves.
 * @param {string} root the repository
 * @returns {{ problems: string[], files: number }} a sentence for each problem, and how many files were read
 */
export const checkReferences = (root) => {
  const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
  const design = read('docs/design.md');
  const google = read('docs/google.md');
  const targets = targetsOf({ design, google });
  const { facts, problems } = readFacts(google);
  const folders = [...FOLDERS, 'docs'].filter((folder) => existsSync(join(root, folder)));
  const paths = [...filesOfRoot(root), ...folders.flatMap((folder) => filesBelow(root, folder))];
  const code = paths.filter((path) => CODE.test(path)).map((path) => ({ path, text: read(path) }));
  const pages = paths.filter((path) => PAGE.test(path)).map((path) => ({ path, text: read(path) }));
  const declared = new Set(
    code
      .filter(({ path }) => path.endsWith('/switches.ts'))
      .flatMap(({ text }) => [...text.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name = '']) => name)),
  );
  return {
    files: code.length + pages.length,
    problems: [
      ...problems,
      ...doubledSections('design', design),
      ...doubledSections('google', google),
      ...facts.flatMap(({ id, switches }) =>
        switches
          .filter((name) => !declared.has(name))
          .map((name) => `docs/google.md: ${id} names the switch ${name}, which no switches.ts has`),
      ),
      ...idProblems('docs/design.md', design, targets),
      ...idProblems('docs/google.md', google, targets),
      ...code.flatMap(({ path, text }) => referenceProblems(path, text, targets)),
      ...pages.flatMap(({ path, text }) => referenceProblems(path, text, targets, { isPage: true })),
    ],
  };
};

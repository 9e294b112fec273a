import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { below } from '../shared/paths.mjs';

/** An import of one file of src by another; both by their paths below src. */
/** @typedef {{ from: string, to: string, names: readonly string[], isType: boolean }} Import */

const STATEMENT = /^(?:import|export)\s+(type\s+)?([^'"]*?)\s*(?:from\s*)?'(\.{1,2}\/[^']+)'/gm;
const ENDINGS = ['', '.ts', '.tsx', '.d.ts', '/index.ts'];

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });

/** The names between the braces of an import, without what they are called here. */
const namesIn = (clause) =>
  [...clause.matchAll(/(?:^|[{,])\s*(type\s+)?(\w+)(?=\s*(?:as\s+\w+\s*)?(?:[,}]|$))/g)].map(([, type, name]) => ({
    name,
    isType: type !== undefined,
  }));

/**
 * Every import between two files of a source tree, types included.
 * @param {string} root the folder `src`.
 * @returns {{ files: readonly string[], imports: readonly Import[] }}
 */
export const importsOf = (root) => {
  const paths = filesBelow(root);
  const known = new Set(paths);
  const resolve = (from, to) => {
    const path = normalize(join(dirname(from), to));
    const found = ENDINGS.map((ending) => path + ending).find((each) => known.has(each));
    if (!found && !existsSync(path)) throw new Error(`${below(root, from)} imports ${to}, which doesn't exist.`);
    return found;
  };
  const imports = paths.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(STATEMENT)].flatMap(([, type, clause = '', specifier]) => {
      const target = resolve(path, specifier);
      if (!target) return [];
      const named = namesIn(clause);
      const isType = type !== undefined || (named.length > 0 && named.every((each) => each.isType));
      return [{ from: below(root, path), to: below(root, target), names: named.map(({ name }) => name), isType }];
    }),
  );
  return { files: paths.map((path) => below(root, path)), imports };
};

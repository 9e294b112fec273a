import { readFileSync } from 'node:fs';
import { filesIn } from '../pages';
import { commentsIn, proseIn, stringsIn, testNamesIn } from './strings';

/** A text that people read, and where it is. */
export interface Shown {
  readonly where: string;
  readonly text: string;
}

/** Says what must not be written, on purpose. */
const ABOUT_WORDS = /^(docs\/words\.md|test\/docs\/words\/|src\/.*\/old-words\.ts|LICENSE)/;

const isCode = (path: string): boolean => /\.(ts|tsx|mjs|cjs)$/.test(path) && !/\.d\.ts$/.test(path);

/** Test files are read for their names only. */
const isTest = (path: string): boolean => /^test\/|^packages\/[^/]+\/test\//.test(path);

const textsOf = (path: string): readonly string[] => {
  const source = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  if (/\.(md|html)$/.test(path)) return proseIn(source);
  if (path.endsWith('openapi.json'))
    return [...source.matchAll(/"(?:description|summary|title)": "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
      text.replaceAll('\\"', '"'),
    );
  if (path.endsWith('.sh')) return commentsIn(source);
  if (!isCode(path)) return [];
  const help = /^(tools\/[^/]+|build)\.mjs$/.test(path) ? commentsIn(source).slice(0, 1) : [];
  return [...help, ...(isTest(path) ? testNamesIn(path, source) : stringsIn(path, source))];
};

const filesToRead = (): string[] => filesIn().filter((path) => !ABOUT_WORDS.test(path));

const isShown = (path: string): boolean => isCode(path) || /\.(md|html|sh)$/.test(path) || path === 'docs/openapi.json';

/** Every text of the repository that people see: docs, pages, strings of the code, help of tools, names of tests. */
export const textsOfFiles = (): Shown[] =>
  filesToRead()
    .filter(isShown)
    .flatMap((where) => textsOf(where).map((text) => ({ where, text })));

/** Every comment of the code. */
export const textsOfComments = (): Shown[] =>
  filesToRead()
    .filter((path) => isCode(path) || path.endsWith('.css'))
    .flatMap((where) =>
      commentsIn(readFileSync(where, 'utf8').replaceAll('\r\n', '\n')).map((text) => ({ where, text })),
    );

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const SECURITY = readFileSync('docs/security.md', 'utf8');
const THREATS = readFileSync('docs/threat-model.md', 'utf8');

/** The tables of a page: their headers and rows, cell by cell. */
const tablesOf = (
  page: string,
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }[] =>
  page
    .split(/\n(?!\||<!--)/)
    .map((block) => block.split('\n').filter((line) => line.startsWith('|')))
    .filter((lines) => lines.length > 1)
    .map((lines) =>
      lines.map((line) =>
        line
          .slice(1, -1)
          .split(/(?<!\\)\|/)
          .map((cell) => cell.trim()),
      ),
    )
    .map(([header = [], , ...rows]) => ({ header, rows }));

const namesIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** The tests that the page lists at its end: name, file, and the test's own name. */
const listedIn = (page: string): readonly (readonly string[])[] =>
  tablesOf(page).find(({ header }) => header.join() === 'name,file,the test in it')?.rows ?? [];

/** What is wrong with how pages name tests, a sentence each; `read` gives a file's text, null when there is none. */
const problems = (security: string, pages: readonly string[], read: (file: string) => string | null): string[] => {
  const listed = new Map(
    listedIn(security).map(([name = '', file = '', its = '']) => [
      namesIn(name)[0] ?? '',
      { file: namesIn(file)[0] ?? '', its },
    ]),
  );
  const rows = pages
    .flatMap(tablesOf)
    .flatMap(({ header, rows: all }) => (header[header.length - 1] === 'test' ? all : []));
  const used = new Set(rows.flatMap((row) => namesIn(row[row.length - 1])));
  return [
    ...rows
      .filter((row) => namesIn(row[row.length - 1]).length === 0 && !row[row.length - 1]?.startsWith('none: '))
      .map(([first]) => `the row ${first} names no test`),
    ...[...used].filter((name) => !listed.has(name)).map((name) => `\`${name}\` is not listed under Tests`),
    ...[...listed].filter(([name]) => !used.has(name)).map(([name]) => `no row names \`${name}\``),
    ...[...listed].flatMap(([name, { file, its }]) => {
      const text = read(file);
      if (text === null) return [`\`${name}\`: there is no ${file}`];
      const isThere = ["'", '"', '`'].some((quote) => new RegExp(`\\(\\s*${quote}${escaped(its)}${quote}`).test(text));
      return isThere ? [] : [`\`${name}\`: ${file} has no test "${its}"`];
    }),
  ];
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const readHere = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);

test('each row of the security pages names tests that exist, and each listed test is named', () => {
  expect(problems(SECURITY, [SECURITY, THREATS], readHere)).toEqual([]);
  const rows = tablesOf(SECURITY)
    .filter(({ header }) => header[header.length - 1] === 'test')
    .flatMap((table) => table.rows);
  expect(rows.length).toBeGreaterThan(100);
  expect(tablesOf(THREATS).flatMap((table) => table.rows).length).toBeGreaterThan(9);
});

test('a name that no test has, a row without a test and a test that nobody names are found', () => {
  const page = [
    '| way in | test |',
    '| --- | --- |',
    '| `a` | `gone` |',
    '| `b` | `renamed`, `unlisted` |',
    '| `c` | |',
    '| `d` | none: nobody can |',
    '',
    '| name | file | the test in it |',
    '| --- | --- | --- |',
    '| `gone` | `no/such.test.ts` | x |',
    '| `renamed` | `a.test.ts` | as it was |',
    '| `idle` | `a.test.ts` | as it is |',
  ].join('\n');
  expect(problems(page, [page], (file) => (file === 'a.test.ts' ? "test('as it is', () => {});" : null))).toEqual([
    'the row `c` names no test',
    '`unlisted` is not listed under Tests',
    'no row names `idle`',
    '`gone`: there is no no/such.test.ts',
    '`renamed`: a.test.ts has no test "as it was"',
  ]);
});

test('the threat model is one page, the dearest first, and every other threat can be found from it', () => {
  expect(THREATS.split('\n').length).toBeLessThan(50);
  const numbers = tablesOf(THREATS).flatMap(({ rows }) => rows.map(([number]) => Number(number)));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(SECURITY).toContain('(threat-model.md)');
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const PACKAGE = resolve(__dirname, '..');

/** Folders that are made, not written. */
const MADE = ['build', 'node_modules', '.data'];

const files = readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(ts|mjs|css|html|json|md)$/.test(name) && !MADE.includes(name.split('/')[0] ?? ''))
  .filter((name) => join(PACKAGE, name) !== __filename)
  .map((name) => ({ name, text: readFileSync(join(PACKAGE, name), 'utf8') }));

type File = (typeof files)[number];

const { name, dependencies, devDependencies } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
const NAMED = [name, ...Object.keys({ ...dependencies, ...devDependencies })];

/** What a file imports, in any of the ways in which it can be written. */
const importsOf = ({ text }: File): string[] =>
  [...text.matchAll(/(?:[\s}]from|\bimport|@import|\brequire\(|\bimport\()\s*(['"])([^'"\n]+)\1/g)].map(
    ([, , path = '']) => path,
  );

/** The imports that leave the package: by a path, or by the name of a package that package.json does not name. */
const waysOut = (file: File): string[] =>
  importsOf(file).filter((path) =>
    path.startsWith('.')
      ? relative(PACKAGE, resolve(PACKAGE, dirname(file.name), path)).startsWith('..')
      : !path.startsWith('node:') && !NAMED.some((each) => path === each || path.startsWith(`${each}/`)),
  );

/** Names of the product that this package was made for. */
const NAMES =
  /\bCPS|\bcps\b|ASDAR|\bOrders\b|\bLedger\b|\bOutbox\b|photo|\breceipt|\bcustomer|WEBHOOK|webhookSecret|AUTH_MODE|\border(?:Id|Number)\b|\bordering platform|\bsample orders?\b/;

/** Its words, which a test may well write into a cell. */
const WORDS = /\borders\b(?! of magnitude)|\b(?:pending|shipped|to ship|pick(?:ed)? up|cancelled)\b/;

/** The lines of a file that speak of the product. */
const foreignLines = ({ name, text }: File): string[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      NAMES.test(line) || (!name.startsWith('test/') && !name.endsWith('.md') && WORDS.test(line))
        ? [`${name}:${index + 1}: ${line.trim()}`]
        : [],
    );

test('there are files to look at, with imports', () => {
  expect(files.length).toBeGreaterThan(250);
  expect(files.flatMap(importsOf).length).toBeGreaterThan(900);
});

test('no file imports anything from outside the package', () => {
  const code = files.filter(({ name }) => !name.endsWith('.md'));
  expect(code.flatMap((file) => waysOut(file).map((path) => `${file.name} imports ${path}`))).toEqual([]);
});

test('no file speaks of the product that this package was made for', () => {
  expect(files.flatMap(foreignLines)).toEqual([]);
});

test.each([
  "import { cents } from '../../../src/domain/money';",
  "import '../../../demo/page/panel.css';",
  "const { build } = await import('../../../tools/build/build.mjs');",
  "@import '../../../demo/page/panel.css';",
  "import { valid } from 'valibot';",
])('a way out is seen: %s', (text) => {
  expect(waysOut({ name: 'host/app.ts', text })).toHaveLength(1);
});

test.each(["const FIRST = 'Orders';", '/** Posts as CPS does. */', "['shipped', 'green'],"])(
  'a foreign word is seen: %s',
  (text) => {
    expect(foreignLines({ name: 'host/app.ts', text: `const a = 1;\n${text}` })).toHaveLength(1);
  },
);

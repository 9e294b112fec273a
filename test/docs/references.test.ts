import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkReferences } from '../../tools/docs/check.mjs';

// Written so that this file itself cites only what exists.
const DESIGN = 'docs/design.md';
const GOOGLE = 'docs/google.md';
const OLD_DESIGN = ['design', 'md'].join('.');
const OLD_FACTS = ['platform', 'facts'].join('-');

const DESIGN_PAGE = '# The design\n\n## 1. The product\n\n### 1.1 Who uses it (G2)\n\n## 2. The tabs\n';
const factRow = (id: string, more = 'a fact | documented | a guide | -') => `| ${id} | ${more} |`;
const googlePage = (...rows: string[]) =>
  `# Google\n\n## 1. Limits\n\n| Id | Fact | Sure | Source | Switch |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;

let root = '';

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const problems = (): string[] => checkReferences(root).problems;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'references-'));
  write(DESIGN, DESIGN_PAGE);
  write(GOOGLE, googlePage(factRow('G1'), factRow('G2')));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('references in code', () => {
  test.each([
    ['a chapter', `${DESIGN} 2`],
    ['a section', `${DESIGN} 1.1`],
    ['a section at the end of a sentence', `${DESIGN} 1.1.`],
    ['several sections', `${DESIGN} 1.1, 1 and 2`],
    ['a fact', `${GOOGLE} G1`],
    ['several facts', `${GOOGLE} G1 and G2`],
    ['a section of the facts', `${GOOGLE} 1`],
    ['a page as a whole', `see ${DESIGN}, which says why`],
  ])('%s that exists is fine', (_, reference) => {
    write('src/deep/down/a.ts', `/** Why (${reference}). */\n`);
    expect(problems()).toEqual([]);
  });

  test.each([
    ['a chapter', `${DESIGN} 3`, `${DESIGN} 3`],
    ['a section', `${DESIGN} 1.2`, `${DESIGN} 1.2`],
    ['the second of several', `${DESIGN} 1.1 and 7`, `${DESIGN} 7`],
    ['a fact', `${GOOGLE} G3`, `${GOOGLE} G3`],
    ['a misspelled id', `${GOOGLE} g1`, `${GOOGLE} g1`],
    ['a fact of the other page', `${DESIGN} G1`, `${DESIGN} G1`],
    ['the last of several', `${GOOGLE} G1, G2 and G9`, `${GOOGLE} G9`],
  ])('%s that does not exist is named with its file and line', (_, reference, cited) => {
    write('src/a.ts', `const a = 1;\n// Why (${reference}).\n`);
    expect(problems()).toEqual([`src/a.ts:2: cites ${cited}, which does not exist`]);
  });

  test.each([
    ['a block comment', `/**\n * Why (${DESIGN}\n * 7.7).\n */\n`],
    ['line comments', `// Why\n// (${DESIGN}\n// 7.7).\n`],
  ])('a reference that goes on in the next line of %s is read', (_, text) => {
    write('src/a.ts', text);
    expect(problems()).toEqual([expect.stringContaining(`cites ${DESIGN} 7.7`)]);
  });

  test.each(['src', 'local', 'packages', 'demo', 'test', 'tools'])('files below %s are read', (folder) => {
    write(`${folder}/x/y/a.mjs`, `// ${GOOGLE} G77\n`);
    expect(problems()).toEqual([`${folder}/x/y/a.mjs:1: cites ${GOOGLE} G77, which does not exist`]);
  });

  test('an anchor isn’t a citation: sections are cited by number', () => {
    write('src/a.ts', `// ${DESIGN}#the-tabs\n`);
    expect(problems()).toEqual([expect.stringContaining('cite a number')]);
  });

  test.each([
    ['the draft of the design', `${OLD_DESIGN} 1`, OLD_DESIGN],
    ['the draft of the facts', `${OLD_FACTS} 1`, OLD_FACTS],
  ])('%s is not in the repository', (_, reference, name) => {
    write('local/a.ts', `/** Why (${reference}). */\n`);
    expect(problems()).toEqual([expect.stringContaining(`local/a.ts:1: names ${name}, which isn't in the repository`)]);
  });
});

describe('references in pages', () => {
  test('a link with a section is read, and may leave the folder out', () => {
    write('docs/other.md', `[the design](${OLD_DESIGN}) 1.1 and [the design](${OLD_DESIGN}) 8\n`);
    expect(problems()).toEqual([`docs/other.md:1: cites ${DESIGN} 8, which does not exist`]);
  });

  test('an id in brackets has to be a fact', () => {
    write(DESIGN, `${DESIGN_PAGE}\nWhy (G1, G8).\n`);
    expect(problems()).toEqual([expect.stringContaining('there is no G8')]);
  });
});

describe('the pages themselves', () => {
  test.each([
    ['an id twice', factRow('G1'), 'G1 is listed twice'],
    ['a fact without a source', factRow('G3', 'a fact | documented | | -'), 'G3 needs'],
    ['a fact that is sure in other words', factRow('G3', 'a fact | certain | a guide | -'), 'G3 is "certain"'],
    [
      'a switch that nobody has',
      factRow('G3', 'a fact | believed | nobody | `noSuchSwitch`'),
      'names the switch noSuchSwitch',
    ],
  ])('%s is reported', (_, row, told) => {
    write(GOOGLE, googlePage(factRow('G1'), factRow('G2'), row));
    expect(problems()).toEqual([expect.stringContaining(told)]);
  });

  test('a switch is looked for in every switches.ts', () => {
    write('packages/x/switches.ts', 'export interface Switches {\n  someSwitch: boolean;\n}\n');
    write(GOOGLE, googlePage(factRow('G1'), factRow('G2', 'a fact | believed | nobody | `someSwitch`')));
    expect(problems()).toEqual([]);
  });

  test('two sections with the same number are reported', () => {
    write(DESIGN, `${DESIGN_PAGE}\n## 2. Another\n`);
    expect(problems()).toEqual(['docs/design.md: there are two sections 2']);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { checkLayers } from '../../tools/layers/check.mjs';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const LAYERS = {
  mostFiles: 3,
  reserved: { Lock: ['ledger'] },
  layers: [
    { rooms: ['domain'], what: 'rules' },
    { rooms: ['google'], what: 'adapters', only: ['domain'] },
    { rooms: ['ui-kit', 'ledger'], what: 'parts' },
    { rooms: ['health'], what: 'a feature' },
    { rooms: ['main.ts'], what: 'names' },
  ],
};

const SOUND = {
  'domain/money.ts': 'export const cents = 1;\n',
  'google/mailer.ts': "import { cents } from '../domain/money';\nexport const mailer = cents;\n",
  'ledger/work.ts': "import type { Lock } from '../domain/money';\nexport const work = 1;\n",
  'ui-kit/form.tsx': "import { cents } from '../domain/money';\nexport const form = cents;\n",
  'health/lines.ts': "import { cents } from '../domain/money';\nexport const lines = cents;\n",
  'health/page/health.tsx':
    "import { form } from '../../ui-kit/form';\nimport { lines } from '../lines';\nexport const page = [form, lines];\n",
  'main.ts':
    "import { work } from './ledger/work';\nexport { lines } from './health/lines';\nexport const main = work;\n",
};

/** A source tree with these files beside, or instead of, the sound ones. */
const treeWith = (files: Readonly<Record<string, string>>): string => {
  const root = mkdtempSync(join(tmpdir(), 'layers-'));
  made.push(root);
  for (const [path, text] of Object.entries({ ...SOUND, ...files, 'layers.json': JSON.stringify(LAYERS) })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
};

test('a tree whose imports all go down has no problem, and its rooms are counted', () => {
  const { problems, summary } = checkLayers(treeWith({}));
  expect(problems).toEqual([]);
  expect(summary).toBe(
    'layers: 6 rooms, 7 files, 8 imports; 0 upward imports, 0 circles; the largest room is health with 2 files',
  );
});

test.each([
  [
    'an import that goes up, though it is of a type only',
    { 'domain/money.ts': "import type { lines } from '../health/lines';\nexport const cents = 1;\n" },
    'domain/money.ts imports health/lines.ts: health is above domain',
  ],
  [
    'an import between two rooms of one layer',
    { 'ledger/work.ts': "import { form } from '../ui-kit/form';\nexport const work = form;\n" },
    'ledger/work.ts imports ui-kit/form.tsx: ui-kit is beside ledger',
  ],
  [
    'an import over several lines that goes up',
    { 'ui-kit/form.tsx': "import {\n  type lines,\n  other,\n} from '../health/lines';\nexport const form = other;\n" },
    'ui-kit/form.tsx imports health/lines.ts: health is above ui-kit',
  ],
  [
    'an export from a room above',
    { 'domain/money.ts': "export { lines } from '../health/lines';\nexport const cents = 1;\n" },
    'domain/money.ts imports health/lines.ts: health is above domain',
  ],
  [
    'a room that is not listed',
    { 'reports/report.ts': 'export const report = 1;\n' },
    'reports/report.ts lies in no room that src/layers.json lists',
  ],
  [
    'a circle of files, though they lie in one room',
    {
      'health/lines.ts': "import type { Facts } from './facts';\nexport const lines = 1;\n",
      'health/facts.ts': "import { lines } from './lines';\nexport type Facts = typeof lines;\n",
    },
    'a circle of files: health/facts.ts -> health/lines.ts',
  ],
  [
    'a room that has grown too large',
    { 'health/a.ts': '', 'health/b.ts': '' },
    'the room health has 4 files: 3 at most',
  ],
  [
    'a name that only the unit of work may use',
    { 'health/lines.ts': "import type { Lock } from '../domain/money';\nexport const lines = 1;\n" },
    'health/lines.ts imports Lock, which only ledger may use',
  ],
  [
    'an adapter that uses more than it may',
    {
      'google/mailer.ts': "import { work } from '../ledger/work';\nexport const mailer = work;\n",
    },
    'google/mailer.ts imports ledger/work.ts: ledger is above google',
  ],
  [
    'a page that uses what does not run in a browser',
    { 'health/page/health.tsx': "import { work } from '../../ledger/work';\nexport const page = work;\n" },
    'health/page/health.tsx imports ledger/work.ts: a page may use types, pure files of health, domain and ui-kit',
  ],
  [
    'a page that uses such a thing by way of its own feature',
    { 'health/lines.ts': "import { work } from '../ledger/work';\nexport const lines = work;\n" },
    'health/page/health.tsx imports health/lines.ts: a page may use types, pure files of health, domain and ui-kit',
  ],
  [
    'a use case that uses a page',
    { 'main.ts': "import { page } from './health/page/health';\nexport const main = page;\n" },
    "main.ts imports health/page/health.tsx, which is a page's",
  ],
])('%s is a problem', (_, files, problem) => {
  expect(checkLayers(treeWith(files)).problems).toContain(problem);
});

test('an import of a file that is not there is an error', () => {
  const root = treeWith({ 'domain/money.ts': "import { gone } from './gone';\nexport const cents = gone;\n" });
  expect(() => checkLayers(root)).toThrow("domain/money.ts imports ./gone, which doesn't exist.");
});

import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildProduct } from '../../tools/build/product.mjs';
import { checkReferences } from '../../tools/docs/check.mjs';
import { checkLayers } from '../../tools/layers/check.mjs';
import { picture } from '../../tools/layers/picture.mjs';

const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The attributes and the line ends that a clone has with a setting of git on Windows. */
const clonedWith = (autocrlf: string): string => {
  const [origin, clone] = [join(folder, `origin-${autocrlf}`), join(folder, `clone-${autocrlf}`)];
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  git('init', '-q', origin);
  copyFileSync('.gitattributes', join(origin, '.gitattributes'));
  writeFileSync(join(origin, 'a.ts'), 'const a = 1;\nconst b = 2;\n');
  cpSync('.ci', join(origin, '.ci'), { recursive: true });
  git('-C', origin, 'add', '.');
  git('-C', origin, 'commit', '-qm', 'A');
  git('clone', '-q', '-c', `core.autocrlf=${autocrlf}`, origin, clone);
  return ['a.ts', '.ci/run'].map((name) => readFileSync(join(clone, name), 'utf8')).join('');
};

test.each(['true', 'input', 'false'])(
  'a clone with core.autocrlf=%s has the line ends of the repository',
  (autocrlf) => {
    expect(clonedWith(autocrlf)).not.toContain('\r');
  },
);

/** Where sources of text are, for the checks and the build. */
const SOURCES = ['src', 'docs', 'tools', 'demo', 'examples', 'packages/local-apps-script'];
const FILES = ['README.md', 'CONTRIBUTING.md', 'package.json', 'appsscript.json', 'tsconfig.base.json'];
const root = join(folder, 'crlf');
const TEXT = /\.(md|m?[jt]sx?|cjs|json|css|html|sh|svg)$/;

beforeAll(() => {
  const copy = (path: string) => {
    if (/(^|\/)(node_modules|build|images)$/.test(path) && path !== 'tools/build') return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path)) copy(`${path}/${name}`);
      return;
    }
    cpSync(path, join(root, path));
    if (TEXT.test(path)) writeFileSync(join(root, path), readFileSync(path, 'utf8').replace(/\n/g, '\r\n'));
  };
  for (const path of [...SOURCES, ...FILES]) copy(path);
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'), 'junction');
});

test('with the line ends of Windows the checks of the texts find nothing to complain about', () => {
  expect(checkReferences(root).problems).toEqual([]);
  expect(checkReferences(root).files).toBeGreaterThan(500);
  expect(checkLayers(join(root, 'src')).problems).toEqual([]);
  expect(picture(root, false)).toEqual([]);
});

test('with the line ends of Windows the build makes the same product', async () => {
  const out = join(folder, 'dist');
  expect((await buildProduct({ root, out })).problems).toEqual([]);
  const names = readdirSync('dist').sort();
  expect(readdirSync(out).sort()).toEqual(names);
  // Where the packages are is named in the dialogs, and here they are behind a link.
  const textOf = (path: string) =>
    readFileSync(path, 'utf8')
      .replace(/\r\n/g, '\n')
      .replace(/[^"\s]*node_modules\//g, 'node_modules/');
  const other = names.filter((name) => textOf(join(out, name)) !== textOf(join('dist', name)));
  expect(other).toEqual([]);
});

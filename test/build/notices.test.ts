import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildProduct } from '../../tools/build/product.mjs';
import { fileOf, mainTs, project, removeProjects } from './project';

afterAll(removeProjects);

const MIT = 'MIT License\n\nCopyright (c) 2020 A <Smith>\n\nPermission is hereby granted';

/** A package as npm puts it into a project. */
const package_ = (name: string, more: Record<string, string> = {}, license = 'MIT') => {
  const folder = `node_modules/${name}`;
  const files: Record<string, string> = {
    'package.json': JSON.stringify({ name, version: '1.2.3', license, main: 'index.js', sideEffects: false }),
    'index.js': 'export const used = () => Math.random(); export const unused = () => "left out";',
    LICENSE: MIT,
    ...more,
  };
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]));
};

const using = (...names: string[]) =>
  names
    .map(
      (name, index) => `import { used as used${index} } from '${name}'; export const f${index} = () => used${index}();`,
    )
    .join('\n');

const PRODUCT = '{"name": "a-product", "version": "0.1.0", "type": "module"}';
const lock = (packages: object) => JSON.stringify({ packages });

describe('what is bundled', () => {
  test('is listed with version, license, hash and files, and its license text goes along', async () => {
    const root = project({
      'package.json': PRODUCT,
      'src/main.ts': `${mainTs}${using('plain', '@scope/other')}`,
      'src/page/page.html': '<script src="./page.ts"></script>',
      'src/page/page.ts': `${using('plain')} f0();`,
      ...package_('plain', { 'NOTICE.txt': 'Made by B.' }),
      ...package_('@scope/other', { LICENSE: '', 'license.md': 'ISC License of C' }, 'ISC'),
      'package-lock.json': lock({ 'node_modules/plain': { integrity: `sha512-${btoa('hash of plain')}` } }),
    });
    expect((await buildProduct({ root })).problems).toEqual([]);
    const notices = fileOf(root, 'dist/notices.html');
    for (const part of ['@scope/other 1.2.3 (ISC)', 'ISC License of C', 'Made by B.', 'A &#60;Smith&#62;'])
      expect(notices).toContain(part);
    const { components, dependencies, ...bom } = JSON.parse(fileOf(root, 'build/sbom.cdx.json'));
    expect(bom).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { component: { name: 'a-product' } },
    });
    expect(components).toEqual([
      expect.objectContaining({
        name: '@scope/other',
        purl: 'pkg:npm/%40scope/other@1.2.3',
        licenses: [{ license: { id: 'ISC' } }],
        properties: [{ name: 'bundled in', value: 'Code.js' }],
      }),
      expect.objectContaining({
        name: 'plain',
        version: '1.2.3',
        hashes: [{ alg: 'SHA-512', content: Buffer.from('hash of plain').toString('hex') }],
        properties: [
          { name: 'bundled in', value: 'Code.js' },
          { name: 'bundled in', value: 'page.html' },
        ],
      }),
    ]);
    expect(dependencies).toEqual([
      { ref: 'a-product', dependsOn: ['pkg:npm/%40scope/other@1.2.3', 'pkg:npm/plain@1.2.3'] },
    ]);
  });

  test('is what was put into a file, not what was only looked at', async () => {
    const main = `${mainTs}import { used } from 'plain'; const never = () => used();`;
    const root = project({ 'src/main.ts': main, ...package_('plain') });
    expect((await buildProduct({ root })).problems).toEqual([]);
    expect(readdirSync(join(root, 'dist')).sort()).toEqual(['Code.js', 'appsscript.json']);
  });

  test.each([
    ['has no license text', package_('plain', { LICENSE: '' }), 'no license text'],
    ['has a license that nobody looked at', package_('plain', {}, 'GPL-3.0'), 'has the license "GPL-3.0"'],
    ['names no license', package_('plain', {}, ''), 'has the license ""'],
  ])('is refused when it %s', async (_, files, problem) => {
    const root = project({ 'src/main.ts': `${mainTs}${using('plain')}`, ...files });
    expect((await buildProduct({ root })).problems).toEqual([expect.stringContaining(problem)]);
  });
});

test('our own build carries the license text of each package that it is made with', () => {
  const root = join(__dirname, '../..');
  const { dependencies } = JSON.parse(fileOf(root, 'package.json')) as { dependencies: Record<string, string> };
  const { components } = JSON.parse(fileOf(root, 'build/sbom.cdx.json')) as {
    components: { name: string; version: string; hashes?: unknown }[];
  };
  expect(Object.fromEntries(components.map(({ name, version }) => [name, version]))).toEqual(dependencies);
  expect(components.filter(({ hashes }) => !hashes)).toEqual([]);
  const notices = fileOf(root, 'dist/notices.html').replace(/&#(\d+);/g, (_, code) =>
    String.fromCharCode(Number(code)),
  );
  for (const name of Object.keys(dependencies)) {
    const [file = ''] = readdirSync(join(root, 'node_modules', name)).filter((each) => /^licen[cs]e/i.test(each));
    expect(notices).toContain(fileOf(root, `node_modules/${name}/${file}`).trim());
  }
});

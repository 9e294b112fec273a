import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Licenses that allow what we do with a bundled package: pass it on with its notice. By their SPDX ids. */
const allowedLicenses = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'Unlicense'];

/** The files of a package that say under which terms it may be passed on. */
const noticeFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * A package of which something is in what was built.
 * @typedef {{ name: string, version: string, license: string, notice: string, integrity: string, files: string[] }} Bundled
 * `files` are the built files that hold a part of it; `integrity` is blank when the lock file has none.
 */

/**
 * The files of packages that made it into a build, read from its metafile: what was left out as unused does not count.
 * @param {import('esbuild').Metafile | undefined} metafile
 * @returns {string[]} paths from the project's folder on
 */
export const packageFilesIn = (metafile) =>
  Object.values(metafile?.outputs ?? {}).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 && path.includes('node_modules/') ? [path] : [],
    ),
  );

/** The folder of the package that a file is from: `node_modules/@scope/name`. @param {string} path */
const packageFolder = (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? '';

/**
 * The packages behind the files of what was built, by name.
 * @param {string} root the project's folder
 * @param {Map<string, string[]>} built name of a built file -> the files of packages in it
 * @returns {Promise<{ packages: Bundled[], problems: string[] }>} a package that may not be passed on is a problem
 */
export const packagesIn = async (root, built) => {
  /** @type {Map<string, string[]>} */
  const folders = new Map();
  for (const [file, paths] of built)
    for (const folder of new Set(paths.map(packageFolder))) folders.set(folder, [...(folders.get(folder) ?? []), file]);
  const locked = await readLock(root);
  const packages = await Promise.all(
    [...folders].map(async ([folder, files]) => ({
      ...(await describe(join(root, folder))),
      integrity: locked[folder]?.integrity ?? '',
      files: files.sort(),
    })),
  );
  return {
    packages: packages.sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1)),
    problems: packages.flatMap(({ name, license, notice }) => [
      ...(allowedLicenses.includes(license)
        ? []
        : [`the bundled package ${name} has the license "${license}". Check whether it may be redistributed`]),
      ...(notice === '' ? [`the bundled package ${name} has no license text to include`] : []),
    ]),
  };
};

/** @param {string} folder @returns {Promise<Pick<Bundled, 'name' | 'version' | 'license' | 'notice'>>} */
const describe = async (folder) => {
  const { name, version, license = '' } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const names = (await readdir(folder)).filter((file) => noticeFile.test(file)).sort();
  const texts = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
  return { name, version, license: String(license), notice: texts.map((text) => text.trim()).join('\n\n') };
};

/** @param {string} root @returns {Promise<Record<string, { integrity?: string }>>} */
const readLock = async (root) => {
  const path = join(root, 'package-lock.json');
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')).packages : {};
};

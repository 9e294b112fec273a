// The modules of the product, the local Apps Script and the demo that test files import, built into one file: a test file
// loads it in some 10 ms, where Jest needs ten times that for each module on its own. A module is still evaluated only
// when it is first imported. Off for coverage, and where Jest asks what depends on what (jest.config.cjs).
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join, relative, resolve, sep } = require('node:path');
const { build } = require('esbuild');
const { constants } = require('./esbuild-transform.cjs');
// Loaded by every worker, as this file is.
require('./compile-once.cjs');

const root = join(__dirname, '..');
const folder = join(root, 'build/prebuilt');

/** What is built: everything that is ours and no test. */
const isOurs = (path) => /^(src|demo|packages\/[^/]+\/(?!test\/))/.test(path);

const testFolders = () => ['test', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/test`)];

const filesBelow = (path) =>
  readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
  );

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The package that is imported by its name, and where it lies. */
const [packageName, packageFolder] = ['local-apps-script', join(root, 'packages/local-apps-script')];

const isPackage = (specifier) => specifier === packageName || specifier.startsWith(`${packageName}/`);

/** The source file that an import names, from the project's folder; undefined when it is none of ours. */
const sourceOf = (from, specifier) => {
  const path = isPackage(specifier)
    ? join(packageFolder, specifier.slice(packageName.length))
    : resolve(from, specifier);
  const found = ['', '.ts', '.tsx', '/index.ts'].map((ending) => path + ending).find(isFile);
  const name = found && relative(root, found).split(sep).join('/');
  return name && isOurs(name) ? name : undefined;
};

/** What a test file imports by a relative path or by the package's name, types left out. */
const importsOf = (text) =>
  [
    ...text.matchAll(
      /^(?:import|export)\s+(?!type\b)[^'"]*?from '((?:\.|local-apps-script)[^']*)'|\b(?:require|import)\('(\.[^']+)'\)/gm,
    ),
  ].map(([, named, called]) => named ?? called);

const imported = () => {
  const files = testFolders()
    .flatMap(filesBelow)
    .filter((path) => path.endsWith('.ts'));
  const found = files.flatMap((path) =>
    importsOf(readFileSync(join(root, path), 'utf8')).map((specifier) =>
      sourceOf(join(root, dirname(path)), specifier),
    ),
  );
  return [...new Set(found)].filter((name) => /\.tsx?$/.test(name ?? '')).sort();
};

/** Where Jest finds a module instead of its source: one line that takes it out of the one file. */
const placeOf = (name) => join(folder, `${name}.cjs`);

/** Whole or not at all, and only what has changed: another run may read it now. */
const writeWhole = (path, text) => {
  if (isFile(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  const own = `${path}.${process.pid}`;
  writeFileSync(own, text);
  renameSync(own, path);
};

/** Jest keeps the map in another folder. */
const withWholePaths = (map) => {
  const { sources, ...rest } = JSON.parse(map);
  return JSON.stringify({ ...rest, sources: sources.map((source) => join(folder, source)) });
};

/** Where a module was built that no test imports any more, or that cannot be built now. */
const leftovers = (names) => {
  const places = new Set(names.map(placeOf));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?\.cjs$/.test(path) && !places.has(path));
};

/** Builds all of them. @throws Error when a module cannot be built; the tests then load the sources. */
const buildModules = async () => {
  mkdirSync(folder, { recursive: true });
  const names = imported();
  const outputFiles = await bundled(names).catch((error) => {
    for (const path of leftovers([])) rmSync(path);
    throw error;
  });
  for (const path of leftovers(names)) rmSync(path);
  for (const { path, text } of outputFiles) writeWhole(path, path.endsWith('.map') ? withWholePaths(text) : text);
  for (const name of names) {
    const place = placeOf(name);
    const path = relative(dirname(place), join(folder, 'modules.cjs')).split(sep).join('/');
    writeWhole(place, `module.exports = require(${JSON.stringify(path)})['${name}']();\n`);
  }
};

/** The one file, and its map. */
const bundled = async (names) => {
  const contents = `module.exports = {${names.map((name) => `'${name}': () => require('./${name}')`).join(',')}}`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'js' },
    outfile: join(folder, 'modules.cjs'),
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: { [packageName]: packageFolder },
    define: constants,
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'silent',
    write: false,
  });
  return outputFiles;
};

/** Jest's resolver: takes what was built, and leaves all else to Jest. */
const resolveModule = (request, options) => {
  const name = request.startsWith('.') || isPackage(request) ? sourceOf(options.basedir, request) : undefined;
  return name && isFile(placeOf(name)) ? placeOf(name) : options.defaultResolver(request, options);
};

module.exports = { buildModules, sync: resolveModule };

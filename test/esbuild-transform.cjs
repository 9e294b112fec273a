// Jest transformer: TypeScript and ES modules to CommonJS, by esbuild, with the constants that the build puts in.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const esbuild = require('esbuild');
const { version } = require('../package.json');
// Loaded by every worker, as this file is.
require('./worker-exit.cjs');

exports.constants = { __VERSION__: JSON.stringify(version), __BUILD__: '"00000000"' };

const own = readFileSync(__filename, 'utf8');

/** What was transformed before, in whatever run, is not transformed again. */
exports.getCacheKey = (source, path) =>
  createHash('sha256').update([own, esbuild.version, version, path, source].join('\0')).digest('hex').slice(0, 32);

exports.process = (source, path) => {
  // What was built already (prebuilt.cjs) is only told where its lines come from.
  if (path.endsWith('.cjs')) return { code: source, map: readFileSync(`${path}.map`, 'utf8') };
  return esbuild.transformSync(source, {
    loader: path.endsWith('.ts') ? 'ts' : 'js',
    format: 'cjs',
    target: 'node20',
    define: exports.constants,
    sourcemap: 'inline',
    sourcefile: path,
  });
};

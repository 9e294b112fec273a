// Jest transformer: TypeScript and ES modules to CommonJS, by esbuild, with the constants that the build puts in.
const { transformSync } = require('esbuild');
const { version } = require('../package.json');

exports.process = (source, path) =>
  transformSync(source, {
    loader: path.endsWith('.ts') ? 'ts' : 'js',
    format: 'cjs',
    target: 'node20',
    define: { __VERSION__: JSON.stringify(version), __BUILD__: '"00000000"' },
    sourcemap: 'inline',
    sourcefile: path,
  });

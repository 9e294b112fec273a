const { availableParallelism } = require('node:os');

/** Coverage is reported for each source file, and what depends on what is read off the imports: both need the sources themselves. */
const needsSources = /^(--coverage|--collectCoverage|--watch|--onlyChanged|-o$|--changedSince|--findRelatedTests)/;

/** @type {import('jest').Config} */
module.exports = {
  ...(process.argv.some((argument) => needsSources.test(argument)) ? {} : { resolver: '<rootDir>/test/prebuilt.cjs' }),
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/slow/'],
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/packages/*/test/**/*.test.ts'],
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/fast-check.cjs' },
  transform: { '\\.(ts|mjs)$|/build/prebuilt/modules\\.cjs$': '<rootDir>/test/esbuild-transform.cjs' },
  coverageProvider: 'v8',
  collectCoverageFrom: [
    'src/**/*.ts',
    'packages/*/{google,host,office,script}/**/*.ts',
    'demo/**/*.ts',
    'tools/build/*.mjs',
  ],
  globalSetup: '<rootDir>/test/global-setup.cjs',
  globalTeardown: '<rootDir>/test/global-teardown.cjs',
  reporters: ['default', '<rootDir>/test/slowest.cjs'],
  testTimeout: 120000,
  // A worker waits for browsers and hosts for a quarter of its time: three keep two cores busy. Jest takes no more than 100 %.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/build/', '<rootDir>/.data'],
};

/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/packages/*/test/**/*.test.ts'],
  transform: { '\\.(ts|mjs)$': '<rootDir>/test/esbuild-transform.cjs' },
  coverageProvider: 'v8',
  collectCoverageFrom: [
    'src/**/*.ts',
    'packages/*/{google,host,office,script}/**/*.ts',
    'demo/**/*.ts',
    'tools/build/*.mjs',
  ],
  globalSetup: '<rootDir>/test/global-setup.cjs',
  testTimeout: 120000,
  maxWorkers: '100%',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/build/', '<rootDir>/.data'],
};

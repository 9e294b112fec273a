// `npm run test:campaign`: the long tests at full length. test/support/campaign.ts says what that is.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const config = require('./jest.config.cjs');

process.env.CAMPAIGN ??= 'yes';

const isPartOfIt = (path) => /^import .* from '[./]+\/support\/campaign';$/m.test(readFileSync(path, 'utf8'));

const testsBelow = (folder) =>
  readdirSync(join(__dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'));

const files = ['test', ...readdirSync(join(__dirname, 'packages')).map((name) => `packages/${name}/test`)]
  .flatMap(testsBelow)
  .filter((path) => path.startsWith('test/slow/') || isPartOfIt(join(__dirname, path)));

/** @type {import('jest').Config} */
module.exports = {
  ...config,
  testMatch: files.map((path) => `<rootDir>/${path}`),
  testPathIgnorePatterns: ['/node_modules/'],
};

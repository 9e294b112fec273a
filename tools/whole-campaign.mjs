// Runs the long tests with nothing left out: every pair of injected faults, 10,000 made-up event codes, new inputs for the property tests.
// Takes hours. Options are passed to Jest.
//   npm run test:whole
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

const jest = ['--max-semi-space-size=64', 'node_modules/jest/bin/jest.js', '--config', 'jest.campaign.cjs'];
const { status } = spawnSync(process.execPath, [...jest, ...process.argv.slice(2)], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, CAMPAIGN: 'whole' },
  stdio: 'inherit',
});
process.exit(status ?? 1);

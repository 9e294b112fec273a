/**
 * What a test run comes to. A test file that could not be loaded counts as one failure, and so does a test command that failed
 * without a failing test (its checks, or its installation); a run without tests has not passed.
 * @param {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number } | undefined} results
 * Jest's results, if it came to any
 * @param {number} exitCode of the test command
 * @returns {{ lines: string[], passed: boolean }} the last line is `N passed, N failed`
 */
export const summary = (results, exitCode) => {
  const passed = results?.numPassedTests ?? 0;
  const failed = (results?.numFailedTests ?? 0) + (results?.numRuntimeErrorTestSuites ?? 0);
  const lines = [];
  if (!results) lines.push('The test command ended before Jest ran.');
  else if (passed + failed === 0) lines.push('No test ran.');
  else if (failed === 0 && exitCode !== 0) lines.push(`The test command ended with exit code ${exitCode}.`);
  const clean = passed > 0 && failed === 0 && exitCode === 0;
  return { lines: [...lines, `${passed} passed, ${clean ? 0 : Math.max(failed, 1)} failed`], passed: clean };
};

import { expect, test } from '@jest/globals';
import { summary } from '../../tools/build/summary.mjs';

const results = (numPassedTests: number, numFailedTests = 0, numRuntimeErrorTestSuites = 0) => ({
  numPassedTests,
  numFailedTests,
  numRuntimeErrorTestSuites,
});

test('a run of passing tests has passed', () => {
  expect(summary([{ results: results(12), exitCode: 0 }])).toEqual({ lines: ['12 passed, 0 failed'], passed: true });
});

test.each([
  ['a failing test', results(11, 1), 1, '11 passed, 1 failed'],
  ['a test file that could not be loaded', results(11, 1, 2), 1, '11 passed, 3 failed'],
  ['a failure that the exit code hides', results(11, 1), 0, '11 passed, 1 failed'],
  ['an exit code without a failing test', results(11), 1, '11 passed, 1 failed'],
  ['a run without tests', results(0), 0, '0 passed, 1 failed'],
  ['no results at all', undefined, 1, '0 passed, 1 failed'],
])('%s has not', (_, found, exitCode, line) => {
  const { lines, passed } = summary([{ results: found, exitCode }]);
  expect(passed).toBe(false);
  expect(lines.at(-1)).toBe(line);
});

test('two runs are counted together, and one that has not passed spoils both', () => {
  const good = { results: results(12), exitCode: 0 };
  expect(summary([good, { results: results(5), exitCode: 0 }])).toEqual({
    lines: ['17 passed, 0 failed'],
    passed: true,
  });
  expect(summary([good, { results: results(4, 1), exitCode: 1 }])).toEqual({
    lines: ['16 passed, 1 failed'],
    passed: false,
  });
  expect(summary([{ results: undefined, exitCode: 1 }, good])).toEqual({
    lines: ['The test command ended before Jest ran.', '12 passed, 1 failed'],
    passed: false,
  });
  expect(summary([]).passed).toBe(false);
});

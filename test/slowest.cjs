/** How many files are listed. */
const TOLD = 10;

/** Jest reporter: at the end of a run of many files, the slowest ones, so that the suite stays quick. */
module.exports = class Slowest {
  onRunComplete(_, { testResults }) {
    if (testResults.length <= TOLD) return;
    const seconds = ({ perfStats: { start, end } }) => (end - start) / 1000;
    const all = testResults.reduce((sum, each) => sum + seconds(each), 0);
    const slowest = [...testResults].sort((a, b) => seconds(b) - seconds(a)).slice(0, TOLD);
    const share = slowest.reduce((sum, each) => sum + seconds(each), 0) / all;
    const lines = slowest.map(
      (each) => `${seconds(each).toFixed(1).padStart(7)} s  ${each.testFilePath.replace(`${process.cwd()}/`, '')}`,
    );
    console.error(
      `\nSlowest of ${testResults.length} files, ${Math.round(100 * share)} % of their time:\n${lines.join('\n')}`,
    );
  }
};

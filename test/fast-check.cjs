// fast-check as the tests import it: its chance has a seed, so that a run that passed passes again. The whole campaign
// draws a new one each time, and a property that fails names the seed that it drew.
const fc = require('../node_modules/fast-check/lib/cjs/fast-check.js');

if (process.env.CAMPAIGN !== 'whole') fc.configureGlobal({ seed: 20261128 });

/** Half of the code units of pairs are where no character of its own is: from here on, and how many. */
const [SURROGATES, SURROGATE_COUNT] = [0xd800, 0x800];
const LAST = 0x10ffff;

/**
 * What fast-check draws for `unit: 'binary'`, any code point, value for value. Its own makes a table of all 1.1 million of
 * them first, in each test file: almost a second.
 */
const codePoint = fc.nat({ max: LAST - SURROGATE_COUNT }).map(
  (nth) => String.fromCodePoint(nth < SURROGATES ? nth : nth + SURROGATE_COUNT),
  (text) => {
    const point = typeof text === 'string' ? text.codePointAt(0) : undefined;
    const isWhole = point !== undefined && String.fromCodePoint(point) === text;
    if (!isWhole || (point >= SURROGATES && point < SURROGATES + SURROGATE_COUNT)) throw new Error('no code point');
    return point < SURROGATES ? point : point - SURROGATE_COUNT;
  },
);

const string = (constraints = {}) =>
  fc.string(constraints.unit === 'binary' ? { ...constraints, unit: codePoint } : constraints);

const ours = { ...fc, string };

module.exports = Object.defineProperty({ ...ours, default: ours }, '__esModule', { value: true });

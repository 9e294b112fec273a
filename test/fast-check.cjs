// fast-check as the tests import it: its chance has a seed, so that a run that passed passes again. The whole campaign
// draws a new one each time, and a property that fails names the seed that it drew.
const fc = require('../node_modules/fast-check/lib/cjs/fast-check.js');

if (process.env.CAMPAIGN !== 'whole') fc.configureGlobal({ seed: 20261128 });

module.exports = fc;

import { expect, test } from '@jest/globals';
import ours from 'fast-check';

const theirs = require('../../node_modules/fast-check/lib/cjs/fast-check.js') as typeof ours;

test.each([{}, { maxLength: 60 }, { minLength: 3 }])(
  'strings of any code points are drawn as fast-check itself draws them, with %j',
  (length) => {
    for (let seed = 1; seed <= 100; seed++) {
      const drawn = ({ sample, string }: typeof ours) => sample(string({ unit: 'binary', ...length }), { seed });
      expect(drawn(ours)).toEqual(drawn(theirs));
    }
  },
);

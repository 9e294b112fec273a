const numbersIn = (/** @type {string} */ version) => version.split('.').map(Number);

/** @param {readonly number[]} a @param {readonly number[]} b negative when a is older */
const compared = (a, b) => {
  for (const at of [0, 1, 2]) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/**
 * Whether a version of Node is one of those that a package names. Without a package, since the first program that runs has
 * none yet.
 * @param {string} version `20.19.1`
 * @param {string} range as package.json writes it: `^20.19.0 || >=24`, with `^`, `>=`, `>`, `*`, `18`, `20.x`, and several that all
 * have to hold, separated by spaces
 * @returns {boolean}
 * @throws Error for a range that is written otherwise
 */
export const suits = (version, range) => {
  const own = numbersIn(version);
  return range.split('||').some((choice) => {
    const parts = choice
      .replace(/([<>=^~])\s+/g, '$1')
      .trim()
      .split(/\s+/);
    return parts.every((part) => {
      const [, sign = '', bound = ''] = /^(\^|>=|>|<=|<|~)?v?([\d.x*]+)$/.exec(part) ?? [];
      if (bound === '') throw new Error(`"${range}" is not understood`);
      if (bound === '*') return true;
      const than = numbersIn(bound.replace(/(\.[x*])+$/, ''));
      const difference = compared(own, than);
      if (sign === '>=') return difference >= 0;
      if (sign === '>') return than.length < 3 ? compared(own.slice(0, than.length), than) > 0 : difference > 0;
      if (sign === '<') return difference < 0;
      if (sign === '<=') return difference <= 0;
      if (sign === '^') return difference >= 0 && own[0] === than[0];
      if (sign === '~') return difference >= 0 && own[0] === than[0] && own[1] === (than[1] ?? own[1]);
      return than.every((number, at) => own[at] === number);
    });
  });
};

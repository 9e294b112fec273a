/**
 * Whether this run is the campaign (`npm run test:campaign`), which goes through everything. `npm test` goes through a sample
 * of what is long: the same tests, the same checks, fewer cases, drawn by a seed. A file that imports this is in both.
 */
const isCampaign = process.env.CAMPAIGN === 'yes';

/** So many of something: the first number in `npm test`, the second in the campaign. */
export const times = (sample: number, all: number): number => (isCampaign ? all : sample);

/** A small seeded generator (mulberry32) of numbers from 0 to below 1. */
const chances = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/**
 * All of a list in the campaign. In `npm test` one of each `size` neighbours: of faults listed as every kind at every call,
 * with as many kinds as that, still one at each call.
 */
export const sampled = <T>(all: readonly T[], size: number, seed = 1): readonly T[] => {
  if (isCampaign) return all;
  const chance = chances(seed);
  return Array.from({ length: Math.ceil(all.length / size) }, (_, group) => {
    const neighbours = all.slice(group * size, (group + 1) * size);
    return neighbours[Math.floor(chance() * neighbours.length)] as T;
  });
};

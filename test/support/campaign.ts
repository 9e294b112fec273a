/**
 * How wide this run goes. `npm run test:campaign` is the campaign: the long tests at length, as CI runs them.
 * `npm run test:whole` leaves nothing out of what takes hours. `npm test` goes through a sample of what is long:
 * the same tests, the same checks, fewer cases, drawn by a seed. A file that imports this is in all of them.
 */
const WIDTH: 'sample' | 'campaign' | 'whole' =
  process.env.CAMPAIGN === 'whole' ? 'whole' : process.env.CAMPAIGN ? 'campaign' : 'sample';

/** How many of something: in `npm test`, in the campaign, and in the whole one if that is more. */
export const times = (sample: number, all: number, whole = all): number => ({ sample, campaign: all, whole })[WIDTH];

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
 * A list in the whole campaign. In `npm test` one of each `size` neighbors: of injected faults listed as every kind at every call, with as
 * many kinds as that, still one at each call. In the campaign one of each `campaignSize`; all of them unless told.
 */
export const sampled = <T>(all: readonly T[], size: number, seed = 1, campaignSize = 1): readonly T[] => {
  const each = times(size, campaignSize, 1);
  if (each === 1) return all;
  const chance = chances(seed);
  return Array.from({ length: Math.ceil(all.length / each) }, (_, group) => {
    const neighbours = all.slice(group * each, (group + 1) * each);
    return neighbours[Math.floor(chance() * neighbours.length)] as T;
  });
};

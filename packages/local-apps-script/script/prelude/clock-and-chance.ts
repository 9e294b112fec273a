import { now, running } from './bridge';

/** A small seeded generator (mulberry32): the same seed gives the same numbers, from 0 to below 1. */
const seeded = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const chance = seeded(running.seed);

/** A version 4 uuid from the execution's own chance. */
export const uuid = (): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) => {
    const digit = Math.floor(chance() * 16);
    return (letter === 'x' ? digit : (digit & 3) | 8).toString(16);
  });

/**
 * Makes the script's `Date` follow the world's clock and its `Math.random` follow the execution's seed.
 * A plain function, not a Proxy: scripts ask `instanceof Date` of each of many thousand values.
 */
export const followTheWorld = (): void => {
  const RealDate = Date;
  const clockedNow = (): number => Math.floor(now());
  const Clocked = function (this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) return new RealDate(clockedNow()).toString();
    return Reflect.construct(RealDate, args.length === 0 ? [clockedNow()] : args, new.target);
  };
  Object.defineProperties(Clocked, {
    ...Object.getOwnPropertyDescriptors(RealDate),
    now: { value: clockedNow, writable: true, configurable: true },
    prototype: { value: RealDate.prototype, writable: false },
  });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: Clocked, writable: true, configurable: true });
  Object.defineProperty(globalThis, 'Date', { value: Clocked, writable: true, configurable: true });
  const random = seeded(running.seed ^ 0x5bd1e995);
  Object.defineProperty(Math, 'random', { value: random, writable: true, configurable: true });
};

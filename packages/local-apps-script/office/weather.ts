import type { World } from '../google/world';

/** Bad weather that isn't a fault of one call. */
export interface Weather {
  /** Positions of switches by name, such as `{ mailQuota: 3, costsMoveClock: true }`. */
  readonly switches?: unknown;
  /** True: the cache forgets everything, as it may at any time. */
  readonly evictCache?: unknown;
  /** True: someone holds the script lock until it is set to false; everybody else starves. */
  readonly holdLock?: unknown;
}

const SOMEBODY = 'weather';

/** What the switches that are neither booleans nor limits may be. */
const POSITIONS: Readonly<Record<string, readonly unknown[]>> = {
  account: ['consumer', 'workspace'],
  handlerNames: ['whole', 'last part', 'none'],
  editEvents: ['arrive', 'lost', 'late'],
};

const allowed = (name: string, now: unknown): string =>
  POSITIONS[name]?.join(' or ') ??
  (typeof now === 'string'
    ? 'a text'
    : typeof now === 'boolean'
      ? 'true or false'
      : 'null or a whole number of at least 0');

const fits = (name: string, now: unknown, value: unknown): boolean => {
  const positions = POSITIONS[name];
  if (positions) return positions.includes(value);
  if (typeof now === 'string') return typeof value === 'string';
  if (typeof now === 'boolean') return typeof value === 'boolean';
  return value === null || (Number.isSafeInteger(value) && (value as number) >= 0);
};

const check = (what: string, value: unknown): void => {
  if (value !== undefined && typeof value !== 'boolean')
    throw new RangeError(`${what} must be true or false, not ${JSON.stringify(value)}`);
};

/** Makes the weather of one script. @throws RangeError naming what is unknown or does not fit; then nothing changes. */
export const setWeather = (world: World, bound: string, { switches = {}, evictCache, holdLock }: Weather): void => {
  const { switches: now } = world;
  if (switches === null || typeof switches !== 'object')
    throw new RangeError(`switches must be an object, not ${JSON.stringify(switches)}`);
  for (const [name, value] of Object.entries(switches)) {
    if (!Object.hasOwn(now, name))
      throw new RangeError(
        `there is no switch ${JSON.stringify(name)}. The switches are: ${Object.keys(now).join(', ')}`,
      );
    const before = now[name as keyof typeof now];
    if (!fits(name, before, value))
      throw new RangeError(`${name} must be ${allowed(name, before)}, not ${JSON.stringify(value)}`);
  }
  check('evictCache', evictCache);
  check('holdLock', holdLock);
  Object.assign(now, switches);
  if (evictCache) world.cache.evictAll();
  if (holdLock) world.locks.take(`script:${bound}`, SOMEBODY);
  if (holdLock === false) world.locks.release(`script:${bound}`, SOMEBODY);
};

/** A moment as a wall clock shows it. Months count from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const formatFor = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
};

/** What the clocks of a zone show, asked of Intl, which takes its time. */
const askedWallTime = (epoch: number, zone: string): WallTime => {
  const parts = new Map(
    formatFor(zone)
      .formatToParts(epoch)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name));
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year');
  return {
    year,
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
};

const asUtc = ({ year, month, day, hour, minute, second }: WallTime): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime();
};

const askedOffset = (epoch: number, zone: string): number =>
  asUtc(askedWallTime(epoch, zone)) - Math.floor(epoch / 1000) * 1000;

const DAY = 86_400_000;
const offsets = new Map<string, Map<number, number>>();

/** The offset at the start of a day, counted in UTC from 1970. */
const offsetAtStart = (day: number, zone: string): number => {
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const offset = known.get(day) ?? askedOffset(day * DAY, zone);
  known.set(day, offset);
  return offset;
};

/** Milliseconds that a zone is ahead of UTC at an epoch millisecond. @throws RangeError for an unknown zone. */
export const exactOffset = (epoch: number, zone: string): number => {
  const day = Math.floor(epoch / DAY);
  const start = offsetAtStart(day, zone);
  return start === offsetAtStart(day + 1, zone) ? start : askedOffset(epoch, zone);
};

const steady = new Map<string, Map<number, number | null>>();

/** The offset of a zone from the day before a moment to the day after it; null when its clocks are changed in between. */
export const steadyOffset = (epoch: number, zone: string): number | null => {
  const known = steady.get(zone) ?? new Map<number, number | null>();
  steady.set(zone, known);
  const day = Math.floor(epoch / DAY);
  const before = known.get(day);
  if (before !== undefined) return before;
  const [first, ...others] = [-1, 0, 1, 2].map((more) => offsetAtStart(day + more, zone)) as [number, ...number[]];
  const offset = others.every((other) => other === first) ? first : null;
  known.set(day, offset);
  return offset;
};

/** What the clocks of a zone show at an epoch millisecond. @throws RangeError for an unknown zone. */
export const wallTime = (epoch: number, zone: string): WallTime => {
  const date = new Date(epoch + exactOffset(epoch, zone));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
};

/** The same in whole minutes. */
export const zoneOffset = (epoch: number, zone: string): number => Math.round(exactOffset(epoch, zone) / 60_000);

/**
 * The epoch millisecond at which the clocks of a zone show a wall time. Day and hour may overflow (day 32).
 * A time that daylight saving skips is moved on by the gap; one that comes twice is the first.
 */
export const epochOf = (wall: WallTime, zone: string): number => {
  const utc = asUtc(wall);
  const before = zoneOffset(utc - 86_400_000, zone);
  const after = zoneOffset(utc + 86_400_000, zone);
  const fits = [before, after]
    .map((offset) => utc - offset * 60_000)
    .filter((epoch) => {
      return asUtc(wallTime(epoch, zone)) === utc;
    });
  return fits.length > 0 ? Math.min(...fits) : utc - before * 60_000;
};

/** Day of the week, 0 = Sunday, of a wall time. */
export const weekDay = (wall: WallTime): number => new Date(asUtc(wall)).getUTCDay();

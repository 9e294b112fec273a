import { exactOffset } from '../zone';

const DAY = 86_400_000;
/** Days from the serial epoch, 1899-12-30, to 1970-01-01. */
const EPOCH_SERIAL = 25_569;

const offsetsByDay = new Map<string, Map<number, number>>();

const dayStartOffset = (zone: string, days: Map<number, number>, day: number): number => {
  let offset = days.get(day);
  if (offset === undefined) {
    offset = exactOffset(day * DAY, zone);
    days.set(day, offset);
  }
  return offset;
};

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. Both are epoch-based. */
const zoneOffset = (zone: string, epoch: number): number => {
  let days = offsetsByDay.get(zone);
  if (!days) {
    days = new Map();
    offsetsByDay.set(zone, days);
  }
  const day = Math.floor(epoch / DAY);
  const start = dayStartOffset(zone, days, day);
  return start === dayStartOffset(zone, days, day + 1) ? start : exactOffset(epoch, zone);
};

/** The serial number that shows this moment (epoch milliseconds) on the zone's wall clock. */
export const epochToSerial = (epoch: number, zone: string): number =>
  (epoch + zoneOffset(zone, epoch)) / DAY + EPOCH_SERIAL;

/**
 * The moment (epoch milliseconds) at which the zone's wall clock shows this serial number.
 * A time that occurs twice is the first of the two; one that is skipped is moved on by the gap.
 */
export const serialToEpoch = (serial: number, zone: string): number => {
  const wall = Math.round((serial - EPOCH_SERIAL) * DAY);
  const before = zoneOffset(zone, wall - DAY);
  const after = zoneOffset(zone, wall + DAY);
  const early = wall - Math.max(before, after);
  if (early + zoneOffset(zone, early) === wall) return early;
  const late = wall - Math.min(before, after);
  return late + zoneOffset(zone, late) === wall ? late : wall - before;
};

/** The serial number of a calendar date, months from 1; no zone involved. Rolls over as Date does. */
export const dateSerial = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY + EPOCH_SERIAL;
};

/** A serial number taken apart: wall-clock parts, month from 1, weekday 0 for Sunday. Rounded to milliseconds. */
export const serialParts = (serial: number) => {
  const date = new Date(Math.round((serial - EPOCH_SERIAL) * DAY));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
};

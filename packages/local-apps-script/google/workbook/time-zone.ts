import { exactOffset, steadyOffset } from '../zone';

const DAY = 86_400_000;
/** Days from the serial epoch, 1899-12-30, to 1970-01-01. */
const EPOCH_SERIAL = 25_569;

/** The serial number that shows this moment (epoch milliseconds) on the zone's wall clock. */
export const epochToSerial = (epoch: number, zone: string): number =>
  (epoch + exactOffset(epoch, zone)) / DAY + EPOCH_SERIAL;

/**
 * The moment (epoch milliseconds) at which the zone's wall clock shows this serial number.
 * A time that occurs twice is the first of the two; one that is skipped is moved on by the gap.
 */
export const serialToEpoch = (serial: number, zone: string): number => {
  const wall = Math.round((serial - EPOCH_SERIAL) * DAY);
  const steady = steadyOffset(wall, zone);
  if (steady !== null) return wall - steady;
  const before = exactOffset(wall - DAY, zone);
  const after = exactOffset(wall + DAY, zone);
  const early = wall - Math.max(before, after);
  if (early + exactOffset(early, zone) === wall) return early;
  const late = wall - Math.min(before, after);
  return late + exactOffset(late, zone) === wall ? late : wall - before;
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

import { epochOf, wallTime } from '../google/zone';

const HALF_DAY = 43_200_000;
const MINUTE = 60_000;
/** The two busy times of a day: when they begin, by the clock of the sheet, and how long they are. */
const MORNING = { hour: 9, minute: 30 };
const EVENING = { hour: 19, minute: 0 };
const LENGTH = 50 * MINUTE;

/**
 * Moves a moment into the busy time of its half of the day, in the same order as the moments around it: so the
 * triggers, which run every five minutes on Google's side, can be run before each day's first one instead. The half of the
 * day that it is now stays as it is. Epoch milliseconds.
 */
export const busyTime = (moment: number, now: number, zone: string): number => {
  const wall = wallTime(moment, zone);
  const half = Math.floor(wall.hour / 12);
  const start = epochOf({ ...wall, hour: half * 12, minute: 0, second: 0 }, zone);
  if (now - start < HALF_DAY) return moment;
  const part = Math.min(Math.max((moment - start) / HALF_DAY, 0), 1);
  return epochOf({ ...wall, ...(half === 0 ? MORNING : EVENING), second: 0 }, zone) + part * LENGTH;
};

/** The first moment after another at which a morning's busy time begins, by the clock of the sheet. Epoch milliseconds. */
export const nextMorning = (moment: number, zone: string): number => {
  const wall = wallTime(moment, zone);
  const today = epochOf({ ...wall, ...MORNING, second: 0 }, zone);
  return today > moment ? today : epochOf({ ...wall, day: wall.day + 1, ...MORNING, second: 0 }, zone);
};

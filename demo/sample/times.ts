import { epochOf, wallTime } from 'local-apps-script';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** The busy times of two days in turn: when they begin, by the clock of the sheet, and how long they are. */
const BUSY = [
  { hour: 9, minute: 30 },
  { hour: 19, minute: 0 },
] as const;
const LENGTH = 50 * MINUTE;

/**
 * Moves a moment into the busy time of its day, in the same order as the moments around it: so the triggers, which run
 * every five minutes on Google's side, can be run before each busy time instead, and every second time in the morning.
 * The last 24 hours stay as they are. Epoch milliseconds.
 */
export const busyTime = (moment: number, now: number, zone: string): number => {
  const wall = wallTime(moment, zone);
  const midnight = epochOf({ ...wall, hour: 0, minute: 0, second: 0 }, zone);
  if (now - midnight < DAY) return moment;
  const busy = BUSY[Math.round(midnight / DAY) % BUSY.length] ?? BUSY[0];
  const part = Math.min(Math.max((moment - midnight) / DAY, 0), 1);
  return epochOf({ ...wall, ...busy, second: 0 }, zone) + part * LENGTH;
};

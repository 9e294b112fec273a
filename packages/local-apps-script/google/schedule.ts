import { createHash } from 'node:crypto';
import { epochOf, type WallTime, wallTime, weekDay } from './zone';

/** When a time-driven trigger runs, as the script built it; the prelude's `ClockPlan`. */
export interface ClockPlan {
  readonly minutes?: number;
  readonly hours?: number;
  readonly days?: number;
  readonly weeks?: number;
  readonly weekDay?: string;
  readonly monthDay?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly zone: string;
  /** Milliseconds from its making; runs once. */
  readonly after?: number;
  /** Epoch milliseconds; runs once. */
  readonly at?: number;
}

const MINUTE = 60_000;
const WEEK_DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/** A number from 0 to below `limit`, the same for the same trigger: Google picks a time within the hour and keeps it. */
const pick = (trigger: string, what: string, limit: number): number =>
  createHash('sha256').update(`${trigger} ${what}`).digest().readUInt32BE(0) % limit;

/** Milliseconds between two runs, for plans that count them; 0 for those that follow the calendar. */
const period = ({ minutes, hours }: ClockPlan): number => (minutes ?? 0) * MINUTE + (hours ?? 0) * 60 * MINUTE;

/** The time of day at which a daily, weekly or monthly plan runs: some time within its hour (docs/google.md G53). */
const timeOfDay = (plan: ClockPlan, trigger: string): { hour: number; minute: number; second: number } => {
  const hour = plan.hour ?? pick(trigger, 'hour', 24);
  if (plan.minute === undefined)
    return { hour, minute: pick(trigger, 'minute', 60), second: pick(trigger, 'second', 60) };
  return { hour, minute: plan.minute + pick(trigger, 'near', 31) - 15, second: 0 };
};

const fits = (plan: ClockPlan, wall: WallTime): boolean => {
  if (plan.monthDay !== undefined) return wall.day === plan.monthDay;
  return plan.weekDay === undefined || weekDay(wall) === WEEK_DAYS.indexOf(plan.weekDay);
};

/** The first fitting day's run after a moment, `skip` days later at the earliest. */
const calendarRun = (plan: ClockPlan, trigger: string, after: number, skip: number): number => {
  const start = wallTime(after, plan.zone);
  for (let ahead = skip; ; ahead++) {
    const noon = epochOf({ ...start, day: start.day + ahead, hour: 12, minute: 0, second: 0 }, plan.zone);
    const day = wallTime(noon, plan.zone);
    const run = epochOf({ ...day, ...timeOfDay(plan, trigger) }, plan.zone);
    if (run > after && fits(plan, day)) return run;
  }
};

/** When a new trigger runs first, epoch milliseconds. */
export const firstRun = (plan: ClockPlan, trigger: string, now: number): number => {
  if (plan.at !== undefined) return Math.max(plan.at, now + 1);
  if (plan.after !== undefined) return now + Math.max(plan.after, 1);
  const length = period(plan);
  return length > 0 ? now + 1 + pick(trigger, 'phase', length) : calendarRun(plan, trigger, now, 0);
};

/** When a trigger that ran at `last` runs again; null when it runs once. */
export const nextRun = (plan: ClockPlan, trigger: string, last: number): number | null => {
  if (plan.at !== undefined || plan.after !== undefined) return null;
  const length = period(plan);
  if (length > 0) return last + length;
  return calendarRun(plan, trigger, last, Math.max(1, (plan.days ?? 1) + ((plan.weeks ?? 1) - 1) * 7));
};

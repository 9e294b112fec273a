/** A calendar day, as whole days since 1970-01-01. It has no zone: a port says which day a moment belongs to. */
export type Day = number;

/** The day of an imported order whose date is unknown: not in any period, only in the report for all time. */
export const NO_DAY: Day = Number.NEGATIVE_INFINITY;
/** Its name. */
export const NO_DAY_TEXT = 'No day';

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The days of the week, Monday first. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

interface Parts {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly date: number;
}

/** A day of the calendar; months from 0, and what is over or under rolls on: month 12 is January, date 0 the day before the first. */
const dayOf = (year: number, month: number, date: number): Day => Date.UTC(year, month, date) / DAY;

const partsOf = (day: Day): Parts => {
  const at = new Date(day * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
};

/** `2026-10-02`. */
export const isoDay = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The day of `2026-10-02`, or of a text that begins like that; null for text that isn't a calendar day. */
export const parseDay = (text: string): Day | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (!match) return null;
  const day = dayOf(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return isoDay(day) === match[0] ? day : null;
};

/** 0 is Monday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** The Monday on or before a day. */
export const weekStart = (day: Day): Day => day - weekdayOf(day);

/** The first day of the month that is `later` months after a day's month. */
export const monthStart = (day: Day, later = 0): Day => {
  const { year, month } = partsOf(day);
  return dayOf(year, month + later, 1);
};

/** The first day of the quarter that is `later` quarters after a day's quarter. */
export const quarterStart = (day: Day, later = 0): Day => {
  const { year, month } = partsOf(day);
  return dayOf(year, month - (month % 3) + 3 * later, 1);
};

/** The first day of the year that is `later` years after a day's year. */
export const yearStart = (day: Day, later = 0): Day => dayOf(partsOf(day).year + later, 0, 1);

/** The same date a number of months later; the last day of that month if it is shorter. */
export const sameDate = (day: Day, later: number): Day =>
  Math.min(monthStart(day, later) + partsOf(day).date - 1, monthStart(day, later + 1) - 1);

/** `Oct 2, 2026`. */
export const formatDay = (day: Day): string => {
  const { year, month, date } = partsOf(day);
  return `${MONTHS[month]} ${date}, ${year}`;
};

/** `October 2026`. */
export const formatMonth = (day: Day): string => {
  const { year, month } = partsOf(day);
  return `${MONTH_NAMES[month]} ${year}`;
};

/** `Oct 1 to Oct 31, 2026`; a single day appears once. */
export const formatDays = (from: Day, to: Day): string => {
  if (from === to) return formatDay(from);
  const [first, last] = [partsOf(from), partsOf(to)];
  const start = first.year === last.year ? `${MONTHS[first.month]} ${first.date}` : formatDay(from);
  return `${start} to ${formatDay(to)}`;
};

import {
  type Day,
  formatDay,
  formatDays,
  formatMonth,
  monthStart,
  parseDay,
  quarterStart,
  sameDate,
  yearStart,
} from './days';

/** The periods to choose from, in the order of the dialog. */
export const PERIODS = {
  today: 'Today',
  yesterday: 'Yesterday',
  week: 'Last 7 days',
  thirty: 'Last 30 days',
  month: 'This month',
  lastMonth: 'Last month',
  quarter: 'This quarter',
  lastQuarter: 'Last quarter',
  year: 'This year',
  lastYear: 'Last year',
  event: 'An event',
  all: 'All time',
  custom: 'Custom dates',
} as const;

export type PeriodKey = keyof typeof PERIODS;

/** Days from `from` to `to`, both included. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** What a report covers; `days` is null if every day counts. */
export interface Period {
  readonly label: string;
  readonly days: Days | null;
  /** The period before it, to compare with; null if there is none. */
  readonly before: Days | null;
}

/** Whether a day lies in a period of time. */
export const covers = (days: Days | null, day: Day): boolean => !days || (day >= days.from && day <= days.to);

/** `Oct 1 to Oct 31, 2026`. */
export const formatPeriod = ({ from, to }: Days): string => formatDays(from, to);

const lastDays = (label: string, to: Day, count: number): Period => {
  const from = to - count + 1;
  return { label, days: { from, to }, before: { from: from - count, to: from - 1 } };
};

/** A current period is compared with the same part of the one before: this month to the 15th with last month to the 15th. */
const soFar = (label: string, start: (day: Day, later?: number) => Day, months: number, today: Day): Period => ({
  label,
  days: { from: start(today), to: today },
  before: { from: start(today, -1), to: sameDate(today, -months) },
});

const whole = (label: string, start: (day: Day, later?: number) => Day, today: Day): Period => ({
  label,
  days: { from: start(today, -1), to: start(today) - 1 },
  before: { from: start(today, -2), to: start(today, -1) - 1 },
});

/**
 * The days of a chosen period.
 * @param today the day in the spreadsheet's time zone.
 * @param from for a custom period: `2026-10-01`; the same goes for `to`.
 */
export const periodOf = (
  key: PeriodKey,
  today: Day,
  [from, to]: readonly [from: string, to: string] = ['', ''],
): Period | { readonly wrong: string } => {
  switch (key) {
    case 'today':
      return lastDays(`Today, ${formatDay(today)}`, today, 1);
    case 'yesterday':
      return lastDays(`Yesterday, ${formatDay(today - 1)}`, today - 1, 1);
    case 'week':
      return lastDays('Last 7 days', today, 7);
    case 'thirty':
      return lastDays('Last 30 days', today, 30);
    case 'month':
      return soFar(`${formatMonth(today)} so far`, monthStart, 1, today);
    case 'lastMonth':
      return whole(formatMonth(monthStart(today, -1)), monthStart, today);
    case 'quarter':
      return soFar('This quarter so far', quarterStart, 3, today);
    case 'lastQuarter':
      return whole('Last quarter', quarterStart, today);
    case 'year':
      return soFar('This year so far', yearStart, 12, today);
    case 'lastYear':
      return whole('Last year', yearStart, today);
    case 'event':
    case 'all':
      return { label: PERIODS.all, days: null, before: null };
    case 'custom':
      return custom(parseDay(from), parseDay(to));
    default:
      return key satisfies never;
  }
};

/** Where the period before starts: whole months are compared with as many whole months, other days with as many days. */
const earlier = ({ from, to }: Days): Day => {
  const isWhole = monthStart(from) === from && monthStart(to + 1) === to + 1;
  if (!isWhole) return from - (to - from + 1);
  let months = 0;
  while (monthStart(from, months) <= to) months++;
  return monthStart(from, -months);
};

/** More days than a spreadsheet can list one by one. */
const MOST_DAYS = 20_000;

const custom = (from: Day | null, to: Day | null): Period | { readonly wrong: string } => {
  if (from === null || to === null) return { wrong: 'Choose the first and last day.' };
  if (from > to) return { wrong: 'The first day is after the last day.' };
  if (to - from >= MOST_DAYS) return { wrong: 'Choose 50 years or less.' };
  const days = { from, to };
  return { label: formatPeriod(days), days, before: { from: earlier(days), to: from - 1 } };
};

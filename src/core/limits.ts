import { SETTINGS, type SettingKey, type Settings } from '../workbook/settings';

/** A number, or the setting that holds it. A number below 1 is that share of the overall limit; null: no limit. */
export type Most = number | SettingKey | null;

/** The figures of a limit: the most of one key, of all together, and within how many seconds (null: ever). */
interface Figures {
  readonly each: Most;
  readonly all: Most;
  readonly seconds: number | null;
}

const within = <const Each extends Most, const All extends Most, const Seconds extends number | null>(
  each: Each,
  all: All,
  seconds: Seconds,
) => ({ each, all, seconds });

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/**
 * The figures of every limit on what outsiders send. What each counts, by what, and what happens to what is beyond it, is
 * beside them in health/limit-table.ts: from that table Health and the docs are made.
 */
export const LIMITS = {
  order: within(0.8, 'postsPerMinute', MINUTE),
  repeat: within(50, 100, MINUTE),
  refused: within(10, 50, MINUTE),
  quote: within(30, 50, MINUTE),
  status: within(20, 50, MINUTE),
  page: within(5, 60, MINUTE),
  form: within(5, 60, MINUTE),
  correction: within(5, null, null),
  receipts: within(null, 'receiptsPerHour', HOUR),
  receiptsOfDay: within('emailsPerCustomer', 'receiptsPerDay', DAY),
  email: within('emailsPerCustomer', null, DAY),
  alert: within(1, null, HOUR),
  alertsOfDay: within(null, 'emailReserve', DAY),
  stranger: within(null, null, HOUR),
} as const satisfies Readonly<Record<string, Figures>>;

export type LimitName = keyof typeof LIMITS;

/** The cache key that counts how often a limit was met within the hour of a moment, epoch milliseconds. */
export const limitMetKey = (name: LimitName, moment: number): string =>
  `full:${name}:${Math.floor(moment / 3_600_000)}`;

/**
 * The two figures of a limit; infinite where there is none.
 * @param settings what staff have set; the defaults count where nothing was read yet.
 */
export const figuresOf = (name: LimitName, settings?: Settings): { readonly each: number; readonly all: number } => {
  const limit: Figures = LIMITS[name];
  const valueIn = (most: Most): number => {
    const value = typeof most !== 'string' ? most : settings ? settings[most] : SETTINGS[most].fallback || null;
    return value === null ? Number.POSITIVE_INFINITY : Number(value);
  };
  const [each, all] = [valueIn(limit.each), valueIn(limit.all)];
  return { all, each: each < 1 ? Math.ceil(each * all) : each };
};

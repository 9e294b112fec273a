/** The copies that are kept: the newest of each of the last 14 days that have one, and of each of the 8 weeks before. */
export const DAILY = 14;
export const WEEKLY = 8;

const DAY = 86_400_000;
/** 1970-01-01 was a Thursday: weeks begin on Monday. */
const FIRST_MONDAY = 4;

const dayOf = (at: string): number => Math.floor(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) / DAY);
const weekOf = (at: string): number => Math.floor((dayOf(at) - FIRST_MONDAY) / 7);

/** The first item of each group, for at most so many groups. */
const firstOfEach = (times: readonly string[], groupOf: (at: string) => number, most: number): string[] => {
  const seen = new Set<number>();
  return times.filter((at) => {
    const group = groupOf(at);
    if (seen.has(group) || seen.size >= most) return false;
    seen.add(group);
    return true;
  });
};

/**
 * Which of some checked copies are kept.
 * @param times local date-times `yyyy-MM-ddTHH:mm:ss`, in any order.
 */
export const keptCopies = (times: readonly string[]): ReadonlySet<string> => {
  const newestFirst = [...times].sort().reverse();
  const daily = firstOfEach(newestFirst, dayOf, DAILY);
  const oldestDay = dayOf(daily[daily.length - 1] ?? '');
  const weekly = firstOfEach(
    newestFirst.filter((at) => dayOf(at) < oldestDay),
    weekOf,
    WEEKLY,
  );
  return new Set([...daily, ...weekly]);
};

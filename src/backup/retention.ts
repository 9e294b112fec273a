/**
 * The copies that are kept by their time: the newest of each of the last 14 days that have one, of each of the 8 weeks
 * before, and every one of the last 48 hours.
 */
export const DAILY = 14;
export const WEEKLY = 8;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** An hour more than two days: clocks may be set back in between. */
const RECENT = 49 * HOUR;
/** A copy that holds more than those after it is kept as long as any: until the daily and weekly ones of its time are gone. */
const LONGEST = (DAILY + WEEKLY * 7) * DAY;
/** 1970-01-01 was a Thursday: weeks begin on Monday. */
const FIRST_MONDAY = 4;

const instantOf = (at: string): number => Date.parse(`${at}Z`);
const dayOf = (at: string): number => Math.floor(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) / DAY);
const weekOf = (at: string): number => Math.floor((dayOf(at) - FIRST_MONDAY) / 7);

/** The first item of each group, for at most that many groups. */
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
 * @param holdingMore those of them that hold something which the next one lacks: whatever their time.
 */
export const keptCopies = (
  times: readonly string[],
  holdingMore: ReadonlySet<string> = new Set(),
): ReadonlySet<string> => {
  const newestFirst = [...times].sort().reverse();
  const [newest = ''] = newestFirst;
  const age = (at: string): number => instantOf(newest) - instantOf(at);
  const daily = firstOfEach(newestFirst, dayOf, DAILY);
  const oldestDay = dayOf(daily[daily.length - 1] ?? '');
  const weekly = firstOfEach(
    newestFirst.filter((at) => dayOf(at) < oldestDay),
    weekOf,
    WEEKLY,
  );
  const others = newestFirst.filter((at) => age(at) < RECENT || (holdingMore.has(at) && age(at) < LONGEST));
  return new Set([...daily, ...weekly, ...others]);
};

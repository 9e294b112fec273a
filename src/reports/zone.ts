import type { Day } from './days';

/** How far a time zone is ahead of UTC at any moment (epoch milliseconds), in milliseconds. */
export interface Zone {
  offset(moment: number): number;
  /** The calendar day there. */
  day(moment: number): Day;
  /** The date and time there, `2026-10-02 15:04`. */
  text(moment: number): string;
}

const SECOND = 1_000;
const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** The offsets of one week: `before` up to the moment `change`, `after` from then on. */
interface Week {
  readonly before: number;
  readonly change: number;
  readonly after: number;
}

/**
 * A zone from a few moments that the calendar service is asked about, instead of one call per order: an offset that is
 * the same at both ends of a week is the same in between (no place has ever changed its clocks twice in a week), and the
 * moment of a change is found by bisection. So two years of orders take some 150 calls, however many orders there are.
 * @param local a moment as local date-time, `yyyy-MM-ddTHH:mm:ss`.
 */
export const zoneOf = (local: (moment: number) => string): Zone => {
  const asked = new Map<number, number>();
  const ask = (moment: number): number => {
    const known = asked.get(moment);
    if (known !== undefined) return known;
    const offset = Date.parse(`${local(moment)}Z`) - moment;
    asked.set(moment, offset);
    return offset;
  };
  const weeks = new Map<number, Week>();
  const learn = (number: number): Week => {
    const [before, after] = [ask(number * WEEK), ask((number + 1) * WEEK)];
    let [low, high] = [number * WEEK, (number + 1) * WEEK];
    while (before !== after && high - low > SECOND) {
      const middle = Math.floor((low + high) / 2 / SECOND) * SECOND;
      if (ask(middle) === before) low = middle;
      else high = middle;
    }
    const week = { before, change: high, after };
    weeks.set(number, week);
    return week;
  };
  const offset = (moment: number): number => {
    const number = Math.floor(moment / WEEK);
    const { before, change, after } = weeks.get(number) ?? learn(number);
    return moment < change ? before : after;
  };
  return {
    offset,
    day: (moment) => Math.floor((moment + offset(moment)) / DAY),
    text: (moment) => new Date(moment + offset(moment)).toISOString().slice(0, 16).replace('T', ' '),
  };
};

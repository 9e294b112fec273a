/** An instant as local date-time of the spreadsheet's time zone, `yyyy-MM-ddTHH:mm:ss`: the `local` of the Clock port. */
export type ToLocal = (instant: Date) => string;

const DAY = 86_400_000;
const two = (number: number): string => String(number).padStart(2, '0');

/**
 * An instant as a text that decides and that people read: local time with how far it is ahead of UTC,
 * `2026-11-01T01:56:00-04:00` (ISO 8601). In the hour that a change of clocks repeats the two are distinguished.
 * @param moment epoch milliseconds; kept to the second.
 */
export const instantText = (clock: { local(instant: Date): string }, moment: number): string => {
  const local = clock.local(new Date(moment));
  const ahead = Math.round((Date.parse(`${local}Z`) - moment) / 60_000);
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  return `${local}${ahead < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
};

/** When it was a local date-time, as instants. */
export interface Instants {
  /** Epoch milliseconds, earliest first: one; two in the hour that a change of clocks repeats; none in one that it skips. */
  readonly all: readonly number[];
  /** What the clocks would have shown had they not changed: the first moment behind an hour that was skipped. */
  readonly behindGap: number;
}

/**
 * The instants at which the clocks of a place show a date-time. The place is asked how far its clocks are ahead a day
 * before and a day after; no place changes its clocks twice in two days.
 */
export const instantsOf = (local: string, toLocal: ToLocal): Instants => {
  const asUtc = Date.parse(`${local}Z`);
  const ahead = (moment: number) => Date.parse(`${toLocal(new Date(moment))}Z`) - moment;
  const [before, after] = [ahead(asUtc - DAY), ahead(asUtc + DAY)];
  const candidates = before === after ? [asUtc - before] : [asUtc - before, asUtc - after];
  const all = candidates.filter((moment) => before === after || toLocal(new Date(moment)) === local);
  return { all: [...new Set(all)].sort((a, b) => a - b), behindGap: asUtc - before };
};

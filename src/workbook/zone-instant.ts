/** An instant as local date-time of the spreadsheet's time zone, `yyyy-MM-ddTHH:mm:ss`: the `local` of the Clock port. */
export type ToLocal = (instant: Date) => string;

const DAY = 86_400_000;

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

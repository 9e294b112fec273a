import { type Cents, cents } from '../domain/money';
import { type Day, formatDay, formatDays, formatMonth, monthStart, NO_DAY, NO_DAY_TEXT, weekStart } from './days';
import { covers, type Days } from './period';
import { remembered } from './remembered';
import type { Sale } from './sale';
import { GrowingSums, type Sums } from './sums';

/** One row of a breakdown by order: its sums are parts of the key figures. */
export interface Slice extends Sums {
  readonly label: string;
  /** By the day of the cancellation; only in the breakdown by time. */
  readonly returns: Cents;
}

/** One row of a breakdown by print: `gross` is before discounts, which apply to whole orders. */
export interface ItemSlice {
  readonly label: string;
  readonly items: number;
  readonly gross: Cents;
}

/** How a breakdown by time is divided. */
export type Grain = 'day' | 'week' | 'month';

const STARTS: Readonly<Record<Grain, (day: Day) => Day>> = { day: (day) => day, week: weekStart, month: monthStart };
const NEXT: Readonly<Record<Grain, (start: Day) => Day>> = {
  day: (start) => start + 1,
  week: (start) => start + 7,
  month: (start) => monthStart(start, 1),
};

const MOST_BY_DAY = 31;
const MOST_BY_WEEK = 183;

/** Days for a month, weeks for half a year, months for more. */
export const usualGrain = ({ from, to }: Days): Grain =>
  to - from < MOST_BY_DAY ? 'day' : to - from < MOST_BY_WEEK ? 'week' : 'month';

/** A slice that grows. */
class Growing extends GrowingSums {
  returns = 0;

  constructor(readonly label: string) {
    super();
  }

  slice(): Slice {
    return { label: this.label, ...this.sums(), returns: cents(this.returns) };
  }
}

const labelOf = (start: Day, grain: Grain, { from, to }: Days): string => {
  if (grain === 'day') return formatDay(start);
  const last = NEXT[grain](start) - 1;
  if (grain === 'month' && start >= from && last <= to) return formatMonth(start);
  return formatDays(Math.max(start, from), Math.min(last, to));
};

/** The days on which anything happened with these sales; null if nothing did. */
export const spanOf = (sales: readonly Sale[]): Days | null => {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const see = (day: Day): void => {
    from = Math.min(from, day);
    to = Math.max(to, day);
  };
  for (const { isLeftOut, isReturn, placed, cancelled } of sales) {
    if (!isLeftOut && placed !== NO_DAY) see(placed);
    if (isReturn && cancelled !== null && cancelled !== NO_DAY) see(cancelled);
  }
  return from > to ? null : { from, to };
};

/** Sales by day, week or month, oldest first, including those without any; returns by the day of the cancellation. */
export const byTime = (sales: readonly Sale[], days: Days, grain: Grain): Slice[] => {
  const slices = new Map<Day, Growing>();
  for (let start = STARTS[grain](days.from); start <= days.to; start = NEXT[grain](start))
    slices.set(start, new Growing(labelOf(start, grain, days)));
  const sliceOf = remembered((day: Day) => slices.get(STARTS[grain](day)));
  for (const sale of sales) {
    const sold = sale.placed !== NO_DAY && covers(days, sale.placed) && sliceOf(sale.placed);
    if (sold && !sale.isLeftOut) sold.add(sale);
    if (!sale.isReturn || sale.cancelled === null || !covers(days, sale.cancelled)) continue;
    const returned = sale.cancelled === NO_DAY ? undefined : sliceOf(sale.cancelled);
    if (returned) returned.returns += sale.total;
  }
  return [...slices.values()].map((slice) => slice.slice());
};

/** Sales without a day, as a separate line; none if there are none. */
export const withoutDay = (sales: readonly Sale[]): Slice[] => {
  const slice = new Growing(NO_DAY_TEXT);
  const some = sales.filter(({ placed, isLeftOut }) => placed === NO_DAY && !isLeftOut);
  for (const sale of some) slice.add(sale);
  return some.length > 0 ? [slice.slice()] : [];
};

/** What was sold on these days (null: on all of them). */
export const soldOn = (sales: readonly Sale[], days: Days | null): Sale[] =>
  sales.filter((sale) => !sale.isLeftOut && covers(days, sale.placed));

const inOrder = (a: { readonly label: string }, b: { readonly label: string }): number =>
  a.label < b.label ? -1 : a.label > b.label ? 1 : 0;

/** What was sold, by a label of the order, largest first. */
export const byLabel = (sold: readonly Sale[], labelOfSale: (sale: Sale) => string): Slice[] => {
  const slices: Growing[] = [];
  const sliceOf = remembered((label: string) => {
    const slice = new Growing(label);
    slices.push(slice);
    return slice;
  });
  for (const sale of sold) sliceOf(labelOfSale(sale)).add(sale);
  return slices.map((slice) => slice.slice()).sort((a, b) => b.total - a.total || inOrder(a, b));
};

/** What the lines of an order don't explain: an imported order has no line prices. */
const UNEXPLAINED = 'Not in the line prices (imported orders)';

/** Prints by a label of their line, most prints first; together they equal the prints sold and the gross sales. */
export const byLine = (
  sold: readonly Sale[],
  labelOfLine: (photoNumber: string, size: string, sale: Sale) => string,
): ItemSlice[] => {
  const slices: { label: string; items: number; gross: number }[] = [];
  const sliceOf = remembered((label: string) => {
    const slice = { label, items: 0, gross: 0 };
    slices.push(slice);
    return slice;
  });
  let unexplained = 0;
  for (const sale of sold) {
    unexplained += sale.gross;
    for (const [photoNumber, size, quantity, unitPrice] of sale.lines) {
      const slice = sliceOf(labelOfLine(photoNumber, size, sale));
      slice.items += quantity;
      slice.gross += unitPrice * quantity;
      unexplained -= unitPrice * quantity;
    }
  }
  const found = slices.map(({ label, items, gross }) => ({ label, items, gross: cents(gross) }));
  found.sort((a, b) => b.items - a.items || b.gross - a.gross || inOrder(a, b));
  return unexplained === 0 ? found : [...found, { label: UNEXPLAINED, items: 0, gross: cents(unexplained) }];
};

/** The first rows as they are, the others as one: `and 341 others`. */
export const topOf = (slices: readonly ItemSlice[], most: number, others: string): ItemSlice[] => {
  if (slices.length <= most) return [...slices];
  const rest = slices.slice(most);
  const items = rest.reduce((sum, slice) => sum + slice.items, 0);
  const gross = cents(rest.reduce((sum, slice) => sum + slice.gross, 0));
  return [...slices.slice(0, most), { label: `${rest.length} other ${others}`, items, gross }];
};

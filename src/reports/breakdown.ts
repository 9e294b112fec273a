import { type Cents, cents } from '../domain/money';
import { type Day, dayInWords, daysInWords, monthInWords, monthStart, weekStart } from './days';
import { covers, type Days } from './period';
import type { Sale } from './sale';

/** One row of a breakdown by order: its sums are parts of the key figures. */
export interface Slice {
  readonly label: string;
  readonly orders: number;
  readonly items: number;
  readonly gross: Cents;
  readonly discounts: Cents;
  readonly shipping: Cents;
  readonly total: Cents;
  /** By the day of the cancellation; only in the breakdown by time. */
  readonly returns: Cents;
}

/** One row of a breakdown by print: `gross` before discounts, which belong to whole orders. */
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

type Growing = { -readonly [Key in keyof Slice]: Slice[Key] extends Cents ? number : Slice[Key] };

const newSlice = (label: string): Growing => ({
  label,
  orders: 0,
  items: 0,
  gross: 0,
  discounts: 0,
  shipping: 0,
  total: 0,
  returns: 0,
});

const addSale = (slice: Growing, { items, gross, discount, shipping, total }: Sale): void => {
  slice.orders++;
  slice.items += items;
  slice.gross += gross;
  slice.discounts += discount;
  slice.shipping += shipping;
  slice.total += total;
};

const frozen = ({ gross, discounts, shipping, total, returns, ...rest }: Growing): Slice => ({
  ...rest,
  gross: cents(gross),
  discounts: cents(discounts),
  shipping: cents(shipping),
  total: cents(total),
  returns: cents(returns),
});

const labelOf = (start: Day, grain: Grain, { from, to }: Days): string => {
  if (grain === 'day') return dayInWords(start);
  const last = NEXT[grain](start) - 1;
  if (grain === 'month' && start >= from && last <= to) return monthInWords(start);
  return daysInWords(Math.max(start, from), Math.min(last, to));
};

/** The days on which anything of these sales happened; null of none. */
export const spanOf = (sales: readonly Sale[]): Days | null => {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const see = (day: Day): void => {
    from = Math.min(from, day);
    to = Math.max(to, day);
  };
  for (const { isLeftOut, isReturn, placed, cancelled } of sales) {
    if (!isLeftOut) see(placed);
    if (isReturn && cancelled !== null) see(cancelled);
  }
  return from > to ? null : { from, to };
};

/** The slice of a day, looked for once a day and not once an order. */
const sliceFinder = (slices: ReadonlyMap<Day, Growing>, startOf: (day: Day) => Day) => {
  const known = new Map<Day, Growing | undefined>();
  return (day: Day): Growing | undefined => {
    const found = known.get(day) ?? slices.get(startOf(day));
    known.set(day, found);
    return found;
  };
};

/** Sales by their day, week or month, oldest first, those without any included; returns by the day of the cancellation. */
export const byTime = (sales: readonly Sale[], days: Days, grain: Grain): Slice[] => {
  const slices = new Map<Day, Growing>();
  for (let start = STARTS[grain](days.from); start <= days.to; start = NEXT[grain](start))
    slices.set(start, newSlice(labelOf(start, grain, days)));
  const sliceOf = sliceFinder(slices, STARTS[grain]);
  for (const sale of sales) {
    const sold = covers(days, sale.placed) && sliceOf(sale.placed);
    if (sold && !sale.isLeftOut) addSale(sold, sale);
    if (!sale.isReturn || sale.cancelled === null || !covers(days, sale.cancelled)) continue;
    const returned = sliceOf(sale.cancelled);
    if (returned) returned.returns += sale.total;
  }
  return [...slices.values()].map(frozen);
};

const isSold = (sale: Sale, days: Days | null): boolean => !sale.isLeftOut && covers(days, sale.placed);

const inOrder = (a: { readonly label: string }, b: { readonly label: string }): number =>
  a.label < b.label ? -1 : a.label > b.label ? 1 : 0;

/** Sales by a label of the order, the largest first. */
export const byLabel = (sales: readonly Sale[], days: Days | null, labelOfSale: (sale: Sale) => string): Slice[] => {
  const slices = new Map<string, Growing>();
  for (const sale of sales) {
    if (!isSold(sale, days)) continue;
    const label = labelOfSale(sale);
    const slice = slices.get(label) ?? newSlice(label);
    slices.set(label, slice);
    addSale(slice, sale);
  }
  return [...slices.values()].map(frozen).sort((a, b) => b.total - a.total || inOrder(a, b));
};

/** What the lines of an order do not explain: an order that stood in the sheet before the program has no line prices. */
const UNEXPLAINED = 'Not in the line prices (orders taken over)';

/** Prints by a label of their line, most prints first; together they make the prints sold and the gross sales. */
export const byLine = (
  sales: readonly Sale[],
  days: Days | null,
  labelOfLine: (line: { readonly photoNumber: string; readonly size: string }, sale: Sale) => string,
): ItemSlice[] => {
  const slices = new Map<string, { items: number; gross: number }>();
  let unexplained = 0;
  for (const sale of sales) {
    if (!isSold(sale, days)) continue;
    unexplained += sale.gross;
    for (const line of sale.entry.order.price.lines) {
      const label = labelOfLine(line, sale);
      const slice = slices.get(label) ?? { items: 0, gross: 0 };
      slices.set(label, slice);
      slice.items += line.quantity;
      slice.gross += line.unitPrice * line.quantity;
      unexplained -= line.unitPrice * line.quantity;
    }
  }
  const found = [...slices].map(([label, { items, gross }]) => ({ label, items, gross: cents(gross) }));
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

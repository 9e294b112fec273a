import { type Cents, cents } from '../domain/money';
import { STATUS_FACTS } from '../domain/statuses';
import { type Day, NO_DAY, NO_DAY_TEXT } from './days';
import type { Sale } from './sale';

/** Pending orders of one age. */
export interface AgeGroup {
  readonly label: string;
  readonly orders: number;
  readonly amount: Cents;
}

/** An order that has been unpaid for a long time. */
export interface OldPending {
  readonly number: string;
  readonly placed: Day;
  readonly age: number;
  readonly total: Cents;
}

/** Orders that are pending now, by days since they were placed, whatever period the report covers. */
export interface AgedPending {
  readonly groups: readonly AgeGroup[];
  /** The oldest, oldest first. */
  readonly oldest: readonly OldPending[];
}

/** The first and last day of each age. */
const AGES = [
  [0, 7],
  [8, 14],
  [15, 30],
  [31, 60],
  [61, Number.POSITIVE_INFINITY],
] as const;
const MOST_NAMED = 20;

const labelOf = (from: number, to: number): string =>
  to === Number.POSITIVE_INFINITY ? `${from}+ days` : `${from} to ${to} days`;

/** The pending orders of these sales by their age on a day. */
export const agedPending = (sales: readonly Sale[], today: Day): AgedPending => {
  const pending = sales
    .filter(({ status }) => STATUS_FACTS[status].money === 'owed')
    .map(({ number, placed, total }) => ({ number, placed, age: Math.max(0, today - placed), total }));
  const groups = AGES.map(([from, to]) => {
    const inAge = pending.filter(({ placed, age }) => placed !== NO_DAY && age >= from && age <= to);
    const amount = cents(inAge.reduce((sum, { total }) => sum + total, 0));
    return { label: labelOf(from, to), orders: inAge.length, amount };
  });
  const noDay = pending.filter(({ placed }) => placed === NO_DAY);
  const amount = cents(noDay.reduce((sum, { total }) => sum + total, 0));
  if (noDay.length > 0) groups.push({ label: NO_DAY_TEXT, orders: noDay.length, amount });
  const oldest = [...pending]
    .sort((a, b) => a.placed - b.placed || (a.number < b.number ? -1 : 1))
    .slice(0, MOST_NAMED);
  return { groups, oldest };
};

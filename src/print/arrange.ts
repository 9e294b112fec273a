import { parseOrderNumber } from '../domain/order-number';
import { ENVELOPE_SIZES } from './papers';
import type { PrintOrder } from './print-order';

/** What a batch can be sorted by. */
export const SORTS = ['number', 'ZIP', 'event', 'name'] as const;
export type Sort = (typeof SORTS)[number];

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** By the prefix of the order numbers, then as numbers. */
export const byNumber = (one: Pick<PrintOrder, 'number'>, other: Pick<PrintOrder, 'number'>): number => {
  const [a, b] = [parseOrderNumber(one.number), parseOrderNumber(other.number)];
  if (!a || !b) return byText(one.number, other.number);
  return byText(a.prefix, b.prefix) || a.sequence - b.sequence;
};

const KEYS: Readonly<Record<Sort, (order: PrintOrder) => string>> = {
  number: () => '',
  ZIP: ({ zipCode }) => zipCode,
  event: ({ event }) => event,
  name: ({ name }) => name.toLowerCase(),
};

/**
 * The one order that all prints of a batch share. With envelopes, orders of one size are together, so that each size is
 * loaded once, and pickup orders come last.
 */
export const arrange = (orders: readonly PrintOrder[], sort: Sort, withEnvelopes: boolean): PrintOrder[] => {
  const key = KEYS[sort];
  const group = ({ fulfillment, size }: PrintOrder): number =>
    !withEnvelopes ? 0 : fulfillment === 'ship' ? ENVELOPE_SIZES.indexOf(size) : ENVELOPE_SIZES.length;
  return [...orders].sort(
    (one, other) => group(one) - group(other) || byText(key(one), key(other)) || byNumber(one, other),
  );
};

/** Envelopes to load one after another: their size, and from which page to which (counted from 1). */
export interface LoadGroup {
  readonly size: PrintOrder['size'];
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** How the envelopes of a batch are loaded, in their order. */
export const loadGroups = (envelopes: readonly Pick<PrintOrder, 'size'>[]): LoadGroup[] => {
  const groups: LoadGroup[] = [];
  envelopes.forEach(({ size }, index) => {
    const last = groups[groups.length - 1];
    if (last?.size === size) groups[groups.length - 1] = { ...last, count: last.count + 1, to: index + 1 };
    else groups.push({ size, count: 1, from: index + 1, to: index + 1 });
  });
  return groups;
};

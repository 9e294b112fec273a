import { type Cents, formatDollars } from '../domain/money';

export { count, numberText } from '../domain/text/for-people';

/** Cents for people: `$1,234.50`. */
export const dollars = (cents: number): string => formatDollars(cents as Cents);

/** Names in a sentence: `a`, `a and b`, `a, b and c`. */
export const formatList = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;

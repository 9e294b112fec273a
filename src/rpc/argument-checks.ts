/** Whether a value that a dialog sent is what a method takes. */
export type Check<T> = (value: unknown) => value is T;

/** A text with a maximum number of characters. */
export const text =
  (most: number): Check<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length <= most;

/** One of these words. */
export const oneOf =
  <const Word extends string>(...words: readonly Word[]): Check<Word> =>
  (value): value is Word =>
    words.some((word) => word === value);

/** One of the words by which a table is kept. */
export const keyOf =
  <Word extends string>(table: Readonly<Record<Word, unknown>>): Check<Word> =>
  (value): value is Word =>
    Object.keys(table).some((word) => word === value);

/** A whole number from 0 on, or null. */
export const wholeOrNull = (value: unknown): value is number | null =>
  value === null || (Number.isSafeInteger(value) && Number(value) >= 0);

/** A list with a maximum number of values of a kind. */
export const listOf =
  <T>(check: Check<T>, most: number): Check<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= most && value.every(check);

/** A plain object whose values are all of a kind. */
export const recordOf =
  <T>(check: Check<T>): Check<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(check);

import { wrongParameters } from '../signature';

/** Whether an argument is of a kind that a signature names. */
export type Check = (value: unknown) => boolean;

const isString: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && !Number.isNaN(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isArray: Check = (value) => Array.isArray(value);
const isGrid: Check = (value) => Array.isArray(value) && value.every((line) => Array.isArray(line));
const isFunction: Check = (value) => typeof value === 'function';

const KINDS: Readonly<Record<string, Check>> = {
  string: isString,
  number: isNumber,
  boolean: isBoolean,
  object: isObject,
  array: isArray,
  grid: isGrid,
  function: isFunction,
  any: (value) => value !== undefined && typeof value !== 'function',
  'string|null': (value) => value === null || isString(value),
  'object|null': (value) => value === null || isObject(value),
};

/** One overload: kinds by name, or a check of one's own (for instances of our classes). */
export type Signature = readonly (keyof typeof KINDS | Check)[];

/**
 * Checks arguments against the overloads of a method.
 * @throws Exception with Google's wording when none fits (docs/google.md G67).
 */
export const fits = (method: string, given: readonly unknown[], ...overloads: readonly Signature[]): void => {
  const matches = overloads.some(
    (overload) =>
      overload.length === given.length &&
      overload.every((kind, at) => (typeof kind === 'function' ? kind : (KINDS[kind] as Check))(given[at])),
  );
  if (!matches) throw wrongParameters(given, `SpreadsheetApp.${method}`);
};

/** A check for instances of a class. */
export const a =
  (type: abstract new (...parts: never[]) => object): Check =>
  (value) =>
    value instanceof type;

import { isObject, type JsonObject } from './body-keys';

/** JSON with the keys of every object in order, so that equal content is equal text. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${entries.join(',')}}`;
};

/** Fields that say who sends and which order it is, not what is ordered. */
const OUTSIDE = new Set(['key', 'orderId', 'route']);

/**
 * The bytes of a body as text, whatever order its keys have: what fingerprints were taken of before they were taken of
 * what was understood. Orders of that time are in the Ledger.
 */
export const formerContentOf = (body: JsonObject): string =>
  canonicalJson(Object.fromEntries(Object.entries(body).filter(([name]) => !OUTSIDE.has(name))));

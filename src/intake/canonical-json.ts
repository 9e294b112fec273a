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
 * A body as text, independent of the order of its keys. Older fingerprints were made from this instead of from what was
 * understood; orders with them are still in the Ledger.
 */
export const formerContentOf = (body: JsonObject): string =>
  canonicalJson(Object.fromEntries(Object.entries(body).filter(([name]) => !OUTSIDE.has(name))));

import { isObject, type JsonObject } from './order-form';

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

/** The content of a post as text: what its fingerprint is taken of. */
export const contentOf = (body: JsonObject): string =>
  canonicalJson(Object.fromEntries(Object.entries(body).filter(([name]) => !OUTSIDE.has(name))));

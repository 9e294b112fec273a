import { quoted } from '../core/read/reading';
import { oneSlip } from '../domain/one-slip';

/** A JSON object that was sent. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The only key of the object that replaces a value sent twice under the same key with different contents. */
export const TWICE = 'sent twice';

/** Where a value is in a body: `['customerInfo', 'name']`. */
export type Path = readonly string[];

/** A value as it was found, and the path by which the sender named it. */
export interface FoundValue {
  readonly value: unknown;
  readonly path: string;
}

/** How a field is looked for where its own key is missing. */
export interface Likeness {
  /** Also by a key with one letter missing, extra, wrong or swapped. Not for ids and money, which must be certain. */
  readonly slips?: boolean;
  /** Which values may be read from such a key; texts and numbers by default. */
  readonly accepts?: (value: unknown) => boolean;
}

/** A body that tracks which of its keys were read, so that no unexpected key is silently ignored. */
export interface BodyKeys {
  /**
   * The value of a field at the first of its paths that isn't empty, or else at a key that differs only in capitals,
   * hyphens and underscores (`customer_name`), which adds a remark. Null if there is none.
   */
  readonly take: (paths: readonly Path[], like?: Likeness) => FoundValue | null;
  /** What was sent and has not been read, by path, such as `customerInfo.title`. */
  readonly unread: () => readonly string[];
  /** A sentence for each key that was read as another one. */
  readonly remarks: readonly string[];
}

/** A value that says nothing: nothing is lost when its key is not read. */
export const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** A key without capitals, hyphens, underscores and spaces. */
const letters = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, '');

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

/** `line1` and `line2` are one slip apart and two fields; and a short word is near to many. */
const isNearWord = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) > 4 && !/\d/.test(one + other) && oneSlip(one, other);

const own = (object: unknown, key: string): unknown =>
  isObject(object) && Object.keys(object).includes(key) ? object[key] : undefined;

/** A list of keys is kept as JSON: a key may hold any character. */
const nameOf = (path: Path): string => JSON.stringify(path);

/** Tracks the keys of a body. @param known the keys of all fields: none of them is mistaken for another. */
export const keysOf = (body: JsonObject, known: ReadonlySet<string>): BodyKeys => {
  const used = new Set<string>();
  const remarks: string[] = [];
  const at = (path: Path): unknown => path.reduce<unknown>(own, body);

  const near = (path: Path, { slips = false, accepts = isScalar }: Likeness): FoundValue | null => {
    const above = path.slice(0, -1);
    const parent = above.length === 0 ? body : at(above);
    const wanted = letters(path[path.length - 1] ?? '');
    if (!isObject(parent)) return null;
    for (const [key, value] of Object.entries(parent)) {
      const here = [...above, key];
      if (known.has(key) || used.has(nameOf(here)) || isBlank(value) || !accepts(value)) continue;
      if (letters(key) !== wanted && !(slips && isNearWord(letters(key), wanted))) continue;
      used.add(nameOf(here));
      remarks.push(`${quoted(here.join('.'))} was read as ${path.join('.')}.`);
      return { value, path: here.join('.') };
    }
    return null;
  };

  const take: BodyKeys['take'] = (paths, like = {}) => {
    const found = paths.find((path) => !isBlank(at(path)));
    if (!found) return paths.reduce<FoundValue | null>((before, path) => before ?? near(path, like), null);
    const value = at(found);
    // The same value under a second name says nothing new.
    for (const path of paths) if (path === found || at(path) === value) used.add(nameOf(path));
    return { value, path: found.join('.') };
  };

  const unreadIn = (object: JsonObject, above: Path): string[] =>
    Object.entries(object).flatMap(([key, value]) => {
      const path = [...above, key];
      const name = nameOf(path);
      if (used.has(name) || isBlank(value)) return [];
      const isParent = isObject(value) && [...used].some((other) => other.startsWith(`${name.slice(0, -1)},`));
      const twice = isObject(value) && TWICE in value ? ` (${TWICE})` : '';
      return isParent ? unreadIn(value, path) : [path.join('.') + twice];
    });

  return { take, unread: () => unreadIn(body, []), remarks };
};

/** What other systems call our fields: ours first. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  [
    'items lineitems products photos prints cart orderitems lines',
    'customerName name fullname customer client buyer recipient',
    'email mail emailaddress customeremail',
    'phone tel telephone mobile cell phonenumber',
    'street address address1 line1 addressline1 streetaddress',
    'apartment address2 line2 addressline2 unit apt suite',
    'state province region',
    'zipCode zip postcode postalcode',
    'eventCode event eventid eventslug',
    'fulfillmentType fulfillment delivery deliverymethod shippingmethod method',
    'total amount grandtotal totalprice ordertotal',
    'orderId id reference ref',
  ].flatMap((row) => {
    const [ours = '', ...theirs] = row.split(' ');
    return theirs.map((name) => [name, ours] as const);
  }),
);

/** The key that was likely meant; blank when none is near. */
export const likelyKey = (key: string, known: readonly string[]): string => {
  const word = letters(key);
  // Sent twice, in two forms: the key itself is right.
  if (known.includes(key)) return '';
  const near = known.find((other) => letters(other) === word || isNearWord(letters(other), word));
  const other = OTHER_NAMES.get(word) ?? '';
  return near ?? (known.includes(other) ? other : '');
};

/** The most names listed, so that answers stay small. */
const MOST_NAMED = 10;

/** The warning about keys that were sent and not read, each with the one that was likely meant; none when all were read. */
export const unreadWarnings = (unread: readonly string[], known: readonly string[] = []): string[] => {
  const names = [...new Set(unread)];
  if (names.length === 0) return [];
  const named = names.slice(0, MOST_NAMED).map((name) => {
    const likely = likelyKey(name.slice(name.lastIndexOf('.') + 1), known);
    return likely ? `${quoted(name)} (${likely}?)` : quoted(name);
  });
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return [`These keys were ignored: ${named.join(', ')}${more}.`];
};

import { type OddNumber, oddNumber } from './decimal';

/** A step down into a JSON value. */
export type Key = string | number;
/** The odd numbers of a JSON text by their place: objects and lists as maps, nothing where nothing is odd. */
type Places = Map<Key, Places | OddNumber>;

/** An object or list that has begun. */
interface Open {
  readonly isList: boolean;
  /** The place of the next value. */
  key: Key;
  /** The keys of an object so far. */
  readonly keys: Set<string>;
  /** Null until it has something unusual. */
  places: Places | null;
}

/** Looks up the number at a place, such as `['items', 0, 'photoNumber']`; undefined when it is not odd. */
export type OddNumbers = (path: readonly Key[]) => OddNumber | undefined;

const NUMBER_AT = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** The index behind the closing quote of the string that begins at an index. */
const endOfString = (json: string, start: number): number => {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === '\\') at++;
    else if (json[at] === '"') return at + 1;
  }
  return json.length;
};

const keyOf = (quoted: string): string => {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
};

/** Writes a number down at its place, and makes the maps above it that are still missing. */
const note = (root: Places, open: readonly Open[], odd: OddNumber): void => {
  let missing = open.length - 1;
  while (missing > 0 && open[missing]?.places === null) missing--;
  for (let level = missing; level < open.length; level++) {
    const frame = open[level];
    if (frame && frame.places === null) {
      frame.places = new Map();
      const above = level === 0 ? undefined : open[level - 1];
      if (above) above.places?.set(above.key, frame.places);
      else root.set('', frame.places);
    }
  }
  const last = open[open.length - 1];
  if (last) last.places?.set(last.key, odd);
  else root.set('', odd);
};

/**
 * The numbers of a JSON text whose digits `JSON.parse` may lose, found in one pass without recursion. If an object has
 * a key twice, the last one counts, as in `JSON.parse`. A text that isn't JSON doesn't throw, and its result is
 * meaningless.
 * @param onTwice called for each duplicate key of an object, with the index of the key's closing quote.
 */
export const oddNumbersIn = (json: string, onTwice?: (end: number) => void): OddNumbers => {
  const root: Places = new Map();
  const open: Open[] = [];
  const forget = (frame: Open | undefined) => frame?.places?.delete(frame.key);
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    const frame = open[open.length - 1];
    if (sign === '"') {
      const end = endOfString(json, at);
      // Keys and string values alternate in an object, but only a key changes the place.
      if (frame && !frame.isList && isKey(json, end)) {
        const key = keyOf(json.slice(at, end));
        if (frame.keys.has(key)) onTwice?.(end - 1);
        frame.keys.add(key);
        frame.key = key;
        forget(frame);
      }
      at = end - 1;
    } else if (sign === '{' || sign === '[') open.push({ isList: sign === '[', key: 0, keys: new Set(), places: null });
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',' && frame?.isList) frame.key = Number(frame.key) + 1;
    else if (sign === '-' || (sign !== undefined && sign >= '0' && sign <= '9')) {
      NUMBER_AT.lastIndex = at;
      const raw = NUMBER_AT.exec(json)?.[0];
      const odd = raw === undefined ? null : oddNumber(raw);
      if (odd) note(root, open, odd);
      if (raw !== undefined) at += raw.length - 1;
    }
  }
  return (path) => {
    let place: Places | OddNumber | undefined = root.get('');
    for (const key of path) place = place instanceof Map ? place.get(key) : undefined;
    return place instanceof Map ? undefined : place;
  };
};

/** Whether a string that ends at an index is the name of a value: a colon follows. */
const isKey = (json: string, end: number): boolean => {
  let at = end;
  while (at < json.length && ' \t\r\n'.includes(json[at] ?? '')) at++;
  return json[at] === ':';
};

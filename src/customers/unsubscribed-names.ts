/**
 * Unsubscribed customers are stored by a hash of their mailbox: one Script Property each and, after a few thousand, in
 * sixteen packs with many hashes each. That limits both their number and the space they use.
 */
const PREFIX = 'NO_FEEDBACK_';
const PACK = `${PREFIX}PACK_`;

/**
 * The most customers with a property of their own; the next ones go into the packs, and set-up packs the others, too.
 */
export const MOST_SINGLE = 2_000;
/** Hashes per pack: 8,400 characters of the 9 kB that a property holds (docs/google.md G2). */
const MOST_IN_PACK = 700;
const PACKS = 16;
/** Hexadecimal digits of a hash in a pack. */
const PART = 12;

/** The most customers that can be stored. */
export const MOST_UNSUBSCRIBED = MOST_SINGLE + PACKS * MOST_IN_PACK;

export const singleName = (hash: string): string => `${PREFIX}${hash.slice(0, 24)}`;

/** Whether a property is for one customer. */
export const isSingle = (name: string): boolean => name.startsWith(PREFIX) && !name.startsWith(PACK);

/** The property of the pack for a hash. */
export const packOf = (hash: string): string => `${PACK}${hash[0]}`;

/** The hashes in a pack, in shortened form. */
const partsOf = (pack: string): readonly string[] => pack.match(/.{12}/g) ?? [];

/** Whether a pack has a hash. */
export const isIn = (pack: string, hash: string): boolean => partsOf(pack).includes(hash.slice(0, PART));

/** A pack with one more hash; a full pack stays unchanged. */
export const packWith = (pack: string, hash: string): string =>
  isPackFull(pack) || isIn(pack, hash) ? pack : pack + hash.slice(0, PART);

export const isPackFull = (pack: string): boolean => pack.length >= MOST_IN_PACK * PART;

/** How many customers are stored. */
export const countUnsubscribed = (properties: Readonly<Record<string, string>>): number =>
  Object.entries(properties).reduce(
    (sum, [name, text]) => sum + (name.startsWith(PACK) ? partsOf(text).length : isSingle(name) ? 1 : 0),
    0,
  );

/**
 * Packs customers with a property of their own, as long as there is room.
 * @returns the packs to write, and the properties that are obsolete then.
 */
export const packed = (
  properties: Readonly<Record<string, string>>,
): { readonly packs: Readonly<Record<string, string>>; readonly gone: readonly string[] } => {
  const packs: Record<string, string> = {};
  const gone: string[] = [];
  for (const name of Object.keys(properties).filter(isSingle)) {
    const hash = name.slice(PREFIX.length);
    const pack = packOf(hash);
    const before = packs[pack] ?? properties[pack] ?? '';
    if (isPackFull(before)) continue;
    packs[pack] = packWith(before, hash);
    gone.push(name);
  }
  return { packs, gone };
};

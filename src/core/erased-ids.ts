import type { Ports } from './all-ports';

/**
 * Orders whose customers were erased on request are remembered by a hash of the order id, outside of the sheet: so a
 * backup from before stays without the customer, also where the Ledger was lost since. Sixteen Script Properties, by the
 * hash's first digit, each with many hashes: their number has a bound.
 */
const PACK = 'ERASED_';
/** Hexadecimal digits of a hash. */
const PART = 12;
/** Hashes of a pack: 8,400 characters, of the 9 kB that a property holds (docs/google.md G2). */
const MOST_IN_PACK = 700;
const PACKS = 16;

/** How many orders can be remembered; beyond that, the oldest of a pack are forgotten. */
export const MOST_ERASED = PACKS * MOST_IN_PACK;

/** Whether a Script Property is one of these. */
export const isErasedPack = (name: string): boolean => /^ERASED_[0-9a-f]$/.test(name);

const partsOf = (pack: string): readonly string[] => pack.match(/.{12}/g) ?? [];

const partOf = ({ crypto }: Pick<Ports, 'crypto'>, id: string): string => crypto.sha256(`erased ${id}`).slice(0, PART);

const packOf = (part: string): string => `${PACK}${part[0]}`;

/** How many orders are remembered. */
export const countErased = (properties: Readonly<Record<string, string>>): number =>
  Object.entries(properties).reduce((sum, [name, text]) => sum + (isErasedPack(name) ? partsOf(text).length : 0), 0);

/** Remembers that the customers of these orders were erased. Safe to run again. */
export const rememberErased = (ports: Pick<Ports, 'properties' | 'crypto' | 'once'>, ids: readonly string[]): void => {
  const { properties, once } = ports;
  const parts = [...new Set(ids.map((id) => partOf(ports, id)))];
  const known = properties.all();
  if (parts.every((part) => partsOf(known[packOf(part)] ?? '').includes(part))) return;
  const add = (): void => {
    const packs = new Map<string, readonly string[]>();
    for (const part of parts) {
      const name = packOf(part);
      const kept = packs.get(name) ?? partsOf(properties.fresh(name));
      if (!kept.includes(part)) packs.set(name, [...kept, part].slice(-MOST_IN_PACK));
    }
    properties.set(Object.fromEntries([...packs].map(([name, kept]) => [name, kept.join('')])));
  };
  if (!once(PACK, 5_000, add)) add();
};

/** Checks whether the customer of an order id was erased. */
export const erasedIds = (ports: Pick<Ports, 'properties' | 'crypto'>): ((id: string) => boolean) => {
  const all = new Set(
    Object.entries(ports.properties.all()).flatMap(([name, text]) => (isErasedPack(name) ? partsOf(text) : [])),
  );
  return (id) => all.size > 0 && all.has(partOf(ports, id));
};

/** Tells it of one order id, from properties that each execution has read anyway: no digest either where nobody was erased. */
export const wasErased = (ports: Pick<Ports, 'properties' | 'crypto'>, id: string): boolean => {
  const known = ports.properties.all();
  if (id === '' || !Object.keys(known).some(isErasedPack)) return false;
  const part = partOf(ports, id);
  return partsOf(known[packOf(part)] ?? '').includes(part);
};

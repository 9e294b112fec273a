import { type Office, Workbook } from 'local-apps-script';

/** What only makes things quicker, or is the same for every office. */
const LEFT_OUT = new Set(['registry', 'manifest', 'script', 'transport', 'known']);

/** Google's redirects have names by chance. */
const isByChance = (name: string): boolean => name === 'outputs';

const seenBefore = '(seen before)';

const plain = (value: unknown, name: string, seen: Set<object>): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return seenBefore;
  seen.add(value);
  const inside = (part: unknown, key: string) => plain(part, key, seen);
  // Whether two cells of the same format share one object is nobody's business: a spreadsheet is what it shows of itself.
  if (value instanceof Workbook) return JSON.parse(JSON.stringify(value));
  if (value instanceof Map)
    return [...value].map(([key, part]) => [isByChance(name) ? '' : key, inside(part, String(key))]);
  if (Array.isArray(value) || value instanceof Set || ArrayBuffer.isView(value))
    return Array.from(value as Iterable<unknown>, (part, index) => inside(part, String(index)));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => !LEFT_OUT.has(key) && typeof part !== 'function')
      .map(([key, part]) => [key, inside(part, key)]),
  );
};

/**
 * Everything that an office holds, down to the private fields of what it is made of, as plain data to compare two of them
 * by; functions are left out. There is no list of what counts: whatever is added to an office is in it.
 */
export const everythingIn = (office: Office): unknown => plain(office, '', new Set());

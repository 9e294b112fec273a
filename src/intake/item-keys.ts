import { MOST_OF_A_LINE } from '../domain/items';
import { isBlank, type JsonObject } from './body-keys';

/** How an item says how many prints of which size it wants. */
export const ITEM_FORMS = 'an item has qty keys such as qty4x6, or size and quantity';

const QUANTITY_KEY = /^qty[\s_-]*(.+)$/i;
/** The keys of an item that are read. */
const READ_KEY = /^(?:photoNumber|size|quantity|[qQ][tT][yY].*[^\s_-])$/;

/** A wish for prints in an item, as it was sent. */
export interface AskedLine {
  /** `items[0].qty4x6` */
  readonly field: string;
  readonly size: unknown;
  readonly quantity: unknown;
}

/** Whether an item has the `size`, `quantity` form. */
export const hasPair = (item: JsonObject): boolean => !isBlank(item.size) || !isBlank(item.quantity);

/** The wishes of one item: one per `qty` key, and first the one of the `size`, `quantity` form. */
export const askedLines = (item: JsonObject, path: string): AskedLine[] => {
  const lines = Object.keys(item).flatMap((key) => {
    const size = QUANTITY_KEY.exec(key)?.[1];
    return size === undefined ? [] : [{ field: `${path}.${key}`, size, quantity: item[key] }];
  });
  return hasPair(item) ? [{ field: `${path}.quantity`, size: item.size, quantity: item.quantity }, ...lines] : lines;
};

/** Words in the names of keys that indicate a quantity or size, as in `totalQty`. */
const SURE = /^(?:q(?!ual)\w*|counts?|copy|copies|prints?|sizes?)$/;
/** Words that may say so, where nothing harmless is beside them. */
const MAYBE = /^(?:n|no|nr|num|numbers?|amount|pieces?|pcs|units?|formats?|dimensions?|ordered|wanted)$/;
/** Words of what is about money, or an address. */
const MONEY = /^(?:prices?|cost|tax|discount|ur[il]|link|href)$/;
const FILE = /^(?:photo|image|img|picture|file|thumb|thumbnail)$/;
/** Words of what is about neither, and no quantity or size. */
const HARMLESS =
  /^(?:total|subtotal|filename|name|title|caption|notes?|comment|index|idx|position|pos|sort|rank|line|rotation|rotate|angle|weight|dpi|version|date|time|ids?|uuid|guid)$/;
const SIZE_IN_TEXT = /\d\s*[x×*]\s*\d/i;

/** `unitPrice`, `unit_price`: `unit`, `price`. */
const wordsOf = (key: string): readonly string[] =>
  key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);

/** A whole number that could be a quantity, or what may hold one. */
const mayBeQuantity = (value: unknown): boolean =>
  (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MOST_OF_A_LINE) ||
  typeof value === 'object' ||
  (typeof value === 'string' && (/^\s*\d+\s*$/.test(value) || SIZE_IN_TEXT.test(value)));

/** Whether an ignored key may hold a size or a quantity, which means that the order isn't understood. */
const maySayHowMany = (key: string, value: unknown): boolean => {
  const words = wordsOf(key);
  const has = (kind: RegExp) => words.some((word) => kind.test(word));
  if (SIZE_IN_TEXT.test(key)) return true;
  if (has(MONEY)) return false;
  // A file size isn't a print size.
  if (has(SURE) && !has(FILE)) return true;
  if (has(FILE) || has(HARMLESS)) return has(SURE) && mayBeQuantity(value);
  return has(MAYBE) || mayBeQuantity(value);
};

const isNothing = (value: unknown): boolean => isBlank(value) || value === 0 || value === false;

/** The keys of an item that are not read: those over which the item is not understood, and the harmless ones. */
export const unreadInItem = (item: JsonObject): { readonly grave: readonly string[]; readonly harmless: string[] } => {
  const unread = Object.entries(item).filter(([key, value]) => !READ_KEY.test(key) && !isNothing(value));
  const grave = unread.filter(([key, value]) => maySayHowMany(key, value)).map(([key]) => key);
  return { grave, harmless: unread.map(([key]) => key).filter((key) => !grave.includes(key)) };
};

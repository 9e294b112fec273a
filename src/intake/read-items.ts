import { shown } from '../core/fields';
import type { FieldProblem } from '../core/refusal';
import { MOST_LINES, MOST_OF_A_LINE, PHOTO_NUMBER } from '../domain/items';
import { mayHaveLostDigits, SEND_AS_TEXT } from '../domain/json/decimal';
import type { LineItem } from '../domain/order';
import type { PriceList } from '../domain/prices';
import { isObject, type JsonObject } from './order-form';
import { isBlank } from './unread-keys';

const QUANTITY_KEY = /^qty(.+)$/i;

/** The keys of an item that are read. */
const READ_KEY = /^(?:photoNumber|size|quantity|[qQ][tT][yY].+)$/;
const FORMS = 'an item has qty keys such as qty4x6, or size and quantity';
const NOT_READ = `is not read: ${FORMS}`;

interface AskedLine {
  readonly field: string;
  readonly size: unknown;
  readonly quantity: unknown;
}

/** Keys of an item that never say how many prints or of which size. */
const HARMLESS_KEY =
  /price|total|cost|thumb|url|link|photo|image|file|name|title|note|comment|index|position|(?:^|_|[a-z])id$/i;
/** Names of keys, and texts, that may say how many prints or of which size. */
const SAYS_HOW_MANY = /^(?:q|n$|no$|num|count|copies|amount|prints?$|pieces|pcs|size|format|dimension)|\d\s*[x×]\s*\d/i;

/** Whether a key that nobody reads may hold a size or a quantity: then the order is not understood. */
const maySayHowMany = (key: string, value: unknown): boolean => {
  if (SAYS_HOW_MANY.test(key)) return true;
  if (HARMLESS_KEY.test(key)) return false;
  return (
    typeof value === 'number' || isBig(value) || (typeof value === 'string' && /^\s*\d+\s*(?:[x×]|$)/i.test(value))
  );
};

const isBig = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/** The lines of one posted item: one per `qty` key, and the one of the `size`, `quantity` form. */
const askedLines = (item: JsonObject, path: string): AskedLine[] => {
  const lines = Object.keys(item).flatMap((key) => {
    const size = QUANTITY_KEY.exec(key)?.[1];
    return size === undefined ? [] : [{ field: `${path}.${key}`, size, quantity: item[key] }];
  });
  return hasPair(item) ? [{ field: `${path}.quantity`, size: item.size, quantity: item.quantity }, ...lines] : lines;
};

const hasPair = (item: JsonObject): boolean => !isBlank(item.size) || !isBlank(item.quantity);

const isNothing = (quantity: unknown): boolean => quantity === 0 || quantity === null || quantity === undefined;

/**
 * Reads the items of a post. Lines with quantity zero are dropped; every other fault is named with its path and all
 * of them are reported together (docs/design.md 4.3).
 */
export const readItems = (
  items: unknown,
  prices: PriceList,
): {
  readonly lines: readonly LineItem[];
  readonly problems: readonly FieldProblem[];
  /** Keys that say nothing about prints and were not read, as `items.thumbnail`. */
  readonly unread: readonly string[];
} => {
  const unread: string[] = [];
  const problems: FieldProblem[] = [];
  const lines: LineItem[] = [];
  const problem = (field: string, message: string) => problems.push({ field, message });
  if (!Array.isArray(items)) {
    const found = items === undefined || items === null ? 'is missing' : `is ${shown(items)}`;
    const message = `${found}: a list of photos with quantities is needed`;
    return { lines, problems: [{ field: 'items', message }], unread };
  }
  const sizes = prices.map((entry) => entry.size).join(', ');
  for (const [index, item] of (items as readonly unknown[]).entries()) {
    const path = `items[${index}]`;
    if (!isObject(item)) {
      problem(path, `${shown(item)} is no item: an object with photoNumber and quantities is needed`);
      continue;
    }
    const photo = item.photoNumber;
    const isLost = typeof photo === 'number' && mayHaveLostDigits(photo);
    const photoNumber = typeof photo === 'number' || typeof photo === 'string' ? String(photo).trim() : '';
    let asked = false;
    const askedFor = askedLines(item, path);
    for (const [key, value] of Object.entries(item)) {
      if (READ_KEY.test(key) || isNothing(value) || value === '') continue;
      if (maySayHowMany(key, value)) problem(`${path}.${key}`.slice(0, 80), NOT_READ);
      else unread.push(`items.${key}`);
    }
    if (hasPair(item)) {
      const beside = askedFor.slice(1).find(({ quantity }) => !isNothing(quantity));
      if (beside) problem(beside.field, 'stands beside size and quantity: an item has either these or qty keys');
      if (item.quantity === undefined) problem(`${path}.quantity`, 'is missing: how many prints are wanted');
    } else if (!askedFor.length) problem(path, `has no quantity that is read: ${FORMS}`);
    for (const { field, size, quantity } of askedFor) {
      if (isNothing(quantity)) continue;
      asked = true;
      const name = typeof size === 'string' || typeof size === 'number' ? String(size).trim().toLowerCase() : '';
      const listed = prices.find((entry) => entry.size.toLowerCase() === name);
      if (!listed) problem(field, `${shown(size)} is no size of the price list: ${sizes}`);
      const whole =
        typeof quantity === 'number' && Number.isInteger(quantity) && quantity >= 1 && quantity <= MOST_OF_A_LINE;
      if (!whole) problem(field, `${shown(quantity)} is no quantity: a whole number from 1 to ${MOST_OF_A_LINE}`);
      if (listed && whole) lines.push({ photoNumber, size: listed.size, quantity });
    }
    if (isLost) problem(`${path}.photoNumber`, SEND_AS_TEXT);
    else if (asked && !PHOTO_NUMBER.test(photoNumber)) {
      const found =
        photoNumber === '' && (photo === undefined || photo === null || photo === '') ? 'is missing' : shown(photo);
      problem(`${path}.photoNumber`, `${found}: letters, digits, - _ and . are allowed, 1 to 20 of them`);
    }
  }
  if (problems.length === 0 && lines.length === 0)
    problem('items', 'nothing is ordered: at least one quantity above zero is needed');
  if (lines.length > MOST_LINES) problem('items', `has ${lines.length} lines: at most ${MOST_LINES} are allowed`);
  return { lines, problems: shortened(problems), unread };
};

/** Nobody reads more than this, and an answer must stay small. */
const MOST_PROBLEMS = 250;

const shortened = (problems: readonly FieldProblem[]): readonly FieldProblem[] => {
  const left = problems.length - MOST_PROBLEMS;
  if (left <= 0) return problems;
  return [...problems.slice(0, MOST_PROBLEMS), { field: 'items', message: `and ${left} more problems like these` }];
};

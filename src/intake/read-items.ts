import { shown } from '../core/fields';
import type { FieldProblem } from '../core/refusal';
import { MOST_LINES, MOST_OF_A_LINE, PHOTO_NUMBER } from '../domain/items';
import type { LineItem } from '../domain/order';
import type { PriceList } from '../domain/prices';
import { isObject, type JsonObject } from './order-form';

const QUANTITY_KEY = /^qty(.+)$/i;

interface AskedLine {
  readonly field: string;
  readonly size: unknown;
  readonly quantity: unknown;
}

/** The lines of one posted item: one per `qty` key, or the single one of the `size`, `quantity` form. */
const askedLines = (item: JsonObject, path: string): AskedLine[] => {
  if ('size' in item || 'quantity' in item)
    return [{ field: `${path}.quantity`, size: item.size, quantity: item.quantity }];
  return Object.keys(item).flatMap((key) => {
    const size = QUANTITY_KEY.exec(key)?.[1];
    return size === undefined ? [] : [{ field: `${path}.${key}`, size, quantity: item[key] }];
  });
};

const isNothing = (quantity: unknown): boolean => quantity === 0 || quantity === null || quantity === undefined;

/**
 * Reads the items of a post. Lines with quantity zero are dropped; every other fault is named with its path and all
 * of them are reported together (docs/design.md 4.3).
 */
export const readItems = (
  items: unknown,
  prices: PriceList,
): { readonly lines: readonly LineItem[]; readonly problems: readonly FieldProblem[] } => {
  const problems: FieldProblem[] = [];
  const lines: LineItem[] = [];
  const problem = (field: string, message: string) => problems.push({ field, message });
  if (!Array.isArray(items)) {
    const found = items === undefined || items === null ? 'is missing' : `is ${shown(items)}`;
    return { lines, problems: [{ field: 'items', message: `${found}: a list of photos with quantities is needed` }] };
  }
  const sizes = prices.map((entry) => entry.size).join(', ');
  for (const [index, item] of (items as readonly unknown[]).entries()) {
    const path = `items[${index}]`;
    if (!isObject(item)) {
      problem(path, `${shown(item)} is no item: an object with photoNumber and quantities is needed`);
      continue;
    }
    const photo = item.photoNumber;
    const photoNumber = typeof photo === 'number' || typeof photo === 'string' ? String(photo).trim() : '';
    let asked = false;
    for (const { field, size, quantity } of askedLines(item, path)) {
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
    if (asked && !PHOTO_NUMBER.test(photoNumber)) {
      const found =
        photoNumber === '' && (photo === undefined || photo === null || photo === '') ? 'is missing' : shown(photo);
      problem(`${path}.photoNumber`, `${found}: letters, digits, - _ and . are allowed, 1 to 20 of them`);
    }
  }
  if (problems.length === 0 && lines.length === 0)
    problem('items', 'nothing is ordered: at least one quantity above zero is needed');
  if (lines.length > MOST_LINES) problem('items', `has ${lines.length} lines: at most ${MOST_LINES} are allowed`);
  return { lines, problems: shortened(problems) };
};

/** Nobody reads more than this, and an answer must stay small. */
const MOST_PROBLEMS = 250;

const shortened = (problems: readonly FieldProblem[]): readonly FieldProblem[] => {
  const left = problems.length - MOST_PROBLEMS;
  if (left <= 0) return problems;
  return [...problems.slice(0, MOST_PROBLEMS), { field: 'items', message: `and ${left} more problems like these` }];
};

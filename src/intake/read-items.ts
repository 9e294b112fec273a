import { shown } from '../core/fields';
import { readQuantity } from '../core/read/quantity';
import { readSize } from '../core/read/size';
import type { FieldProblem } from '../core/refusal';
import { MOST_LINES } from '../domain/items';
import type { LineItem } from '../domain/order';
import { count } from '../domain/text/for-people';
import { isBlank, isObject, type JsonObject } from './body-keys';
import { askedLines, hasPair, ITEM_FORMS, unreadInItem } from './item-keys';
import { readPhotoNumber } from './photo-number';

/** What was made of the items of an order. */
export interface ItemsReading {
  readonly lines: readonly LineItem[];
  readonly problems: readonly FieldProblem[];
  /** Keys that say nothing about prints and were not read, as `items.thumbnail`. */
  readonly unread: readonly string[];
  /** What was put right beyond doubt, in sentences, each once. */
  readonly remarks: readonly string[];
}

/** Where the reading of items puts what it finds. */
interface Findings {
  readonly lines: LineItem[];
  readonly problems: FieldProblem[];
  readonly unread: string[];
  readonly remarks: Set<string>;
}

const SIDE_BY_SIDE = 'is used together with size and quantity (an item has either those or qty keys)';
const NO_QUANTITY = 'is missing: the number of prints is required';

const readItem = (item: JsonObject, path: string, sizes: readonly string[], found: Findings): void => {
  const problem = (field: string, message: string) => found.problems.push({ field, message });
  const { grave, harmless } = unreadInItem(item);
  for (const key of grave) problem(`${path}.${key}`.slice(0, 80), `is not supported: ${ITEM_FORMS}`);
  found.unread.push(...harmless.map((key) => `items.${key}`));
  const asked = askedLines(item, path).map((line) => ({ ...line, count: readQuantity(line.quantity) }));
  const wanted = asked.filter(({ count }) => 'problem' in count || count.value > 0);
  if (hasPair(item)) {
    const beside = wanted.find(({ field }) => field !== `${path}.quantity`);
    if (beside) problem(beside.field, SIDE_BY_SIDE);
    if (item.quantity === undefined) problem(`${path}.quantity`, NO_QUANTITY);
    else if (isBlank(item.quantity)) found.remarks.add(`${path} has a size but no quantity and was ignored.`);
  } else if (asked.length === 0) problem(path, `has no supported quantity: ${ITEM_FORMS}`);
  if (wanted.length === 0) return;
  const photo = readPhotoNumber(item.photoNumber);
  for (const { field, size: sent, count } of wanted) {
    const size = readSize(sent, sizes);
    for (const reading of [size, count]) {
      if ('problem' in reading) problem(field, reading.problem);
      else for (const remark of reading.remarks) found.remarks.add(remark);
    }
    if ('problem' in size || 'problem' in count) continue;
    found.lines.push({ photoNumber: 'problem' in photo ? '' : photo.value, size: size.value, quantity: count.value });
  }
  if ('problem' in photo) problem(`${path}.photoNumber`, photo.problem);
  else for (const remark of photo.remarks) found.remarks.add(remark);
};

/**
 * Reads the items of an order. Lines with a quantity of zero are dropped; all errors are reported together, each with
 * its path (docs/design.md 4.3).
 * @param the sizes as written in the price list.
 */
export const readItems = (items: unknown, sizes: readonly string[]): ItemsReading => {
  const found: Findings = { lines: [], problems: [], unread: [], remarks: new Set() };
  const problem = (field: string, message: string) => found.problems.push({ field, message });
  if (!Array.isArray(items)) {
    const sent = items === undefined || items === null ? 'is missing' : `is ${shown(items)}`;
    problem('items', `${sent}: a list of photos with quantities is required`);
    return { ...found, remarks: [] };
  }
  for (const [index, item] of (items as readonly unknown[]).entries()) {
    const path = `items[${index}]`;
    if (isObject(item)) readItem(item, path, sizes, found);
    else problem(path, `${shown(item)} is not an item (use an object with photoNumber and quantities)`);
  }
  const { lines, problems, unread, remarks } = found;
  if (problems.length === 0 && lines.length === 0)
    problem('items', 'must contain at least one item with a quantity above zero');
  if (lines.length > MOST_LINES) problem('items', `has ${count(lines.length, 'line')} (the limit is ${MOST_LINES})`);
  return { lines, problems: shortened(problems), unread, remarks: [...remarks] };
};

/** The most errors listed, so that answers stay small. */
const MOST_PROBLEMS = 250;

const shortened = (problems: readonly FieldProblem[]): readonly FieldProblem[] => {
  const left = problems.length - MOST_PROBLEMS;
  if (left <= 0) return problems;
  return [...problems.slice(0, MOST_PROBLEMS), { field: 'items', message: `and ${left} more errors like these` }];
};

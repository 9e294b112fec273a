import { shown } from '../core/fields';
import { FORM_FIELDS } from '../core/form-field';
import { oneSlip } from '../domain/one-slip';
import { isObject, type JsonObject, type OrderForm } from './order-form';

/** Nobody reads more names than this, and cells and answers must stay small. */
const MOST_NAMED = 10;

/** A value that says nothing: nothing is lost when its key is not read. */
export const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '';

const letters = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The known key that was likely meant: `fulfilmentType`, `customer_name`; blank when none is near. */
const likelyKey = (key: string, known: readonly string[]): string =>
  known.find((other) => oneSlip(letters(key), letters(other))) ?? '';

/** The warning about keys that were sent and not read; none when everything was. */
export const unreadWarnings = (unread: readonly string[], known: readonly string[] = []): string[] => {
  const names = [...new Set(unread)];
  if (names.length === 0) return [];
  const named = names.slice(0, MOST_NAMED).map((name) => {
    const likely = likelyKey(name.slice(name.lastIndexOf('.') + 1), known);
    return likely ? `${shown(name)} (${likely}?)` : shown(name);
  });
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return [`Sent, but not read: ${named.join(', ')}${more}.`];
};

/** Warnings about the keys of an order outside of its items that no field is read from. */
export const unreadFields = (body: JsonObject, paths: OrderForm['paths']): string[] => {
  const read = [...FORM_FIELDS, ...Object.values(paths), 'items', 'key', 'route'];
  const unreadIn = (object: JsonObject, above: string): string[] =>
    Object.entries(object).flatMap(([key, value]) => {
      const path = `${above}${key}`;
      if (read.includes(path) || isBlank(value)) return [];
      const isParent = read.some((other) => other.startsWith(`${path}.`));
      return isParent && isObject(value) ? unreadIn(value, `${path}.`) : [path];
    });
  return unreadWarnings(unreadIn(body, ''), [...FORM_FIELDS, 'items']);
};

import type { Order } from '../../domain/order';
import { streetLines } from '../../workbook/orders-row';

/** What stands where something was erased. */
const GONE = '(erased)';
/** Shorter texts stand in too many others. */
const SHORTEST = 4;

/** The texts that tell who a customer is, the longest first. */
export const personalTexts = (orders: readonly Order[], email: string): readonly string[] => {
  const texts = orders.flatMap(({ customer, address }) => [
    customer.name,
    ...customer.name.split(/\s+/),
    customer.email,
    customer.phone,
    streetLines(address),
    address.street,
  ]);
  const own = [...new Set([email, ...texts].map((text) => text.trim()))].filter((text) => text.length >= SHORTEST);
  return own.sort((a, b) => b.length - a.length);
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text without any of some others, whatever their capitals. */
export const scrubbed = (text: string, personal: readonly string[]): string =>
  personal.reduce((left, each) => left.replace(new RegExp(escaped(each), 'gi'), GONE), text);

/**
 * The cells of a row without the customer, when the row is about one of the customer's orders or names the address;
 * null when there is nothing to change.
 * @param keys ids and numbers of the customer's orders.
 */
export const scrubbedRow = (
  cells: readonly string[],
  personal: readonly string[],
  keys: ReadonlySet<string>,
  email: string,
): readonly string[] | null => {
  const isAbout = cells.some((cell) => keys.has(cell.trim()) || cell.toLowerCase().includes(email.toLowerCase()));
  if (!isAbout) return null;
  // A post that was refused names more than its orders tell: it goes as a whole.
  const isPost = (cell: string): boolean => /^\s*\{/.test(cell) && cell.toLowerCase().includes(email.toLowerCase());
  const after = cells.map((cell) => (isPost(cell) ? GONE : scrubbed(cell, personal)));
  return after.some((cell, index) => cell !== cells[index]) ? after : null;
};

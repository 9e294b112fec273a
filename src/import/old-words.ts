import { cents, parseAmount } from '../domain/money';
import {
  type Fulfillment,
  type OrderStatus,
  parseOrderStatus,
  parseShippingStatus,
  SHIPPING_COURSE,
  SHIPPING_FACTS,
} from '../domain/statuses';
import { EVENT_CODE } from '../workbook/events';

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** What a Shipping Status means: how far the prints are, and by which way; null where the word does not say which. */
export interface OldShipping {
  readonly isDone: boolean;
  readonly by: Fulfillment | null;
}

const DONE = ['sent', 'mailed', 'posted', 'delivered', 'fulfilled', 'done', 'complete', 'completed'];
const COLLECTED = ['collected', 'pickedup', 'picked-up', 'handed over'];
const WAITING = ['not shipped', 'not yet', 'no', 'unfulfilled', 'open', 'waiting', 'pending'];

/** A Shipping Status as shops wrote it before the program; null for one that nobody can be sure of. */
export const oldShipping = (text: string): OldShipping | null => {
  const word = plain(text);
  const ours = parseShippingStatus(word);
  if (ours) {
    const by = SHIPPING_FACTS[ours].fulfillment;
    return { isDone: ours === SHIPPING_COURSE[by].end, by };
  }
  if (DONE.includes(word)) return { isDone: true, by: null };
  if (COLLECTED.includes(word)) return { isDone: true, by: 'pickup' };
  return WAITING.includes(word) ? { isDone: false, by: null } : null;
};

/** A Status as shops wrote it before the program. One that tells of the prints alone says that they were handed over, or nothing. */
export const oldStatus = (text: string): OrderStatus | null =>
  parseOrderStatus(text) ?? (oldShipping(text)?.isDone ? 'shipped' : null);

/** A Fulfillment Type as shops wrote it before the program; blank text is nothing, other words are null. */
export const oldFulfillment = (text: string): Fulfillment | '' | null => {
  const word = plain(text);
  if (word === '') return '';
  const isPickup = /pick|collect|in person|at the (?:event|counter|table)/.test(word);
  const isShip = /ship|mail|post|deliver|usps|\bups\b|fedex|send/.test(word);
  if (isPickup === isShip) return null;
  return isPickup ? 'pickup' : 'ship';
};

/** What people write where there is nothing to tell. */
const NOTHING = ['-', '–', '—', '?', 'unknown', 'n/a', 'na', 'none', 'tbd', 'no date', 'not known'];

/** Whether a cell says explicitly that there is nothing. */
export const saysNothing = (text: string): boolean => text.trim() === '' || NOTHING.includes(plain(text));

/** An amount as shops wrote it before the program, `$24`, `24.00 USD`; null for one that cannot be read. Nothing owed may be `free`. */
export const oldAmount = (cell: unknown): ReturnType<typeof parseAmount> => {
  if (typeof cell !== 'string') return parseAmount(cell);
  const text = plain(cell)
    .replace(/^(?:us ?\$|usd) ?/, '$')
    .replace(/ ?(?:usd|dollars?)$/, '');
  return text === 'free' ? cents(0) : parseAmount(text);
};

/** What is in front of numbers in shops that number by no event. */
const NO_EVENT =
  'CPS|ORDER|ORDERS|ORD|INV|INVOICE|NO|NR|NUM|NUMBER|SALE|SALES|SO|PO|WEB|ONLINE|SHOP|STORE|OLD|REF|ID'.split('|');

/** The event that an order's number names (`ASDAR26-0041`: `ASDAR26`, docs/design.md 2.3); blank for none. */
export const eventOfNumber = (number: string): string => {
  const prefix = /^(.*[a-z].*)-\d+$/i.exec(number.trim())?.[1]?.toUpperCase() ?? '';
  return EVENT_CODE.test(prefix) && !NO_EVENT.includes(prefix) ? prefix : '';
};

import type { SheetRow } from '../core/ports';
import { GONE } from '../domain/erased';
import type { Order } from '../domain/order';
import type { LedgerEntry } from '../workbook/ledger-row';
import { streetLines } from '../workbook/orders-row';

/** Shorter words stand in too many other texts. */
const SHORTEST = 4;

/** A customer who is to be erased: what tells who it is, and which orders are theirs. */
export interface Person {
  readonly email: string;
  /** Ids and numbers of the orders. */
  readonly keys: ReadonlySet<string>;
  /** Fingerprints of the posts that the orders came of. */
  readonly posts: ReadonlySet<string>;
  /** Whether a text names the customer beyond doubt: by address, whole name or phone. */
  isNamedIn(text: string): boolean;
  /** Whether a text holds the address. */
  isAddressedIn(text: string): boolean;
  /** A text without the customer; of a text that is not about their orders only what names them beyond doubt. */
  without(text: string, isTheirs: boolean): string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** An address, not as a part of a longer one: ann@example.com does not stand in joann@example.com. */
const addressPattern = (email: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}._%+-]|[\\p{L}\\p{N}]['’])${escaped(email)}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`,
    'giu',
  );

/** A text that is no part of a longer word. */
const wholePattern = (text: string, flags = 'giu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, flags);

const longestFirst = (texts: readonly string[]): string[] =>
  [...new Set(texts.map((text) => text.trim()))].sort((a, b) => b.length - a.length);

const isLong = (text: string): boolean => text.length >= SHORTEST;

/** A word of a name as it was typed, or with a capital: so that the name Mark is no reason to change "mark". */
const wordPatterns = (name: string): RegExp[] =>
  longestFirst(name.split(/\s+/).filter(isLong))
    .flatMap((word) => [word, `${word.charAt(0).toUpperCase()}${word.slice(1)}`])
    .map((word) => wholePattern(word, 'gu'));

const isIn = (patterns: readonly RegExp[], text: string): boolean => patterns.some((each) => text.search(each) >= 0);

/** The customer of an address, with all that their orders tell. */
export const personOf = (orders: readonly CustomersOrder[], email: string): Person => {
  const accepted: readonly Order[] = orders.map(({ entry }) => entry.order);
  const names = longestFirst(accepted.map(({ customer }) => customer.name)).filter((name) => name.length > 1);
  const phones = longestFirst(accepted.map(({ customer }) => customer.phone)).filter(isLong);
  const streets = longestFirst(
    accepted.flatMap(({ address }) => [streetLines(address), address.street, address.company ?? '']),
  );
  const address = [addressPattern(email)];
  const doubtless = [
    ...address,
    ...[...names.filter((name) => name.includes(' ')), ...phones].map((text) => wholePattern(text)),
  ];
  const all = [
    ...address,
    ...[...names, ...phones, ...streets.filter(isLong)].map((text) => wholePattern(text)),
    ...names.flatMap(wordPatterns),
  ];
  return {
    email,
    keys: new Set(accepted.flatMap(({ id, number }) => [id, number])),
    posts: new Set(orders.flatMap(({ entry }) => [entry.fingerprint, entry.replaces]).filter(Boolean)),
    isNamedIn: (text) => isIn(doubtless, text),
    isAddressedIn: (text) => isIn(address, text),
    without: (text, isTheirs) => (isTheirs ? all : doubtless).reduce((left, each) => left.replace(each, GONE), text),
  };
};

/** An order of the customer: what was accepted, and where it stands. */
export interface CustomersOrder {
  readonly entry: LedgerEntry;
  readonly ledgerAt: number;
  readonly row: SheetRow | null;
}

import type { SheetRow } from '../core/ports';
import { GONE } from '../domain/erased';
import { foldText } from '../domain/find-text';
import type { Order } from '../domain/order';
import type { LedgerEntry } from '../workbook/ledger-row';
import { streetLines } from '../workbook/orders-row';
import {
  addressPattern,
  distinct,
  namePattern,
  phoneDigits,
  phonePatterns,
  SHORTEST,
  wholePattern,
  wordPatterns,
} from './patterns';

/** What a customer has said about themselves, in orders and in requests that were refused. */
export interface Traits {
  readonly name: string;
  readonly phone: string;
  readonly street: string;
}

/** What is known of a customer besides their orders. */
export interface Besides {
  /** Addresses that emails about the orders went to. */
  readonly emails: readonly string[];
  /** From refused requests that are surely theirs. */
  readonly traits: readonly Traits[];
  /** The Raw Body of refused requests that staff have said are theirs. */
  readonly refused: readonly string[];
}

const NOTHING: Besides = { emails: [], traits: [], refused: [] };

/** A customer to erase: what identifies them, and which orders are theirs. */
export interface Person {
  readonly email: string;
  /** Every address of theirs, in small letters. */
  readonly emails: ReadonlySet<string>;
  /** Ids and numbers of the orders. */
  readonly keys: ReadonlySet<string>;
  /** Fingerprints of the requests that the orders came from. */
  readonly posts: ReadonlySet<string>;
  /** The Raw Body of refused requests that staff have said are theirs. */
  readonly refused: ReadonlySet<string>;
  /** Whether a text names the customer beyond doubt: by address, whole name or phone. */
  isNamedIn(text: string): boolean;
  /** Whether a text holds an address. */
  isAddressedIn(text: string): boolean;
  /** What someone else has said has in common with the customer, as a part of a sentence; blank for nothing. */
  inCommon(traits: Traits): string;
  /** A text without the customer; of a text that is not about their orders only what names them beyond doubt. */
  without(text: string, isTheirs: boolean): string;
}

const isLong = (text: string): boolean => text.length >= SHORTEST;

const isIn = (patterns: readonly RegExp[], text: string): boolean => patterns.some((each) => text.search(each) >= 0);

/** How a street is compared: `Elm Ave.` and `elm ave` are the same. */
const streetKey = (street: string): string =>
  foldText(street)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const commonTo = (known: readonly Traits[], { name, phone, street }: Traits): string => {
  const digits = phoneDigits(phone);
  if (known.some((one) => phoneDigits(one.phone).some((each) => digits.includes(each)))) return 'the same phone';
  const key = streetKey(street);
  // A refused request may have the unit with the street, or apart from it.
  const isStreet = (other: string): boolean =>
    key !== '' && other !== '' && (key === other || key.startsWith(`${other} `) || other.startsWith(`${key} `));
  return known.some((one) => foldText(one.name) === foldText(name) && name !== '' && isStreet(streetKey(one.street)))
    ? 'the same name and street'
    : '';
};

const traitsOf = ({ customer: { name, phone }, address }: Order): Traits => ({
  name,
  phone,
  street: [address.street, address.unit].filter(Boolean).join(', '),
});

/** The customer of an address, with all that their orders tell. */
export const personOf = (
  orders: readonly CustomersOrder[],
  email: string,
  { emails, traits, refused }: Besides = NOTHING,
): Person => {
  const accepted: readonly Order[] = orders.map(({ entry }) => entry.order);
  const known = [...accepted.map(traitsOf), ...traits];
  const own = new Set([email, ...accepted.map(({ customer }) => customer.email), ...emails].map(plain).filter(Boolean));
  const names = distinct(known.map(({ name }) => name)).filter((name) => name.length > 1);
  const phones = distinct(known.map(({ phone }) => phone)).filter(isLong);
  const streets = distinct([
    ...accepted.flatMap(({ address }) => [
      streetLines(address),
      address.street,
      address.company ?? '',
      address.zipCode,
    ]),
    ...traits.map(({ street }) => street),
  ]);
  const address = [...own].map(addressPattern);
  const doubtless = [
    ...address,
    ...names.filter((name) => name.includes(' ')).map(namePattern),
    ...phones.flatMap((phone) => [...phonePatterns(phone), wholePattern(phone)]),
  ];
  const all = [
    ...doubtless,
    ...[...names, ...streets.filter(isLong)].map((text) => wholePattern(text)),
    ...names.flatMap(wordPatterns),
  ];
  return {
    email,
    emails: own,
    keys: new Set(accepted.flatMap(({ id, number }) => [id, number])),
    posts: new Set(orders.flatMap(({ entry }) => [entry.fingerprint, entry.replaces]).filter(Boolean)),
    refused: new Set(refused),
    isNamedIn: (text) => isIn(doubtless, text),
    isAddressedIn: (text) => isIn(address, text),
    inCommon: (other) => commonTo(known, other),
    without: (text, isTheirs) => (isTheirs ? all : doubtless).reduce((left, each) => left.replace(each, GONE), text),
  };
};

/** An address as it is compared. */
export const plain = (email: string): string => email.trim().toLowerCase();

/** An order of the customer: what was accepted, and where it is. */
export interface CustomersOrder {
  readonly entry: LedgerEntry;
  readonly ledgerAt: number;
  readonly row: SheetRow | null;
}

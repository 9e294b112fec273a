import { cents, parseAmount } from '../domain/money';
import type { Offer, PriceList, SizePrice } from '../domain/prices';
import { type Cell, type Row, textOf } from './layout';
import type { TabKey } from './tabs';

/** A cell that cannot be used, reported to whoever can correct it. `row` counts from 1 (the header). */
export interface CellError {
  readonly tab: TabKey;
  readonly row: number;
  readonly header: string;
  readonly message: string;
}

/** What a fresh set-up puts into the Price List (docs/design.md 4.4). */
export const DEFAULT_PRICES: PriceList = [
  { size: '4x6', price: cents(800), offers: [{ quantity: 3, price: cents(2000) }] },
  { size: '5x7', price: cents(1500), offers: [] },
  { size: '8x10', price: cents(2000), offers: [] },
];

/** The Price List as rows of its tab: one per size, further offers of a size below it without a price. */
export const priceListRows = (list: PriceList): Row[] =>
  list.flatMap(({ size, price, offers }) => {
    const [first, ...more] = offers;
    return [
      { Size: size, Price: price / 100, ...offerCells(first) },
      ...more.map((offer) => ({ Size: size, Price: '', ...offerCells(offer) })),
    ];
  });

const offerCells = (offer: Offer | undefined): Row =>
  offer ? { 'Offer Quantity': offer.quantity, 'Offer Price': offer.price / 100 } : {};

const SIZE = /^[A-Za-z0-9._-]{1,20}$/;
const MOST_SIZES = 50;

/** What is in the Price List. */
export interface PriceReading {
  readonly list: PriceList;
  readonly errors: readonly CellError[];
  /** The sizes on the list of which some line cannot be used, so that an offer may be missing. */
  readonly broken: ReadonlySet<string>;
}

/** Reads the Price List. Lines that cannot be used are left out and named; blank rows are passed over. */
export const readPriceList = (rows: readonly Readonly<Record<string, Cell>>[]): PriceReading => {
  const errors: CellError[] = [];
  const broken = new Set<string>();
  const sizes = new Map<string, { price: SizePrice['price']; offers: Offer[] }>();
  for (const [index, row] of rows.entries()) {
    const error = (header: string, message: string) =>
      errors.push({ tab: 'priceList', row: index + 2, header, message });
    const size = knownSize(sizes, textOf(row.Size));
    const [price, quantity, offerPrice] = [row.Price, row['Offer Quantity'], row['Offer Price']].map(
      (cell) => cell ?? '',
    );
    if (!size) {
      if (price !== '' || quantity !== '' || offerPrice !== '')
        error('Size', 'Enter a size for this price, such as 4x6.');
      continue;
    }
    if (!SIZE.test(size)) {
      error('Size', `"${size}" isn't a valid size. Use letters, digits, - _ and . only, such as 4x6.`);
      continue;
    }
    if (sizes.size >= MOST_SIZES && !sizes.has(size)) {
      error('Size', `Only the first ${MOST_SIZES} sizes count.`);
      continue;
    }
    const known = sizes.get(size);
    const amount = parseAmount(price);
    if (known && price !== '') {
      broken.add(size);
      error('Size', `"${size}" is listed twice. For another offer, leave its price blank.`);
      continue;
    }
    if (!known && (amount === null || amount === 0)) {
      error('Price', `"${price}" isn't a valid price (such as 8 or 8.50).`);
      continue;
    }
    const offer = readOffer(quantity, offerPrice);
    if (offer && 'message' in offer) {
      broken.add(size);
      error(offer.header, offer.message);
    }
    const entry = known ?? { price: amount ?? cents(0), offers: [] };
    sizes.set(size, entry);
    if (offer && 'price' in offer) entry.offers.push(offer);
  }
  return { list: [...sizes].map(([size, { price, offers }]) => ({ size, price, offers })), errors, broken };
};

/** The spelling in which a size is on the list already: orders find it in any case. */
const knownSize = (sizes: ReadonlyMap<string, unknown>, typed: string): string =>
  [...sizes.keys()].find((size) => size.toLowerCase() === typed.toLowerCase()) ?? typed;

/** The offer of two cells, null when both are blank, or what is wrong with which of them. */
const readOffer = (
  quantity: Cell | undefined,
  price: Cell | undefined,
): Offer | Pick<CellError, 'header' | 'message'> | null => {
  if (quantity === '' && price === '') return null;
  const amount = parseAmount(price);
  if (!Number.isInteger(quantity) || Number(quantity) < 2 || Number(quantity) > 999) {
    const message = `"${quantity}" isn't a valid offer quantity. Use a whole number from 2 to 999 and add an offer price.`;
    return { header: 'Offer Quantity', message };
  }
  if (!amount) return { header: 'Offer Price', message: `"${price}" isn't a valid offer price (such as 20).` };
  return { quantity: Number(quantity), price: amount };
};

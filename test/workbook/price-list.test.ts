import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cents } from '../../src/domain/money';
import type { Cell } from '../../src/workbook/layout';
import { DEFAULT_PRICES, priceListRows, readPriceList } from '../../src/workbook/price-list';

const row = (Size: Cell, Price: Cell, quantity: Cell = '', offerPrice: Cell = '') => ({
  Size,
  Price,
  'Offer Quantity': quantity,
  'Offer Price': offerPrice,
});
const places = (rows: ReturnType<typeof row>[]) =>
  readPriceList(rows).errors.map((error) => `${error.tab} ${error.header} ${error.row}`);

test('a fresh price list is that of the business', () => {
  expect(priceListRows(DEFAULT_PRICES)).toEqual([
    { Size: '4x6', Price: 8, 'Offer Quantity': 3, 'Offer Price': 20 },
    { Size: '5x7', Price: 15 },
    { Size: '8x10', Price: 20 },
  ]);
  expect(readPriceList(priceListRows(DEFAULT_PRICES))).toEqual({ list: DEFAULT_PRICES, errors: [], broken: new Set() });
});

test('any price list is read back as it was written', () => {
  const money = fc.integer({ min: 1, max: 1_000_000 }).map(cents);
  const lists = fc.uniqueArray(
    fc.record({
      size: fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/),
      price: money,
      offers: fc.array(fc.record({ quantity: fc.integer({ min: 2, max: 999 }), price: money }), { maxLength: 3 }),
    }),
    { selector: ({ size }) => size.toLowerCase(), minLength: 1, maxLength: 10 },
  );
  fc.assert(
    fc.property(lists, (list) => expect(readPriceList(priceListRows(list))).toMatchObject({ list, errors: [] })),
  );
});

test('prices may be typed as text, and blank rows are passed over', () => {
  expect(readPriceList([row('', ''), row(' 4x6 ', '$8.50'), row('', '')])).toEqual({
    list: [{ size: '4x6', price: 850, offers: [] }],
    errors: [],
    broken: new Set(),
  });
});

test('a further offer of a size is below it without a price', () => {
  expect(readPriceList([row('4x6', 8, 3, 20), row('4x6', '', 10, 50)]).list).toEqual([
    {
      size: '4x6',
      price: 800,
      offers: [
        { quantity: 3, price: 2000 },
        { quantity: 10, price: 5000 },
      ],
    },
  ]);
});

test.each([
  ['a price that is no amount', [row('4x6', 'eight')], ['priceList Price 2']],
  ['a price of nothing', [row('4x6', 0)], ['priceList Price 2']],
  ['a missing price', [row('4x6', '')], ['priceList Price 2']],
  ['a price without a size', [row('4x6', 8), row('', 15)], ['priceList Size 3']],
  ['a size with a blank in it', [row('4 x 6', 8)], ['priceList Size 2']],
  ['a size with a comma, which would break column H', [row('4x6,5x7', 8)], ['priceList Size 2']],
  ['a size with two prices', [row('4x6', 8), row('4x6', 9)], ['priceList Size 3']],
  ['a size with two prices in other letters', [row('A4x6', 8), row('a4X6', 9)], ['priceList Size 3']],
  ['an offer of one print', [row('4x6', 8, 1, 7)], ['priceList Offer Quantity 2']],
  ['an offer without a quantity', [row('4x6', 8, '', 20)], ['priceList Offer Quantity 2']],
  ['an offer of half prints', [row('4x6', 8, 2.5, 20)], ['priceList Offer Quantity 2']],
  ['an offer without a price', [row('4x6', 8, 3, '')], ['priceList Offer Price 2']],
  ['an offer whose price is no amount', [row('4x6', 8, 3, 'twenty')], ['priceList Offer Price 2']],
  ['an offer for nothing', [row('4x6', 8, 3, 0)], ['priceList Offer Price 2']],
])('%s is named with its row and header', (_, rows, expected) => {
  expect(places(rows)).toEqual(expected);
});

test('one broken line does not take the others with it', () => {
  const { list, errors } = readPriceList([row('4x6', 'eight'), row('5x7', 15), row('8x10', 20)]);
  expect(list.map(({ size }) => size)).toEqual(['5x7', '8x10']);
  expect(errors).toEqual([
    { tab: 'priceList', row: 2, header: 'Price', message: `"eight" isn't a valid price (such as 8 or 8.50).` },
  ]);
});

test('more than fifty sizes are not read', () => {
  const rows = Array.from({ length: 51 }, (_, index) => row(`s${index}`, 1));
  expect(readPriceList(rows).list).toHaveLength(50);
  expect(places(rows)).toEqual(['priceList Size 52']);
});

test('reading any cells gives prices above zero in whole cents, and never throws', () => {
  const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom('4x6', '', 3, 20));
  const rows = fc.array(
    fc.tuple(cell, cell, cell, cell).map((cells) => row(...cells)),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(rows, (any) => {
      for (const { price, offers } of readPriceList(any).list) {
        for (const amount of [price, ...offers.map((offer) => offer.price)]) {
          expect(Number.isSafeInteger(amount) && amount > 0).toBe(true);
        }
      }
    }),
  );
});

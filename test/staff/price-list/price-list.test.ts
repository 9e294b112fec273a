import { afterAll, expect, test } from '@jest/globals';
import type { PricesAnswer } from '../../../src/staff/price-list/edit-price-list';
import type { SizeForm, TypedSize } from '../../../src/staff/price-list/price-form';
import { closeOffices } from '../../support/office';
import { callRpc, openedPage } from '../../support/rpc';
import { openShop, PAUL, type Shop } from '../../support/shop';

afterAll(closeOffices);

const openPrices = async (shop: Shop, user = 'operator') => {
  await shop.office.menu({ item: 'Events and prices > Price list', user });
  const { token } = openedPage(shop.office) ?? { token: '' };
  const call = (method: string, ...args: unknown[]) => callRpc(shop.office, user, token, method, ...args);
  const sizes = (await call('prices.read')).value as SizeForm[];
  const save = async (was: TypedSize | null, typed: TypedSize | null): Promise<PricesAnswer> => {
    const { ok, value, error } = await call('prices.save', was, typed);
    if (!ok) throw new Error(error);
    return value as PricesAnswer;
  };
  const sizeOf = (name: string): SizeForm => {
    const found = sizes.find(({ size }) => size === name);
    if (!found) throw new Error(`no ${name}`);
    return found;
  };
  return { sizes, save, sizeOf };
};

const fill = (shop: Shop, range: string, values: (string | number)[][]) =>
  shop.office.edit({ sheet: 'Price List', range, values });
const grid = (shop: Shop): unknown[][] => shop.rows('Price List').map((row) => Object.values(row));

test('a price and an offer are saved, logged, and paid by the next order; the rest of the tab stays', async () => {
  const shop = await openShop();
  await fill(shop, 'E1:E4', [['Supplier'], ['Lab A'], ['Lab B'], ['Lab C']]);
  const { save, sizeOf } = await openPrices(shop, 'staff');
  const was = sizeOf('8x10');
  expect(await save(was, { ...was, price: '25', offers: [{ quantity: '2', price: '45.50' }] })).toHaveProperty('sizes');
  expect(grid(shop)).toEqual([
    ['4x6', 8, 3, 20, 'Lab A'],
    ['5x7', 15, '', '', 'Lab B'],
    ['8x10', 25, 2, 45.5, 'Lab C'],
  ]);
  expect(shop.rows('Activity').map(({ By, Detail }) => [By, Detail])).toContainEqual([
    'staff@cps-photos.example',
    '8x10 was $20.00; 8x10 is now $25.00, 2 for $45.50.',
  ]);
  expect(await shop.post({ ...PAUL, items: [{ photoNumber: '1', qty8x10: 3 }] })).toMatchObject({ subtotal: '70.50' });
});

test('more offers get rows of their own below, fewer leave empty rows, and a new size goes below the last one', async () => {
  const shop = await openShop();
  await fill(shop, 'E900', [['far below']]);
  const { save, sizeOf } = await openPrices(shop);
  const was = sizeOf('4x6');
  const more = { ...was, offers: [...was.offers, { quantity: '10', price: '60' }, { quantity: '20', price: '100' }] };
  await save(was, more);
  expect(grid(shop).slice(0, 4)).toEqual([
    ['4x6', 8, 3, 20],
    ['4x6', '', 10, 60],
    ['4x6', '', 20, 100],
    ['5x7', 15, '', ''],
  ]);
  const after = await save(more, { ...was, offers: [{ quantity: '5', price: '30' }] });
  expect('sizes' in after && after.sizes.map(({ size, rows }) => [size, rows])).toEqual([
    ['4x6', [2]],
    ['5x7', [5]],
    ['8x10', [6]],
  ]);
  await save(null, { size: '11x14', price: '40', offers: [] });
  expect(grid(shop).slice(-2)[0]).toEqual(['11x14', 40, '', '']);
  expect(await shop.get('route=prices')).toMatchObject({
    prices: expect.arrayContaining([expect.objectContaining({ size: '11x14', price: '40.00' })]),
  });
});

test('what cannot be used is said at its field, and nothing is written', async () => {
  const shop = await openShop();
  const before = grid(shop);
  const { save, sizeOf } = await openPrices(shop);
  const wrong: [TypedSize | null, TypedSize, string[]][] = [
    [null, { size: '', price: '5', offers: [] }, ['size']],
    [null, { size: '4X6', price: '5', offers: [] }, ['size']],
    [null, { size: 'a b', price: '5', offers: [] }, ['size']],
    [sizeOf('5x7'), { size: '5x7', price: 'much', offers: [] }, ['price']],
    [sizeOf('5x7'), { size: '5x7', price: '0', offers: [] }, ['price']],
    [
      sizeOf('5x7'),
      {
        size: '5x7',
        price: '15',
        offers: [
          { quantity: '', price: '' },
          { quantity: '1', price: '3' },
          { quantity: '4', price: '' },
        ],
      },
      ['offers[1].quantity', 'offers[2].price'],
    ],
  ];
  for (const [was, typed, fields] of wrong) {
    const answer = await save(was, typed);
    expect('problems' in answer && answer.problems.map(({ field }) => field)).toEqual(fields);
  }
  expect(grid(shop)).toEqual(before);
});

test('a line that staff typed wrong is shown with why, and corrected here its note goes away at once', async () => {
  const shop = await openShop();
  await fill(shop, 'B3', [['fifteen']]);
  expect(Object.keys(shop.notes('Price List'))).toEqual(['B3']);
  const { save, sizeOf } = await openPrices(shop);
  const was = sizeOf('5x7');
  expect(was).toMatchObject({ price: 'fifteen', errors: [`"fifteen" isn't a valid price (such as 8 or 8.50).`] });
  await save(was, { ...was, price: '15.50' });
  expect(shop.notes('Price List')).toEqual({});
  expect(grid(shop)[1]).toEqual(['5x7', 15.5, '', '']);
});

test('a line that someone changed in the meantime isn’t overwritten, and one that moved is found', async () => {
  const shop = await openShop();
  const { save, sizeOf } = await openPrices(shop);
  await shop.office.rows({ sheet: 'Price List', action: 'insert', row: 2, count: 2 });
  const was = sizeOf('5x7');
  await save(was, { ...was, price: '16' });
  expect(grid(shop)[1]).toEqual(['5x7', 16, '', '']);
  await expect(save(was, { ...was, price: '17' })).rejects.toThrow('Someone else changed this size');
  expect(grid(shop)[1]).toEqual(['5x7', 16, '', '']);
});

test('a size that is taken off the list is refused for new orders', async () => {
  const shop = await openShop();
  const { save, sizeOf } = await openPrices(shop);
  await save(sizeOf('5x7'), null);
  expect(await shop.post({ ...PAUL, items: [{ photoNumber: '1', qty5x7: 3 }] })).toMatchObject({
    code: 'VALIDATION_FAILED',
  });
  expect(grid(shop)).toHaveLength(2);
});

test('when the save can’t land, the list stays as it was and staff see an error', async () => {
  const shop = await openShop();
  const before = grid(shop);
  const { save, sizeOf } = await openPrices(shop);
  shop.office.addFault({
    service: 'Sheets.Spreadsheets.batchUpdate',
    nth: 1,
    kind: 'before',
    message: 'Service unavailable',
  });
  const was = sizeOf('5x7');
  await expect(save(was, { ...was, price: '16' })).rejects.toThrow("Couldn't save this just now");
  shop.office.clearFaults();
  expect(grid(shop)).toEqual(before);
});

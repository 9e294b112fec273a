import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readItems } from '../../src/intake/read-items';

const read = (items: unknown) => readItems(items, ['4x6', '5x7', '8x10']);
const problems = (items: unknown) => read(items).problems.map(({ field, message }) => `${field}: ${message}`);
const line = (photoNumber: string, size: string, quantity: number) => ({ photoNumber, size, quantity });

test('one photo gives a line for each size ordered', () => {
  expect(read([{ photoNumber: '7', qty4x6: 1, qty5x7: 2, qty8x10: 0 }])).toEqual({
    lines: [line('7', '4x6', 1), line('7', '5x7', 2)],
    problems: [],
    unread: [],
    remarks: [],
  });
});

test('the form with size and quantity means the same', () => {
  expect(
    read([
      { photoNumber: '7', size: '4x6', quantity: 1 },
      { photoNumber: 7, size: '5X7', quantity: 2 },
    ]),
  ).toEqual({
    lines: [line('7', '4x6', 1), line('7', '5x7', 2)],
    problems: [],
    unread: [],
    remarks: [],
  });
});

test('a size is found in any case and stored as in the price list', () => {
  expect(read([{ photoNumber: '7', QTY4X6: 1 }]).lines).toEqual([line('7', '4x6', 1)]);
});

test('a line with quantity zero is always dropped', () => {
  expect(
    read([
      { photoNumber: '7', qty4x6: 1, qty11x14: 0 },
      { photoNumber: '', qty4x6: 0, qty5x7: null },
    ]),
  ).toEqual({
    lines: [line('7', '4x6', 1)],
    problems: [],
    unread: [],
    remarks: [],
  });
});

test.each([[[]], [[{ photoNumber: '7', qty4x6: 0 }]], [[{ size: '4x6', quantity: 0 }]]])(
  '%j orders nothing',
  (items) => {
    expect(problems(items)).toEqual(['items: must contain at least one item with a quantity above zero']);
  },
);

test.each([
  [undefined, 'items: is missing: a list of photos with quantities is required'],
  [null, 'items: is missing: a list of photos with quantities is required'],
  ['4x6', 'items: is "4x6": a list of photos with quantities is required'],
  [{ photoNumber: '1' }, 'items: is {"photoNumber":"1"}: a list of photos with quantities is required'],
])('%j isn’t a list of items', (items, problem) => {
  expect(problems(items)).toEqual([problem]);
});

test.each([-1, 1.5, 1000, '3x', '1000', true, { a: 1 }, 1e21])(
  'the quantity %j is rejected with what is allowed',
  (quantity) => {
    const sent = typeof quantity === 'number' ? String(quantity) : JSON.stringify(quantity);
    const expected = `${sent} is not a valid quantity (use a whole number from 1 to 999)`;
    expect(problems([{ photoNumber: '7', qty4x6: quantity }])).toEqual([`items[0].qty4x6: ${expected}`]);
    expect(problems([{ photoNumber: '7', size: '4x6', quantity }])).toEqual([`items[0].quantity: ${expected}`]);
  },
);

test('1 and 999 prints of a line are allowed', () => {
  expect(read([{ photoNumber: '7', qty4x6: 1, qty5x7: 999 }]).problems).toEqual([]);
});

test.each([['11x14'], [''], [['4x6']], [{ toString: 1 }], [null], [true]])(
  'the size %j is rejected with the available sizes',
  (size) => {
    expect(problems([{ photoNumber: '7', size, quantity: 1 }])).toEqual([
      `items[0].quantity: ${JSON.stringify(size)} is not a size in the price list (4x6, 5x7, 8x10)`,
    ]);
  },
);

test.each(['12 34', '12,34', '=1', 'x'.repeat(21), '１', 'a/b', true, {}])(
  'the photo number %j is rejected',
  (photoNumber) => {
    expect(problems([{ photoNumber, qty4x6: 1 }])).toEqual([
      `items[0].photoNumber: ${JSON.stringify(photoNumber)} is not a valid photo number (use 1 to 20 letters, digits, -, _ and .)`,
    ]);
  },
);

test('a blank photo number with a quantity is missing', () => {
  for (const photoNumber of ['', null, undefined]) {
    expect(problems([{ photoNumber, qty4x6: 1 }])).toEqual([
      'items[0].photoNumber: is missing (use 1 to 20 letters, digits, -, _ and .)',
    ]);
  }
});

test('every error is reported with its place', () => {
  expect(
    problems([null, 'x', { photoNumber: '7', qty4x6: -1, qty9x9: 1 }, { photoNumber: '7', qty4x6: 1 }]).map(
      (text) => text.split(':')[0],
    ),
  ).toEqual(['items[0]', 'items[1]', 'items[2].qty4x6', 'items[2].qty9x9']);
});

test('200 lines are accepted, 201 aren’t', () => {
  const items = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ photoNumber: String(index), qty4x6: 1 }));
  expect(read(items(200)).lines).toHaveLength(200);
  expect(problems(items(200))).toEqual([]);
  expect(problems(items(201))).toEqual(['items: has 201 lines (the limit is 200)']);
});

test('with too many errors, the first are reported, and how many more there are', () => {
  const told = problems(Array.from({ length: 500 }, () => null));
  expect(told).toHaveLength(251);
  expect(told[250]).toBe('items: and 250 more errors like these');
});

test('whatever is sent, the items read can be priced, and nothing throws', () => {
  const item = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        photoNumber: fc.jsonValue(),
        size: fc.oneof(fc.constant('4x6'), fc.jsonValue()),
        quantity: fc.oneof(fc.integer({ min: -1, max: 1001 }), fc.jsonValue()),
      },
      { requiredKeys: [] },
    ),
    fc.dictionary(fc.constantFrom('photoNumber', 'qty4x6', 'qty5x7', 'qty', 'qtyx', '__proto__'), fc.jsonValue()),
  );
  fc.assert(
    fc.property(fc.array(item, { maxLength: 10 }), (items) => {
      const { lines, problems: found } = read(items);
      expect(found.length > 0 || lines.length > 0).toBe(true);
      for (const { size, quantity } of lines) {
        expect(['4x6', '5x7', '8x10']).toContain(size);
        expect(quantity >= 1 && quantity <= 999 && Number.isInteger(quantity)).toBe(true);
      }
    }),
  );
});

const FORMS = 'an item has qty keys such as qty4x6, or size and quantity';
const GOOD = { photoNumber: '1', qty4x6: 1 };

test.each([
  [{ photoNumber: '2', size: '8x10', qty: 1 }, ['items[1].qty', 'items[1].quantity']],
  [{ photoNumber: '2', '8x10': 1 }, ['items[1].8x10', 'items[1]']],
  [{ photoNumber: '2', quantities: { '8x10': 1 } }, ['items[1].quantities', 'items[1]']],
  [{ photoNumber: '2', size: '8x10', count: 2 }, ['items[1].count', 'items[1].quantity']],
  [{ photoNumber: '2', Digital: 1, qty4x6: 1 }, ['items[1].Digital']],
  [{ photoNumber: '2', wanted: '8x10', qty4x6: 1 }, ['items[1].wanted']],
  [{ photoNumber: '2' }, ['items[1]']],
  [{}, ['items[1]']],
  [{ photoNumber: '2', size: '4x6', quantity: 1, qty8x10: 5 }, ['items[1].qty8x10']],
])('%j isn’t understood, and the key is named', (item, fields) => {
  expect(read([GOOD, item]).problems.map(({ field }) => field)).toEqual(fields);
});

test('errors about unsupported keys name the supported ones', () => {
  expect(problems([{ photoNumber: '2', count: 2 }])).toEqual([
    `items[0].count: is not supported: ${FORMS}`,
    `items[0]: has no supported quantity: ${FORMS}`,
  ]);
});

test('blank size and quantity next to qty keys don’t count as a second form', () => {
  expect(read([{ photoNumber: '2', size: null, quantity: '', qty8x10: 2 }]).lines).toEqual([line('2', '8x10', 2)]);
});

test('keys that aren’t about prints are ignored and named', () => {
  const item = { ...GOOD, thumbnail: { url: 'x' }, unitPrice: 8, name: '8x10 of Ann', productId: 7, empty: '' };
  expect(read([item])).toEqual({
    lines: [line('1', '4x6', 1)],
    problems: [],
    unread: ['items.thumbnail', 'items.unitPrice', 'items.name', 'items.productId'],
    remarks: [],
  });
});

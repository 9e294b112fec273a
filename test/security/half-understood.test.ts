import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});

/** Items in which some of what is wanted may be overlooked, and how many prints someone would read out of them. */
const ITEMS: readonly (readonly [string, object | readonly object[], number])[] = [
  ['both forms', { size: '4x6', quantity: 1, qty8x10: 5 }, 6],
  ['both forms, zero in one', { size: '4x6', quantity: 1, qty8x10: 0 }, 1],
  ['a quantity of the other form beside qty keys', { qty4x6: 1, quantity8x10: 3 }, 4],
  ['a count beside qty keys', { qty4x6: 1, count: 4 }, 4],
  ['capitals', { QTY4X6: 2, Qty8x10: 3 }, 5],
  ['a misspelled quantity', { qty4x6: 1, qyt8x10: 5 }, 6],
  ['a misspelled size form', { size: '4x6', quantitiy: 5 }, 5],
  ['sizes as keys', { '4x6': 3, '8x10': 1 }, 4],
  ['sizes as keys beside qty keys', { qty4x6: 3, '8x10': 1 }, 4],
  ['lists within', { qty4x6: 1, prints: [{ size: '8x10', quantity: 5 }] }, 6],
  ['objects within', { qty4x6: 1, sizes: { '8x10': 5 } }, 6],
  ['text for a number', { qty4x6: '3' }, 3],
  ['text for a second number', { qty4x6: 1, qty8x10: '5' }, 6],
  ['a number with words', { qty4x6: 1, qty8x10: '5 prints' }, 6],
  ['a negative second number', { qty4x6: 2, qty8x10: -1 }, 1],
  ['a fraction', { qty4x6: 2, qty8x10: 1.5 }, 3.5],
  ['a size that nobody has', { qty4x6: 1, qty9x13: 5 }, 6],
  ['a second size list', { qty4x6: 1, extra: ['8x10', '8x10'] }, 3],
  ['copies beside the pair', { size: '4x6', quantity: 1, copies: 7 }, 7],
  ['the same size twice', { qty4x6: 1, qty4X6: 5 }, 6],
  ['a full-width key', { qty4x6: 1, ｑｔｙ8x10: 5 }, 6],
  ['an empty item beside a good one', [{ qty4x6: 1 }, {}], 1],
  ['an item that is only a photo', [{ qty4x6: 1 }, { note: 'and 5 of 8x10' }], 6],
];

test.each(ITEMS)('an item with %s is counted whole, refused, or warned about', async (_, item, prints) => {
  const items = (Array.isArray(item) ? item : [item]).map((each, index) => ({ photoNumber: `${index + 1}`, ...each }));
  const answer = await shop.post({ ...PAUL, route: 'orders/quote', items });
  if (!answer.ok) {
    expect([answer.code, answer.details?.[0]?.field]).toEqual(['VALIDATION_FAILED', expect.stringMatching(/^items/)]);
    return;
  }
  const counted = (answer.lines as { quantity: number }[]).reduce((sum, { quantity }) => sum + quantity, 0);
  expect(counted).toBe(prints);
  await shop.office.advance(2_000);
});

/** Pairs of numbers that JSON.parse takes for one. */
const TWINS = [
  ['1234567890123456781', '1234567890123456782'],
  ['9007199254740993', '9007199254740992'],
  ['-9007199254740993', '-9007199254740992'],
  ['12345678901234567891e2', '12345678901234567892e2'],
  ['1e999', '2e999'],
  ['0.1234567890123456789', '0.1234567890123456788'],
  ['100000000000000000000001', '100000000000000000000002'],
  ['1e-400', '2e-400'],
] as const;

test.each(TWINS)('%s and %s are never one order, whether as orderId or as photoNumber', async (one, other) => {
  await shop.office.advance(61_000);
  const body = (id: string, name: string) =>
    JSON.stringify({ ...PAUL, orderId: 0, customerName: name }).replace('"orderId":0', `"orderId":${id}`);
  const first = await shop.post(body(one, 'First Customer'));
  const second = await shop.post(body(other, 'Second Customer'));
  for (const answer of [first, second])
    if (!answer.ok) expect([answer.code, answer.details?.[0]?.field]).toEqual(['VALIDATION_FAILED', 'orderId']);
  if (first.ok && second.ok) {
    expect(second).not.toMatchObject({ duplicate: true });
    expect(second.orderNumber).not.toBe(first.orderNumber);
    expect(second.orderId).not.toBe(first.orderId);
  }
  const photo = (number: string) =>
    JSON.stringify({ ...PAUL, route: 'orders/quote', items: [{ photoNumber: 0, qty4x6: 1 }] }).replace(
      '"photoNumber":0',
      `"photoNumber":${number}`,
    );
  const [a, b] = [await shop.post(photo(one)), await shop.post(photo(other))];
  const named = ({ ok, lines }: typeof a) => (ok ? (lines as { photoNumber: string }[])[0]?.photoNumber : null);
  if (named(a) !== null || named(b) !== null) expect(named(a)).not.toBe(named(b));
});

test.each(['true', '[1]', '{"a":1}', '1e999'])(
  'an order with the id %s is not taken for a retry of an equal one',
  async (id) => {
    await shop.office.advance(61_000);
    const body = JSON.stringify({ ...PAUL, customerName: `Equal ${id}`, orderId: 0 });
    await shop.post(body.replace('"orderId":0', '"orderId":"known"'));
    expect(await shop.post(body.replace('"orderId":0', `"orderId":${id}`))).not.toMatchObject({
      ok: true,
      duplicate: true,
    });
  },
);

test.each(TWINS)('a change of the order %s never changes the order %s', async (one, other) => {
  await shop.office.advance(61_000);
  const change = (id: string) => shop.post(`{"route":"orders/status","status":"paid","orderId":${id}}`);
  await shop.post(JSON.stringify({ ...PAUL, orderId: one }));
  const answer = await change(other);
  expect(answer.ok ? answer.orderId : other).not.toBe(one);
});

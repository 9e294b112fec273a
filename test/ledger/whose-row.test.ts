import { expect, test } from '@jest/globals';
import { type KnownOrder, knownByRow } from '../../src/ledger/known-order';
import { whoseRows } from '../../src/ledger/whose-row';
import type { Row } from '../../src/workbook/layout';

const cells = (number: number, more: Row = {}): Row => ({
  'Order ID': `id-${number}`,
  'Order Number': `N-${number}`,
  'Customer Name': `Customer ${number}`,
  Email: `c${number}@example.com`,
  Phone: `555-01${number}`,
  'Shipping Address': `${number} Main St`,
  Items: `12${number} 4x6 x1`,
  Total: 8 + number,
  ...more,
});

const ORDERS: readonly KnownOrder[] = [1, 2, 3, 4].map((number) => knownByRow(`id-${number}`, cells(number)));

/** Whose each row is, and by what, as `id-1 by whole`; `copy of id-1`; or nobody's. */
const ownersOf = (...rows: readonly Row[]): string[] => {
  const { byRow, copies } = whoseRows(
    rows.map((row, index) => ({ at: index + 2, cells: row })),
    ORDERS,
  );
  return rows.map((_, index) => {
    const owned = byRow.get(index + 2);
    const copied = [...copies].find(([, same]) => same.some(({ at }) => at === index + 2));
    return owned ? `${owned.order.id} by ${owned.by}` : copied ? `copy of ${copied[0]}` : 'nobody';
  });
};

test.each<[string, Row[], string[]]>([
  ['whole rows', [cells(1), cells(2)], ['id-1 by whole', 'id-2 by whole']],
  ['a cleared id', [cells(1, { 'Order ID': '' })], ['id-1 by number and content']],
  [
    'ids that changed places',
    [cells(1, { 'Order ID': 'id-2' }), cells(2, { 'Order ID': 'id-1' })],
    ['id-1 by number and content', 'id-2 by number and content'],
  ],
  [
    'content of another under an id and its number',
    [{ ...cells(2), 'Order ID': 'id-1', 'Order Number': 'N-1' }],
    ['id-1 by id'],
  ],
  [
    'content of another under an id alone',
    [{ ...cells(2), 'Order ID': 'id-1', 'Order Number': '' }],
    ['id-2 by content'],
  ],
  ['neither id nor number', [cells(3, { 'Order ID': '', 'Order Number': '' })], ['id-3 by content']],
  ['a number and nothing else', [{ 'Order Number': ' n-4 ' }], ['id-4 by number']],
  [
    'most of a customer and the items',
    [cells(3, { 'Order ID': '', 'Order Number': '', Total: 1 })],
    ['id-3 by likeness'],
  ],
  [
    'the customer alone, with other items: it may be a new order',
    [cells(3, { 'Order ID': '', 'Order Number': '', Items: '7 5x7 x2', Total: 1 })],
    ['nobody'],
  ],
  ['a row pasted a second time', [cells(1), cells(1)], ['id-1 by whole', 'copy of id-1']],
  ['a second row without its id', [cells(1), cells(1, { 'Order ID': '' })], ['id-1 by whole', 'copy of id-1']],
  [
    'two rows of an order, both under the id of another',
    [cells(1), cells(2, { 'Order ID': 'id-1' }), cells(2, { 'Order ID': 'id-1' })],
    ['id-1 by whole', 'id-2 by likeness', 'copy of id-2'],
  ],
  [
    'the same id in all rows',
    [cells(1), cells(2, { 'Order ID': 'id-1' }), cells(3, { 'Order ID': 'id-1' })],
    ['id-1 by whole', 'id-2 by number and content', 'id-3 by number and content'],
  ],
  [
    'an id in two rows, one of them its own but for a total',
    [cells(1, { Total: 0 }), { 'Order ID': 'id-1', 'Customer Name': 'Somebody' }],
    ['id-1 by id', 'nobody'],
  ],
  ['a blank row', [{}], ['nobody']],
])('%s', (_, rows, owners) => {
  expect(ownersOf(...rows)).toEqual(owners);
});

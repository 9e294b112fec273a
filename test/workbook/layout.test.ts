import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWhole, layoutOf, layoutProblem, rowOf } from '../../src/workbook/layout';
import { headersOf } from './places';

const orders = headersOf('orders');

test('the columns are found wherever staff have moved them, between columns of their own', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(orders, { minLength: orders.length }), fc.nat({ max: 18 }), (moved, at) => {
      const headerRow = [...moved.slice(0, at), 'Tracking Number', '', ...moved.slice(at)];
      const layout = layoutOf('orders', headerRow);
      expect(isWhole(layout)).toBe(true);
      expect(layoutProblem(layout)).toBe('');
      for (const header of [...orders, 'Tracking Number'])
        expect(headerRow[layout.columns.get(header) ?? -1]).toBe(header);
    }),
  );
});

test('spaces around a header do not matter', () => {
  expect(
    isWhole(
      layoutOf(
        'orders',
        orders.map((header) => ` ${header}  `),
      ),
    ),
  ).toBe(true);
});

test('a missing and a doubled header are named in one sentence', () => {
  const headerRow = orders.map((header) => (header === 'Status' ? 'State' : header));
  const layout = layoutOf('orders', headerRow);
  expect(layout.missing).toEqual(['Status']);
  expect(layout.doubled).toEqual(['State']);
  expect(isWhole(layout)).toBe(false);
  expect(layoutProblem(layout)).toBe(
    'In the Orders tab, the column "Status" is missing and there are two columns called "State".',
  );
});

test('a duplicate column of staff is not an error', () => {
  expect(isWhole(layoutOf('orders', [...orders, 'Note', 'Note']))).toBe(true);
});

test('an empty tab lacks every column', () => {
  expect(layoutOf('orders', []).missing).toEqual(orders);
});

test('a row is read by header; cells that were not read are blank', () => {
  const layout = layoutOf('settings', ['Meaning', 'Value', 'Setting']);
  expect(rowOf(layout, ['why', 5])).toEqual({ Meaning: 'why', Value: 5, Setting: '' });
});

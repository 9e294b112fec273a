import { expect, test } from '@jest/globals';
import { ORDER_STATUSES, SHIPPING_STATUSES } from '../../src/domain/statuses';
import { columnLetters } from '../../src/workbook/a1';
import { type Column, TAB_KEYS, TABS } from '../../src/workbook/tabs';
import { headersOf } from './places';

test('the Orders tab has exactly the 18 columns of the contract, A to R', () => {
  expect(headersOf('orders').map((header, index) => `${columnLetters(index)} ${header}`)).toEqual([
    'A Order ID',
    'B Order Number',
    'C Customer Name',
    'D Email',
    'E Phone',
    'F Fulfillment Type',
    'G Shipping Address',
    'H Items',
    'I Subtotal',
    'J Shipping Fee',
    'K Total',
    'L Status',
    'M Created At',
    'N City',
    'O State',
    'P ZIP Code',
    'Q Shipping Status',
    'R Feedback',
  ]);
});

test('the tabs are those of the contract and the batches of prints, each with its own name', () => {
  expect(TAB_KEYS.map((key) => TABS[key].name)).toEqual([
    'Orders',
    'Price List',
    'Events',
    'Settings',
    'Emails',
    'Sales Report',
    'Rejected',
    'Activity',
    'Outbox',
    'Batches',
    'Ledger',
    'Scratch',
  ]);
});

test.each([...TAB_KEYS])('headers in the tab %s are unique and have no spaces at either end', (key) => {
  const headers = headersOf(key);
  expect(new Set(headers).size).toBe(headers.length);
  expect(headers).toEqual(headers.map((header) => header.trim()));
});

test('money, the creation date and a ZIP code are kept each in its own format', () => {
  const format = Object.fromEntries(TABS.orders.columns.map((column) => [column.header, column.format]));
  expect(format).toMatchObject({
    Subtotal: 'money',
    'Shipping Fee': 'money',
    Total: 'money',
    'Created At': 'dateTime',
    'ZIP Code': 'text',
    'Order ID': 'text',
    Phone: 'text',
  });
});

test('the dropdowns offer the statuses that the program knows', () => {
  const choices = (header: string) =>
    (TABS.orders.columns as readonly Column[]).find((column) => column.header === header)?.choices;
  expect(choices('Status')).toEqual(ORDER_STATUSES);
  expect(choices('Shipping Status')).toEqual(SHIPPING_STATUSES);
});

test.each([
  [0, 'A'],
  [17, 'R'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %d is written %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
});

import { expect, test } from '@jest/globals';
import { repairHeaders } from '../../src/set-up/header-repair';
import { TABS } from '../../src/workbook/tabs';

const HEADERS: readonly string[] = TABS.orders.columns.map(({ header }) => header);
const full = (headers: readonly string[]) => headers.map(() => 3);
const repair = (headers: readonly string[], asks = false, answers = {}, filled = full(headers)) => {
  const { writes, report, questions } = repairHeaders('orders', { headers, filled }, asks, answers);
  return { writes: Object.fromEntries(writes), report, questions };
};

test('headers that are as they should are left alone, in whatever order', () => {
  expect(repair([...HEADERS].reverse())).toEqual({ writes: {}, report: [], questions: [] });
});

test('an empty tab gets all headers without a word', () => {
  const { writes, report } = repair([]);
  expect(Object.values(writes)).toEqual(HEADERS);
  expect(report).toEqual([]);
});

test('of a doubled header the column with more content keeps its name', () => {
  const headers = [...HEADERS, 'Status'];
  const filled = headers.map((_, column) => (column === 11 ? 1 : 9));
  const { writes, report } = repair(headers, false, {}, filled);
  expect(writes).toEqual({ 11: 'Status (2)' });
  expect(report).toEqual([
    'Orders: two columns were called "Status". Column S is used; column L is now called "Status (2)".',
  ]);
});

test('another spelling of a missing header is that header', () => {
  const headers = HEADERS.map((header) => (header === 'ZIP Code' ? 'zip-code' : header));
  expect(repair(headers)).toMatchObject({ writes: { 15: 'ZIP Code' }, questions: [] });
});

test('a column without a name that holds something is never taken without asking', () => {
  const headers = HEADERS.map((header) => (header === 'Email' ? '' : header));
  expect(repair(headers)).toMatchObject({
    writes: { 18: 'Email' },
    report: ['Orders: the missing column "Email" was added.'],
  });
  expect(repair(headers, true)).toMatchObject({
    writes: {},
    questions: [{ header: 'Email', candidates: [{ column: 3, name: 'Column D' }] }],
  });
  expect(repair(headers, true, { Email: 3 })).toMatchObject({ writes: { 3: 'Email' }, questions: [] });
  expect(repair(headers, true, { Email: null })).toMatchObject({ writes: { 18: 'Email' }, questions: [] });
});

test('an answer that names a column of the program is not followed', () => {
  const headers = HEADERS.map((header) => (header === 'Email' ? 'Contact' : header));
  expect(repair(headers, true, { Email: 0 }).writes).toEqual({ 18: 'Email' });
});

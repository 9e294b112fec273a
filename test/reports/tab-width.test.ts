import { expect, test } from '@jest/globals';
import { cents } from '../../src/domain/money';
import { type Column, cellsOf, money, type ReportDocument, tableOf } from '../../src/reports/document';
import { tabPage } from '../../src/reports/tab-page';
import { pageRequests } from '../../src/reports/tab-requests';

const columns = (count: number): readonly Column<number>[] =>
  Array.from({ length: count }, (_, index) => ({
    header: `H${index}`,
    cell: (row) => (index === 0 ? `row ${row}` : money(cents(row * index))),
  }));

const documentOf = (count: number, rows: readonly number[]): ReportDocument => ({
  title: 'Title',
  lines: [],
  verdict: { text: 'Fine.', good: true },
  sections: [{ title: 'Table', ...tableOf(columns(count), rows, rows.length > 0 ? 9 : null), empty: 'Nothing.' }],
});

test('a table is its list of columns: headers, cells and the sum below them', () => {
  const { headers, rows } = tableOf(columns(3), [1, 2], 3);
  expect(headers).toEqual(['H0', 'H1', 'H2']);
  expect(rows.map(({ cells }) => cells)).toEqual([1, 2, 3].map((row) => cellsOf(columns(3), row)));
  expect(rows.map(({ kind }) => kind)).toEqual([undefined, undefined, 'sum']);
});

test.each([
  [3, [1], 8],
  [8, [1], 8],
  [11, [1], 11],
  [11, [], 11],
])(
  'a report whose widest table has %d columns, with the rows %j, takes %d columns of the tab',
  (count, rows, width) => {
    const page = tabPage(documentOf(count, rows));
    expect(page.width).toBe(width);
    const state = { sheetId: 1, rows: 100, columns: 26, charts: [], names: [] };
    const written = pageRequests(state, page).find((request) => 'updateCells' in request);
    expect(written).toMatchObject({ updateCells: { range: { startColumnIndex: 0, endColumnIndex: width } } });
  },
);

import { expect, test } from '@jest/globals';
import type { IndexEntry } from '../../src/ledger/row-owner';
import { columnEvidence } from '../../src/repair/column-evidence';
import { findColumns, misplacedHeaders } from '../../src/repair/find-columns';
import { TABS } from '../../src/workbook/tabs';

const HEADERS: readonly string[] = TABS.orders.columns.map(({ header }) => header);
const PLACED = '2026-10-02T15:00:00.000Z';

const entry = (n: number): IndexEntry => ({
  at: n + 2,
  id: `a-${n}`,
  number: `ASDAR26-000${n}`,
  status: n % 2 ? 'paid' : 'pending',
  shipping: 'to ship',
  contentKey: `ann ${n} | a${n}@example.com | ${n} 4x6 x1 | 8.00`,
  details: JSON.stringify([
    ...[`ASDAR26-000${n}`, `Ann ${n}`, `a${n}@example.com`, '', 'ship', `${n} Main St`, 'Orlando', 'FL', '32801'],
    ...['8.00', '0.00'],
  ]),
  flag: '',
  acceptedAt: PLACED,
});

const row = (n: number): unknown[] => [
  ...[`a-${n}`, `ASDAR26-000${n}`, `Ann ${n}`, `a${n}@example.com`, '', 'ship', `${n} Main St`, `${n} 4x6 x1`],
  ...[8, 0, 8, n % 2 ? 'paid' : 'pending', new Date(PLACED), 'Orlando', 'FL', '32801', 'to ship', ''],
];

const index = [1, 2, 3, 4].map(entry);
const look = (headers: readonly string[], rows: unknown[][]) => {
  const evidence = columnEvidence([headers, ...rows], index);
  return { moved: misplacedHeaders(headers, evidence), ...findColumns(headers, evidence) };
};
const with4 = (change: (cells: unknown[], n: number) => unknown[]) => [1, 2, 3, 4].map((n) => change(row(n), n));

/** Healthy sheets, whatever staff keep beside our columns: no header of ours may be called wrong. */
test.each<[string, readonly string[], unknown[][]]>([
  ['as set up', HEADERS, with4((cells) => cells)],
  ['blank fees beside a column of zeros', [...HEADERS, 'Discount'], with4((cells) => [...cells.with(9, ''), 0])],
  [
    'all statuses changed unseen',
    [...HEADERS, 'Before'],
    with4((cells) => [...cells.with(11, 'cancelled'), 'pending']),
  ],
  [
    'a copy of the emails, one corrected',
    [...HEADERS, 'Copy'],
    with4((cells, n) => [...cells.with(3, n === 1 ? 'x@y.zz' : cells[3]), cells[3]]),
  ],
  ['all totals typed as text', HEADERS, with4((cells) => cells.with(10, '$8.00'))],
  ['a column sorted alone', HEADERS, with4((cells, n) => cells.with(3, `a${5 - n}@example.com`))],
  ['rows of nobody', HEADERS, [...with4((cells) => cells), ...[7, 8, 9].map(row)]],
  ['dates as text', HEADERS, with4((cells) => cells.with(12, '10/2/2026'))],
  ['no rows', HEADERS, []],
])('%s: every header is where it should be', (_, headers, rows) => {
  const { moved, settled, gone, asked } = look(headers, rows);
  expect([moved, gone, [...asked]]).toEqual([[], [], []]);
  expect(settled.size).toBe(HEADERS.length);
});

test('columns in any order, with any one header lost, are found', () => {
  const order = HEADERS.map((_, column) => (column * 7) % HEADERS.length);
  const shuffled = order.map((column) => HEADERS[column] ?? '');
  for (const header of HEADERS.filter((name) => name !== 'Feedback' && name !== 'Phone')) {
    const names = shuffled.map((name) => (name === header ? 'Whatever' : name));
    const { found } = look(
      names,
      with4((cells) => order.map((column) => cells[column])),
    );
    expect([header, found.get(header)]).toEqual([header, shuffled.indexOf(header)]);
  }
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RequestError } from '../../google/workbook/api/api-error';
import { batchUpdate } from '../../google/workbook/api/batch-update';
import { workbookSwitches } from '../../google/workbook/switches';
import { Workbook } from '../../google/workbook/workbook';

const OWNER = 'owner@example.com';
const writing = { user: OWNER, now: 0, switches: workbookSwitches() };

const index = fc.integer({ min: 0, max: 5 });
const text = fc.constantFrom('a', 'b', '=1', '', '0012');
const span = (start: number, length: number) => ({ sheetId: 0, startIndex: start, endIndex: start + 1 + length });

/** Requests of many kinds on a small tab; some of them fail. */
const anyRequest = fc.oneof(
  fc.record({ row: index, column: index, value: text }).map(({ row, column, value }) => ({
    updateCells: {
      start: { sheetId: 0, rowIndex: row, columnIndex: column },
      rows: [{ values: [{ userEnteredValue: { stringValue: value }, note: value }, {}] }],
      fields: 'userEnteredValue,note',
    },
  })),
  fc
    .record({ start: index, length: index, dimension: fc.constantFrom('ROWS', 'COLUMNS'), before: fc.boolean() })
    .map(({ start, length, dimension, before }) => ({
      insertDimension: { range: { ...span(start, length), dimension }, inheritFromBefore: before && start > 0 },
    })),
  fc
    .record({ start: index, length: index, dimension: fc.constantFrom('ROWS', 'COLUMNS') })
    .map(({ start, length, dimension }) => ({
      deleteDimension: { range: { ...span(start, length), dimension } },
    })),
  fc.record({ from: index, to: index }).map(({ from, to }) => ({
    moveDimension: { source: { ...span(from, 0), dimension: 'COLUMNS' }, destinationIndex: to },
  })),
  fc.record({ key: index, order: fc.constantFrom('ASCENDING', 'DESCENDING') }).map(({ key, order }) => ({
    sortRange: { range: { sheetId: 0 }, sortSpecs: [{ dimensionIndex: key, sortOrder: order }] },
  })),
  fc.record({ row: index, id: index }).map(({ row, id }) => ({
    addNamedRange: {
      namedRange: {
        namedRangeId: `r${id}`,
        name: `Range_${id}`,
        range: { sheetId: 0, startRowIndex: row, endRowIndex: row + 1 },
      },
    },
  })),
  index.map((id) => ({ deleteNamedRange: { namedRangeId: `r${id}` } })),
  index.map((row) => ({
    addProtectedRange: {
      protectedRange: { range: { sheetId: 0, startRowIndex: row, endRowIndex: row + 2 }, warningOnly: true },
    },
  })),
  text.map((title) => ({ addSheet: { properties: { title: `Tab ${title}` } } })),
  text.map((value) => ({
    appendCells: { sheetId: 0, rows: [{ values: [{ userEnteredValue: { stringValue: value } }] }], fields: '*' },
  })),
  index.map((column) => ({
    setBasicFilter: { filter: { range: { sheetId: 0 }, criteria: { [column]: { hiddenValues: ['a'] } } } },
  })),
);

const start = (): Workbook => {
  const workbook = new Workbook('file', { name: 'Test', owner: OWNER });
  workbook.insertTab('Items', 0, { rows: 8, columns: 8 });
  return workbook;
};

const attempt = (workbook: Workbook, requests: readonly object[]): boolean => {
  try {
    batchUpdate(workbook, { requests }, writing);
    return true;
  } catch (error) {
    if (error instanceof RequestError) return false;
    throw error;
  }
};

test('whatever a batch holds, it lands as a whole or leaves the spreadsheet exactly as it was', () => {
  let failed = 0;
  fc.assert(
    fc.property(
      fc.array(anyRequest, { maxLength: 6 }),
      fc.array(anyRequest, { minLength: 1, maxLength: 6 }),
      (before, requests) => {
        const workbook = start();
        for (const request of before) attempt(workbook, [request]);
        const state = JSON.stringify(workbook);
        if (attempt(workbook, requests)) return;
        failed += 1;
        expect(JSON.stringify(workbook)).toBe(state);
      },
    ),
    { numRuns: 400, seed: 7 },
  );
  expect(failed).toBeGreaterThan(50);
});

/** Every row as it is kept. */
const rowsOf = (workbook: Workbook): unknown =>
  workbook.tabs.map(({ rows }) =>
    Array.from(
      rows,
      (row) =>
        row && {
          ...row,
          values: Array.from(row.values, (value) => value ?? null),
          extras: Array.from(row.extras, (extra) => extra ?? null),
        },
    ),
  );

test('a spreadsheet restored from its state is the same', () => {
  fc.assert(
    fc.property(fc.array(anyRequest, { maxLength: 12 }), (requests) => {
      const workbook = start();
      for (const request of requests) attempt(workbook, [request]);
      const state = JSON.parse(JSON.stringify(workbook));
      const restored = Workbook.restore(state);
      expect(JSON.parse(JSON.stringify(restored))).toEqual(state);
      expect(rowsOf(restored)).toEqual(rowsOf(workbook));
    }),
    { numRuns: 100, seed: 7 },
  );
});

test('rows that are alike are kept once, and are rows of their own again when they come back', () => {
  const workbook = start();
  const [tab] = workbook.tabs;
  tab?.mapExtras({ top: 0, left: 0, bottom: 6, right: 3 }, () => ({ note: 'here' }));
  tab?.setValue(2, 1, 'alone');
  tab?.setRow(4, { hidden: true });
  const state = JSON.parse(JSON.stringify(workbook));
  const blank = [[], [0, 0, 0]];
  expect(state.tabs[0].rows).toEqual([
    blank,
    1,
    [
      [null, 'alone'],
      [0, 0, 0],
    ],
    blank,
    [...blank, { hidden: true }],
    blank,
  ]);
  const restored = Workbook.restore(state);
  restored.tabs[0]?.setValue(0, 0, 'changed');
  restored.tabs[0]?.setExtra(0, 1, undefined);
  expect(restored.tabs[0]?.value(1, 0)).toBeNull();
  expect(restored.tabs[0]?.extra(1, 1)).toEqual({ note: 'here' });
});

test('a state that was kept when every row was written out is read as before', () => {
  const state = JSON.parse(JSON.stringify(start()));
  const row = [
    ['x', null],
    [-1, 0],
  ];
  const kept = { ...state.tabs[0], extras: [{ note: 'n' }], rows: [row, row, null, row] };
  const restored = Workbook.restore({ ...state, tabs: [kept] });
  expect([0, 1, 2, 3].map((at) => restored.tabs[0]?.value(at, 0))).toEqual(['x', 'x', null, 'x']);
  expect([0, 1, 2, 3].map((at) => restored.tabs[0]?.extra(at, 1)?.note)).toEqual(['n', 'n', undefined, 'n']);
});

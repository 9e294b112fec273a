import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Change } from '../../src/workbook/changes';
import { requestsFor } from '../../src/workbook/requests';
import { TAB_KEYS, type TabKey } from '../../src/workbook/tabs';
import { headersOf, placeOf } from './places';

const NEW_CELL = 'userEnteredValue,userEnteredFormat.numberFormat,dataValidation,note';
const text = { numberFormat: { type: 'TEXT', pattern: '@' } };
const settings = { settings: placeOf('settings') };
const sheetId = settings.settings.sheetId;
/** What the row that is meant is known by; what is written differs from it. */
const was = { Setting: 'Shipping fee' };

test('an update writes values and nothing but values; cells side by side travel together', () => {
  const change: Change = { change: 'update', tab: 'settings', at: 5, was, row: { Meaning: '', Value: '01234' } };
  expect(requestsFor([change], settings)).toEqual([
    {
      updateCells: {
        start: { sheetId, rowIndex: 4, columnIndex: 1 },
        rows: [{ values: [{ userEnteredValue: { stringValue: '01234' } }, {}] }],
        fields: 'userEnteredValue',
      },
    },
  ]);
});

test('an update leaves the cells between alone', () => {
  const change: Change = { change: 'update', tab: 'settings', at: 5, was, row: { Setting: 'a', Meaning: 7 } };
  const write = (columnIndex: number, userEnteredValue: object) => ({
    updateCells: {
      start: { sheetId, rowIndex: 4, columnIndex },
      rows: [{ values: [{ userEnteredValue }] }],
      fields: 'userEnteredValue',
    },
  });
  expect(requestsFor([change], settings)).toEqual([write(0, { stringValue: 'a' }), write(2, { numberValue: 7 })]);
});

test('a note is written and taken away without touching the value', () => {
  const change: Change = {
    change: 'update',
    tab: 'settings',
    at: 2,
    was,
    row: {},
    notes: { Setting: 'look', Value: '' },
  };
  expect(requestsFor([change], settings)).toEqual([
    {
      updateCells: {
        start: { sheetId, rowIndex: 1, columnIndex: 0 },
        rows: [{ values: [{ note: 'look' }, {}] }],
        fields: 'note',
      },
    },
  ]);
});

test('an insertion makes room and writes the columns that it knows, each with its format', () => {
  const change: Change = {
    change: 'insert',
    tab: 'settings',
    at: 7,
    row: { Setting: 'a', Value: 5 },
    notes: { Value: 'why' },
  };
  expect(requestsFor([change], settings)).toEqual([
    { insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 6, endIndex: 7 }, inheritFromBefore: true } },
    {
      updateCells: {
        start: { sheetId, rowIndex: 6, columnIndex: 0 },
        rows: [
          {
            values: [
              { userEnteredValue: { stringValue: 'a' }, userEnteredFormat: text },
              { userEnteredValue: { numberValue: 5 }, userEnteredFormat: text, note: 'why' },
              { userEnteredFormat: text },
            ],
          },
        ],
        fields: NEW_CELL,
      },
    },
  ]);
});

test('a row right below the header does not inherit the looks of the header', () => {
  const [insertion] = requestsFor([{ change: 'insert', tab: 'settings', at: 2, row: {} }], settings);
  expect(insertion).toEqual({
    insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 }, inheritFromBefore: false },
  });
});

test('an insertion leaves the columns of staff alone, but for those it is given a value for, whose looks it keeps', () => {
  const places = { settings: placeOf('settings', ['Ours', 'Value', 'Setting', 'Done', 'Meaning']) };
  const writes = requestsFor(
    [{ change: 'insert', tab: 'settings', at: 3, row: { Setting: 'a', Meaning: 'b', Done: 'x' } }],
    places,
  );
  expect(writes.slice(1)).toEqual([
    {
      updateCells: {
        start: { sheetId, rowIndex: 2, columnIndex: 1 },
        rows: [
          {
            values: [{ userEnteredFormat: text }, { userEnteredValue: { stringValue: 'a' }, userEnteredFormat: text }],
          },
        ],
        fields: NEW_CELL,
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: 2, columnIndex: 4 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'b' }, userEnteredFormat: text }] }],
        fields: NEW_CELL,
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: 2, columnIndex: 3 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }],
        fields: 'userEnteredValue',
      },
    },
  ]);
});

test('a new row of the Orders tab brings its formats and dropdowns along, and a dropdown warns only', () => {
  const requests = requestsFor([{ change: 'insert', tab: 'orders', at: 2, row: { Status: 'pending', Total: 40 } }], {
    orders: placeOf('orders'),
  });
  const write = requests[1] as { updateCells: { rows: [{ values: unknown[] }] } };
  const values = write.updateCells.rows[0].values;
  expect(values).toHaveLength(18);
  expect(values[10]).toEqual({
    userEnteredValue: { numberValue: 40 },
    userEnteredFormat: { numberFormat: { type: 'CURRENCY', pattern: '"$"#,##0.00' } },
  });
  expect(values[11]).toEqual({
    userEnteredValue: { stringValue: 'pending' },
    userEnteredFormat: text,
    dataValidation: {
      condition: {
        type: 'ONE_OF_LIST',
        values: ['pending', 'paid', 'shipped', 'cancelled'].map((userEnteredValue) => ({ userEnteredValue })),
      },
      showCustomUi: true,
      strict: false,
    },
  });
});

test('appended rows of a tab travel in one request at the end, in their order', () => {
  const append = (Setting: string): Change => ({ change: 'append', tab: 'settings', row: { Setting } });
  const update: Change = { change: 'update', tab: 'settings', at: 2, was, row: { Value: true } };
  const cells = (first: string) => ({
    values: [
      { userEnteredValue: { stringValue: first }, userEnteredFormat: text },
      { userEnteredFormat: text },
      { userEnteredFormat: text },
    ],
  });
  expect(requestsFor([append('one'), update, append('two')], settings)).toEqual([
    {
      updateCells: {
        start: { sheetId, rowIndex: 1, columnIndex: 1 },
        rows: [{ values: [{ userEnteredValue: { boolValue: true } }] }],
        fields: 'userEnteredValue',
      },
    },
    { appendCells: { sheetId, rows: [cells('one'), cells('two')], fields: NEW_CELL } },
  ]);
});

test('what belongs to a tab or a column that does not exist is left out', () => {
  const changes: Change[] = [
    { change: 'append', tab: 'activity', row: { Event: 'created' } },
    { change: 'insert', tab: 'orders', at: 2, row: { Status: 'paid' } },
    { change: 'update', tab: 'settings', at: 2, was, row: { Colour: 'red' }, notes: { Colour: 'red' } },
  ];
  expect(requestsFor(changes, settings)).toEqual([]);
});

/** Every object inside some requests. */
const objectsIn = (value: unknown): Record<string, unknown>[] =>
  typeof value !== 'object' || value === null
    ? []
    : [...(Array.isArray(value) ? [] : [value as Record<string, unknown>]), ...Object.values(value).flatMap(objectsIn)];

const tabs = fc.constantFrom<TabKey>(...TAB_KEYS.filter((tab) => headersOf(tab).length > 0));
const dangerous = fc.constantFrom(
  '=IMPORTDATA("http://x")',
  '+1',
  '-1',
  '@SUM(A1)',
  "'=1",
  '01234',
  '1-2',
  'TRUE',
  '1E5',
  ' =1',
);
const cell = fc.oneof(
  dangerous,
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);
const changes = tabs.chain((tab) =>
  fc
    .record({
      change: fc.constantFrom('append', 'insert', 'update'),
      tab: fc.constant(tab),
      at: fc.integer({ min: 2, max: 2000 }),
      row: fc.dictionary(fc.constantFrom(...headersOf(tab)), cell),
      notes: fc.dictionary(fc.constantFrom(...headersOf(tab)), fc.string()),
    })
    .map((change) => change as Change),
);

test('rows are removed from the bottom up, after every other step and before rows are appended', () => {
  const steps: readonly Change[] = [
    { change: 'delete', tab: 'settings', at: 3, was },
    { change: 'append', tab: 'settings', row: { Setting: 'a' } },
    { change: 'delete', tab: 'settings', at: 9, was },
    { change: 'update', tab: 'settings', at: 9, was, row: { Setting: 'b' } },
  ];
  const removal = (startIndex: number) => ({
    deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 } },
  });
  const requests = requestsFor(steps, settings);
  expect(requests.map((request) => Object.keys(request)[0])).toEqual([
    'updateCells',
    'deleteDimension',
    'deleteDimension',
    'appendCells',
  ]);
  expect(requests.slice(1, 3)).toEqual([removal(8), removal(2)]);
});

test('whatever the text, it is never a formula, and every value keeps its type to the letter', () => {
  const places = Object.fromEntries(TAB_KEYS.map((tab) => [tab, placeOf(tab)]));
  fc.assert(
    fc.property(changes, (change) => {
      const objects = objectsIn(requestsFor([change], places));
      expect(objects.filter((object) => 'formulaValue' in object)).toEqual([]);
      const entered = objects.flatMap((object) =>
        'userEnteredValue' in object && typeof object.userEnteredValue === 'object' ? [object.userEnteredValue] : [],
      );
      const expected = Object.values('row' in change ? change.row : {})
        .filter((value) => value !== '')
        .map((value) => ({ [`${typeof value === 'boolean' ? 'bool' : typeof value}Value`]: value }));
      const sorted = (values: unknown[]) => values.map((value) => JSON.stringify(value)).sort();
      expect(sorted(entered)).toEqual(sorted(expected));
    }),
  );
});

test('a cell never carries what the mask of its request does not name', () => {
  const places = Object.fromEntries(TAB_KEYS.map((tab) => [tab, placeOf(tab)]));
  fc.assert(
    fc.property(changes, (change) => {
      for (const request of objectsIn(requestsFor([change], places))) {
        if (!('rows' in request)) continue;
        const named = String(request.fields)
          .split(',')
          .map((field) => field.split('.')[0]);
        const carried = (request.rows as { values: object[] }[]).flatMap(({ values }) => values.flatMap(Object.keys));
        expect(carried.filter((field) => !named.includes(field))).toEqual([]);
      }
    }),
  );
});

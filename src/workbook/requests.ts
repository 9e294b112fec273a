import { type Change, writtenBy } from './changes';
import type { Cell, Layout, Row } from './layout';
import { type Column, type ColumnFormat, TABS, type TabKey, TRACKING_COLUMN } from './tabs';
import type { TabPlace, WorkbookView } from './view';

/** One request of `spreadsheets.batchUpdate`, as JSON. */
export type SheetsRequest = Readonly<Record<string, unknown>>;

/** A color as the Sheets API takes it. @param hex `#1f2933` */
export const colour = (hex: string): SheetsRequest => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return { red, green, blue };
};

/** The number format of each kind of column, as the Sheets API takes it. */
export const NUMBER_FORMATS: Readonly<
  Record<Exclude<ColumnFormat, 'automatic'>, { readonly type: string; readonly pattern: string }>
> = {
  text: { type: 'TEXT', pattern: '@' },
  money: { type: 'CURRENCY', pattern: '"$"#,##0.00' },
  dateTime: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' },
  date: { type: 'DATE', pattern: 'yyyy-mm-dd' },
  number: { type: 'NUMBER', pattern: '0' },
};

/** A dropdown of choices that warns and does not reject (docs/design.md 2.2). */
const dropdown = (choices: readonly string[]): SheetsRequest => ({
  condition: { type: 'ONE_OF_LIST', values: choices.map((choice) => ({ userEnteredValue: choice })) },
  showCustomUi: true,
  strict: false,
});

/** A typed value: text is never parsed, whatever it begins with (docs/google.md G77). A blank empties the cell. */
const enteredValue = (cell: Cell): SheetsRequest => {
  if (cell === '') return {};
  if (typeof cell === 'number') return { userEnteredValue: { numberValue: cell } };
  if (typeof cell === 'boolean') return { userEnteredValue: { boolValue: cell } };
  return { userEnteredValue: { stringValue: cell } };
};

/** A new row's cell brings its column's format and dropdown along, since nothing else would. */
const newCell = (column: Column | undefined, cell: Cell, note: string | undefined): SheetsRequest => ({
  ...enteredValue(cell),
  ...(column && column.format !== 'automatic'
    ? { userEnteredFormat: { numberFormat: NUMBER_FORMATS[column.format] } }
    : {}),
  ...(column?.choices ? { dataValidation: dropdown(column.choices) } : {}),
  ...(note ? { note } : {}),
});

const columnOf = (tab: TabKey, header: string): Column | undefined =>
  (TABS[tab].columns as readonly Column[]).find((column) => column.header === header);

/** The cells of a new row from the tab's first column to its last known one. */
const newCells = (
  tab: TabKey,
  layout: Layout,
  row: Row,
  isPlain: boolean,
  notes: Readonly<Record<string, string>> = {},
): SheetsRequest[] => {
  const cells: SheetsRequest[] = Array.from({ length: Math.max(...layout.columns.values()) + 1 }, () => ({}));
  for (const [header, index] of layout.columns)
    cells[index] = newCell(isPlain ? undefined : columnOf(tab, header), row[header] ?? '', notes[header]);
  return cells;
};

const fieldsOfNew = (isPlain: boolean): string =>
  isPlain ? 'userEnteredValue,note' : 'userEnteredValue,userEnteredFormat.numberFormat,dataValidation,note';

/** Columns that are side by side, as runs of `[column index, header]`. */
const runsOf = (columns: readonly (readonly [number, string])[]): (readonly [number, string])[][] => {
  const runs: (readonly [number, string])[][] = [];
  for (const column of [...columns].sort(([a], [b]) => a - b)) {
    const run = runs[runs.length - 1];
    if (run?.[run.length - 1]?.[0] === column[0] - 1) run.push(column);
    else runs.push([column]);
  }
  return runs;
};

/** The columns of some headers, as far as the tab has them. */
const columnsOf = (layout: Layout, headers: readonly string[]): [number, string][] =>
  headers.flatMap((header): [number, string][] => {
    const index = layout.columns.get(header);
    return index === undefined ? [] : [[index, header]];
  });

/** Writes cells of a row (1 = the header) by their headers; `fields` says which parts of a cell are replaced. */
type RowWriter = (
  headers: readonly string[],
  cell: (header: string) => SheetsRequest,
  fields: string,
) => SheetsRequest[];

const writerIn =
  ({ sheetId, layout }: TabPlace, at: number): RowWriter =>
  (headers, cell, fields) =>
    runsOf(columnsOf(layout, headers)).map((run) => ({
      updateCells: {
        start: { sheetId, rowIndex: at - 1, columnIndex: run[0]?.[0] ?? 0 },
        rows: [{ values: run.map(([, header]) => cell(header)) }],
        fields,
      },
    }));

const insertion = (
  change: Extract<Change, { change: 'insert' }>,
  place: TabPlace,
  isPlain: boolean,
): SheetsRequest[] => {
  const range = { sheetId: place.sheetId, dimension: 'ROWS', startIndex: change.at - 1, endIndex: change.at };
  const write = writerIn(place, change.at);
  const { tab, row, notes } = change;
  const known = TABS[tab].columns.map((column) => column.header);
  const own = Object.keys(row).filter((header) => !known.includes(header as never));
  return [
    { insertDimension: { range, inheritFromBefore: change.at > 2 } },
    ...write(
      known,
      (header) => newCell(isPlain ? undefined : columnOf(tab, header), row[header] ?? '', notes?.[header]),
      fieldsOfNew(isPlain),
    ),
    // A column of staff keeps the format and the dropdown that the row inherits.
    ...write(own, (header) => enteredValue(row[header] ?? ''), 'userEnteredValue'),
    // But for the one that the program reads: above it may be a header alone, which has no format to inherit.
    ...(tab === 'orders' && !isPlain ? write([TRACKING_COLUMN], () => AS_TEXT, 'userEnteredFormat.numberFormat') : []),
  ];
};

const AS_TEXT = { userEnteredFormat: { numberFormat: NUMBER_FORMATS.text } };

const update = (change: Extract<Change, { change: 'update' }>, place: TabPlace): SheetsRequest[] => {
  const write = writerIn(place, change.at);
  const [row, notes] = [writtenBy(change), change.notes ?? {}];
  return [
    ...write(Object.keys(row), (header) => enteredValue(row[header] ?? ''), 'userEnteredValue'),
    ...write(Object.keys(notes), (header) => (notes[header] ? { note: notes[header] } : {}), 'note'),
  ];
};

/** The appended rows of one tab travel in one request: a batch takes one `appendCells` per tab (docs/google.md G74). */
const appends = (changes: readonly Change[], places: WorkbookView['places'], isPlain: boolean): SheetsRequest[] => {
  const rows = new Map<TabKey, SheetsRequest[]>();
  for (const change of changes) {
    const place = places[change.tab];
    if (change.change !== 'append' || !place) continue;
    const row = { values: newCells(change.tab, place.layout, change.row, isPlain) };
    rows.set(change.tab, [...(rows.get(change.tab) ?? []), row]);
  }
  return [...rows].map(([tab, appended]) => ({
    appendCells: { sheetId: places[tab]?.sheetId, rows: appended, fields: fieldsOfNew(isPlain) },
  }));
};

/** Rows are removed from the bottom up, so that no row number shifts before its turn. */
const deletions = (changes: readonly Change[], places: WorkbookView['places']): SheetsRequest[] =>
  changes
    .filter((change) => change.change === 'delete')
    .sort((a, b) => b.at - a.at)
    .flatMap(({ tab, at }) => {
      const sheetId = places[tab]?.sheetId;
      const range = { sheetId, dimension: 'ROWS', startIndex: at - 1, endIndex: at };
      return sheetId === undefined ? [] : [{ deleteDimension: { range } }];
    });

/**
 * A list of changes as requests of `spreadsheets.batchUpdate`, in their order, rows removed after them, appended rows last.
 * Changes of a tab that does not exist are left out: its rows follow after the repair.
 * @param isPlain without formats and dropdowns of new rows: a table refuses them (docs/google.md G70).
 */
export const requestsFor = (
  changes: readonly Change[],
  places: WorkbookView['places'],
  isPlain = false,
): SheetsRequest[] => {
  const inPlace = changes.flatMap((change) => {
    const place = places[change.tab];
    if (!place || change.change === 'append' || change.change === 'delete') return [];
    return change.change === 'insert' ? insertion(change, place, isPlain) : update(change, place);
  });
  return [...inPlace, ...deletions(changes, places), ...appends(changes, places, isPlain)];
};

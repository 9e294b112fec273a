import { changes, type Json, type OperationContext, type Operations } from '../operations';
import { type Area, columnNumber } from '../workbook/a1';
import { numberFormatOf } from '../workbook/display';
import { applyFilter } from '../workbook/filter';
import { rangeOf } from '../workbook/grid-range';
import { sortArea } from '../workbook/order';
import { stripsOf } from '../workbook/personal-undo';
import { requireEditable } from '../workbook/protection';
import type { Tab } from '../workbook/tab';
import type { Workbook } from '../workbook/workbook';
import { remember } from './host-edit';
import { areaAtHand, changeEvent, type HandEvent, tabAtHand } from './host-sheet-events';
import { request } from './spreadsheet-files';

/**
 * What a user does with rows and columns: docs/design.md 6.6, and more that people do. Rows are 1-based, columns
 * letters.
 */
export interface RowsWanted {
  readonly sheet: string;
  readonly action:
    | 'insert'
    | 'delete'
    | 'sort'
    | 'insertColumn'
    | 'deleteColumn'
    | 'moveColumn'
    | 'filter'
    | 'unfilter'
    | 'format';
  readonly row?: number;
  readonly count?: number;
  readonly column?: string;
  readonly ascending?: boolean;
  /** Sort: only these cells, such as `A2:C10`, which tears rows apart. */
  readonly range?: string;
  /** Move of a column: before which other. */
  readonly before?: string;
  /** Filter: the shown values of `column` that are hidden. */
  readonly hide?: readonly string[];
  /** Format: the number format that the cells of `range` get. */
  readonly numberFormat?: string;
}

interface Hand {
  readonly context: OperationContext;
  readonly workbook: Workbook;
  readonly tab: Tab;
  readonly asked: RowsWanted;
}

const rowOf = ({ tab, asked }: Hand, most: number): number => {
  const { row } = asked;
  if (row === undefined || !Number.isInteger(row) || row < 1 || row > most) {
    throw new RangeError(`row must be a whole number from 1 to ${most} of ${tab.name}, not ${JSON.stringify(row)}`);
  }
  return row;
};

const countOf = ({ asked }: Hand): number => {
  const { count = 1 } = asked;
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`count must be a whole number from 1, not ${JSON.stringify(count)}`);
  return count;
};

const columnOf = ({ tab }: Hand, name: string, text: unknown): number => {
  const column = typeof text === 'string' && /^[A-Za-z]{1,3}$/.test(text) ? columnNumber(text) : 0;
  if (column < 1 || column > tab.columnCount) {
    throw new RangeError(`${name} must be a column of ${tab.name} such as "A", not ${JSON.stringify(text)}`);
  }
  return column - 1;
};

const lines = (tab: Tab, dimension: 'ROWS' | 'COLUMNS', start: number, count: number) => ({
  sheetId: tab.id,
  dimension,
  startIndex: start,
  endIndex: start + count,
});

const insert = (hand: Hand): HandEvent[] => {
  const { context, workbook, tab } = hand;
  const row = rowOf(hand, tab.rowCount + 1) - 1;
  const count = countOf(hand);
  request(context, workbook.id, 'insertDimension', {
    range: lines(tab, 'ROWS', row, count),
    inheritFromBefore: row > 0,
  });
  remember(context, workbook, { kind: 'inserted rows', sheet: tab.id, row, count });
  return [changeEvent(context, workbook.id, 'INSERT_ROW')];
};

const remove = (hand: Hand): HandEvent[] => {
  const { context, workbook, tab } = hand;
  const row = rowOf(hand, tab.rowCount) - 1;
  const count = Math.min(countOf(hand), tab.rowCount - row);
  const strips = stripsOf(tab, { top: row, left: 0, bottom: row + count, right: tab.columnCount });
  request(context, workbook.id, 'deleteDimension', { range: lines(tab, 'ROWS', row, count) });
  remember(context, workbook, { kind: 'deleted rows', sheet: tab.id, row, strips });
  return [changeEvent(context, workbook.id, 'REMOVE_ROW')];
};

/** The rows below the header, as far as there is content; or the cells that were marked. */
const sortable = ({ tab, asked }: Hand): Area => {
  if (asked.range !== undefined) return areaAtHand(tab, asked.range);
  const top = Math.max(1, tab.meta.frozenRows);
  return { top, left: 0, bottom: Math.max(top, tab.lastRow()), right: tab.columnCount };
};

const sort = (hand: Hand): HandEvent[] => {
  const { context, workbook, tab, asked } = hand;
  const column = columnOf(hand, 'column', asked.column);
  if (asked.ascending !== undefined && typeof asked.ascending !== 'boolean') {
    throw new RangeError(`ascending must be true or false, not ${JSON.stringify(asked.ascending)}`);
  }
  const area = sortable(hand);
  requireEditable(workbook, tab, area, context.actor.effectiveUser);
  const strips = stripsOf(tab, area);
  sortArea(tab, area, [{ column, ascending: asked.ascending ?? true }]);
  remember(context, workbook, { kind: 'cells', sheet: tab.id, strips });
  return [changeEvent(context, workbook.id, 'OTHER')];
};

const insertColumn = (hand: Hand): HandEvent[] => {
  const { context, workbook, tab, asked } = hand;
  const column = columnOf(hand, 'column', asked.column);
  request(context, workbook.id, 'insertDimension', { range: lines(tab, 'COLUMNS', column, countOf(hand)) });
  return [changeEvent(context, workbook.id, 'INSERT_COLUMN')];
};

const deleteColumn = (hand: Hand): HandEvent[] => {
  const { context, workbook, tab, asked } = hand;
  const column = columnOf(hand, 'column', asked.column);
  request(context, workbook.id, 'deleteDimension', { range: lines(tab, 'COLUMNS', column, countOf(hand)) });
  return [changeEvent(context, workbook.id, 'REMOVE_COLUMN')];
};

/** Drags a column before another one, or to the end. */
const moveColumn = (hand: Hand): HandEvent[] => {
  const { context, workbook, tab, asked } = hand;
  const from = columnOf(hand, 'column', asked.column);
  const to = asked.before === undefined ? tab.columnCount : columnOf(hand, 'before', asked.before);
  request(context, workbook.id, 'moveDimension', { source: lines(tab, 'COLUMNS', from, 1), destinationIndex: to });
  return [changeEvent(context, workbook.id, 'OTHER')];
};

const filter = (hand: Hand): HandEvent[] => {
  const { context, workbook, tab, asked } = hand;
  const column = columnOf(hand, 'column', asked.column);
  if (!Array.isArray(asked.hide))
    throw new RangeError(`hide must be a list of values, not ${JSON.stringify(asked.hide)}`);
  const bottom = Math.max(1, tab.lastRow());
  const range = rangeOf(tab.id, { top: 0, left: 0, bottom, right: tab.columnCount });
  const criteria = { ...tab.meta.filter?.criteria, [column]: { hiddenValues: asked.hide } };
  applyFilter(tab, { range, criteria });
  return [changeEvent(context, workbook.id, 'OTHER')];
};

const unfilter = ({ context, workbook, tab }: Hand): HandEvent[] => {
  applyFilter(tab, null);
  return [changeEvent(context, workbook.id, 'OTHER')];
};

const format = (hand: Hand): HandEvent[] => {
  const { context, workbook, tab, asked } = hand;
  const { numberFormat } = asked;
  if (typeof numberFormat !== 'string')
    throw new RangeError(`numberFormat must be a pattern such as "@", not ${JSON.stringify(numberFormat)}`);
  const area = areaAtHand(tab, asked.range ?? '');
  request(context, workbook.id, 'repeatCell', {
    range: rangeOf(tab.id, area),
    cell: { userEnteredFormat: { numberFormat: numberFormatOf(numberFormat) } },
    fields: 'userEnteredFormat.numberFormat',
  });
  return [changeEvent(context, workbook.id, 'FORMAT')];
};

const ACTIONS: Readonly<Record<RowsWanted['action'], (hand: Hand) => HandEvent[]>> = {
  insert,
  delete: remove,
  sort,
  insertColumn,
  deleteColumn,
  moveColumn,
  filter,
  unfilter,
  format,
};

/** What people do with rows and columns at the keyboard; gives the events that come of it. */
export const hostRows: Operations = {
  'Host.rows': changes('other', (context, file: string, asked: RowsWanted) => {
    const { workbook, tab } = tabAtHand(context, file, asked.sheet);
    const action = Object.hasOwn(ACTIONS, asked.action) ? ACTIONS[asked.action] : undefined;
    if (!action)
      throw new RangeError(
        `action must be one of ${Object.keys(ACTIONS).join(', ')}, not ${JSON.stringify(asked.action)}`,
      );
    return workbook.atomic(() => action({ context, workbook, tab, asked })) as unknown as Json;
  }),
};

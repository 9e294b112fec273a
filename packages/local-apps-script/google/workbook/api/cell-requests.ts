import { requireUntyped } from '../protection';
import type { Tab } from '../tab';
import { requireValid } from '../validation';
import { RequestError } from './api-error';
import {
  areaOf,
  type BatchContext,
  type Body,
  type RequestHandler,
  requireAllowed,
  requireInside,
  tabOfId,
} from './batch-context';
import { cellWriter } from './cell-data';
import { parseMask } from './field-mask';

interface RowData {
  readonly values?: readonly Body[];
}

const widest = (rows: readonly RowData[]): number => Math.max(0, ...rows.map(({ values = [] }) => values.length));

const finish = (context: BatchContext, tab: Tab, row: number, column: number): void => {
  if (context.switches.apiObeysValidation) requireValid(context.workbook, tab, row, column);
};

const FORMATS = /userEnteredFormat|dataValidation|\*/;

/** What a mask names may be refused in a table. */
const requireMaskUntyped = ({ switches }: BatchContext, tab: Tab, fields: unknown): void => {
  if (FORMATS.test(String(fields))) requireUntyped(tab, switches);
};

/** Writes rows from a corner; a cell that is not sent is written as an empty one up to `height` and `width`. */
const writeRows = (
  context: BatchContext,
  tab: Tab,
  at: { row: number; column: number },
  size: { height: number; width: number | null },
  rows: readonly RowData[],
  fields: unknown,
): void => {
  requireMaskUntyped(context, tab, fields);
  const mask = parseMask(fields);
  const empty = cellWriter(undefined, mask);
  for (let down = 0; down < size.height; down++) {
    const values = rows[down]?.values ?? [];
    for (let across = 0; across < (size.width ?? values.length); across++) {
      const data = values[across];
      (data === undefined || data === null ? empty : cellWriter(data, mask)).write(
        tab,
        at.row + down,
        at.column + across,
      );
      finish(context, tab, at.row + down, at.column + across);
    }
  }
};

const updateCells: RequestHandler = (context, body) => {
  const rows: readonly RowData[] = body.rows ?? [];
  if (body.range) {
    const { tab, area } = areaOf(context, body.range);
    const height = area.bottom - area.top;
    const width = area.right - area.left;
    if (rows.length > height) {
      throw new RequestError(
        `Attempting to write row: ${area.top + height}, beyond the last requested row of: ${area.bottom - 1}`,
      );
    }
    if (widest(rows) > width) {
      throw new RequestError(
        `Attempting to write column: ${area.left + width}, beyond the last requested column of: ${area.right - 1}`,
      );
    }
    requireAllowed(context, tab, area);
    writeRows(context, tab, { row: area.top, column: area.left }, { height, width }, rows, body.fields);
    return {};
  }
  if (!body.start) throw new RequestError('One of start or range must be specified.');
  const tab = tabOfId(context, body.start.sheetId);
  const at = { row: body.start.rowIndex ?? 0, column: body.start.columnIndex ?? 0 };
  if (rows.length === 0) return {};
  const area = {
    top: at.row,
    left: at.column,
    bottom: at.row + rows.length,
    right: at.column + Math.max(1, widest(rows)),
  };
  requireInside(tab, area);
  requireAllowed(context, tab, area);
  writeRows(context, tab, at, { height: rows.length, width: null }, rows, body.fields);
  return {};
};

const appendCells: RequestHandler = (context, body) => {
  const tab = tabOfId(context, body.sheetId);
  if (context.appended.has(tab.id)) {
    throw new RequestError('not available in the local Apps Script: two appendCells for one sheet in one batch');
  }
  context.appended.add(tab.id);
  const rows: readonly RowData[] = body.rows ?? [];
  const top = context.nextRow?.(context.workbook, tab) ?? tab.lastRow();
  const bottom = top + rows.length;
  const right = widest(rows);
  if (right > tab.meta.columnCount) tab.insertColumns(tab.meta.columnCount, right - tab.meta.columnCount);
  if (bottom > tab.meta.rowCount) tab.insertRows(tab.meta.rowCount, bottom - tab.meta.rowCount);
  requireAllowed(context, tab, { top, left: 0, bottom, right });
  writeRows(context, tab, { row: top, column: 0 }, { height: rows.length, width: null }, rows, body.fields);
  return {};
};

const repeatCell: RequestHandler = (context, body) => {
  const { tab, area } = areaOf(context, body.range);
  requireMaskUntyped(context, tab, body.fields);
  requireAllowed(context, tab, area);
  const writer = cellWriter(body.cell, parseMask(body.fields));
  for (let row = area.top; row < area.bottom; row++) {
    for (let column = area.left; column < area.right; column++) {
      writer.write(tab, row, column);
      if (writer.touchesValue) finish(context, tab, row, column);
    }
  }
  return {};
};

const setDataValidation: RequestHandler = (context, body) => {
  const { tab, area } = areaOf(context, body.range);
  requireUntyped(tab, context.switches);
  requireAllowed(context, tab, area);
  const writer = cellWriter({ dataValidation: body.rule }, { dataValidation: {} });
  for (let row = area.top; row < area.bottom; row++) {
    for (let column = area.left; column < area.right; column++) writer.write(tab, row, column);
  }
  return {};
};

/** Requests that write cells. */
export const cellRequests: Readonly<Record<string, RequestHandler>> = {
  updateCells,
  appendCells,
  repeatCell,
  setDataValidation,
};

import type { Area } from '../a1';
import { sortArea } from '../order';
import { requireInsertable } from '../protection';
import type { Tab } from '../tab';
import { RequestError } from './api-error';
import { areaOf, type BatchContext, type Body, type RequestHandler, requireAllowed, tabOfId } from './batch-context';
import { masks, parseMask } from './field-mask';

interface Lines {
  readonly tab: Tab;
  readonly rows: boolean;
  readonly start: number;
  readonly end: number;
  readonly total: number;
}

const linesOf = (context: BatchContext, range: Body): Lines => {
  const tab = tabOfId(context, range?.sheetId);
  if (range.dimension !== 'ROWS' && range.dimension !== 'COLUMNS') throw new RequestError('No dimension specified.');
  const rows = range.dimension === 'ROWS';
  const total = rows ? tab.meta.rowCount : tab.meta.columnCount;
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? total;
  if (end <= start || start < 0)
    throw new RequestError(`The end index (${end}) must be greater than the start index (${start}).`);
  return { tab, rows, start, end, total };
};

const stripe = ({ tab, rows, start, end }: Lines): Area =>
  rows
    ? { top: start, left: 0, bottom: end, right: tab.meta.columnCount }
    : { top: 0, left: start, bottom: tab.meta.rowCount, right: end };

const insertDimension: RequestHandler = (context, body) => {
  const { tab, rows, start, end, total } = linesOf(context, body.range);
  if (start > total) {
    throw new RequestError(
      `range.startIndex[${start}] is after the last ${rows ? 'row' : 'column'} in the grid[${total}]`,
    );
  }
  if (body.inheritFromBefore && start === 0) {
    throw new RequestError('inheritFromBefore cannot be true if inserting at index 0.');
  }
  requireInsertable(context.workbook, tab, rows, start, context.user);
  const like = body.inheritFromBefore ? start - 1 : undefined;
  if (rows) tab.insertRows(start, end - start, like);
  else tab.insertColumns(start, end - start, like);
  return {};
};

const deleteDimension: RequestHandler = (context, body) => {
  const lines = linesOf(context, body.range);
  const { tab, rows, start, end, total } = lines;
  const name = rows ? 'rows' : 'columns';
  if (end > total)
    throw new RequestError(`range.endIndex[${end}] is after the last of the ${name} in the grid[${total}]`);
  if (end - start >= total) throw new RequestError(`You can't delete all the ${name} on the sheet.`);
  const frozen = rows ? tab.meta.frozenRows : tab.meta.frozenColumns;
  if (start <= frozen && end === total) throw new RequestError(`It is not possible to delete all non-frozen ${name}.`);
  requireAllowed(context, tab, stripe(lines));
  if (rows) tab.deleteRows(start, end - start);
  else tab.deleteColumns(start, end - start);
  return {};
};

const appendDimension: RequestHandler = (context, body) => {
  const tab = tabOfId(context, body.sheetId);
  const length = Number(body.length);
  if (!Number.isInteger(length) || length < 1) throw new RequestError('The length must be at least 1.');
  if (body.dimension === 'COLUMNS') tab.insertColumns(tab.meta.columnCount, length);
  else tab.insertRows(tab.meta.rowCount, length);
  return {};
};

const updateDimensionProperties: RequestHandler = (context, body) => {
  const lines = linesOf(context, body.range);
  const { tab, rows, start, end } = lines;
  requireAllowed(context, tab, stripe(lines));
  const mask = parseMask(body.fields);
  const { hiddenByUser = false, pixelSize } = body.properties ?? {};
  const columns = [...tab.meta.columns];
  for (let index = start; index < end; index++) {
    const hidden = masks(mask, 'hiddenByUser') ? { hidden: hiddenByUser } : {};
    const size = masks(mask, 'pixelSize') && pixelSize ? pixelSize : undefined;
    if (rows) tab.setRow(index, { ...hidden, ...(size ? { height: size } : {}) });
    else columns[index] = { ...columns[index], ...hidden, ...(size ? { width: size } : {}) };
  }
  if (!rows) tab.configure({ columns: Array.from(columns, (column) => column ?? null) });
  return {};
};

/** Sizes are not measured locally: the lines are checked and left as they are. */
const autoResizeDimensions: RequestHandler = (context, body) => {
  linesOf(context, body.dimensions);
  return {};
};

const sortRange: RequestHandler = (context, body) => {
  const { tab, area } = areaOf(context, body.range);
  requireAllowed(context, tab, area);
  const keys = (body.sortSpecs ?? []).map((spec: Body) => ({
    column: spec.dimensionIndex ?? 0,
    ascending: spec.sortOrder !== 'DESCENDING',
  }));
  if (keys.length === 0) throw new RequestError('At least one sort spec must be specified.');
  sortArea(tab, area, keys);
  return {};
};

/** Rows are not moved locally: insert and delete them. */
const moveDimension: RequestHandler = (context, body) => {
  const lines = linesOf(context, body.source);
  const { tab, rows, start, end, total } = lines;
  if (rows) throw new RequestError('not available in the local Apps Script: moveDimension of rows');
  const to = Number(body.destinationIndex);
  if (!(to >= 0 && to <= total)) throw new RequestError(`destinationIndex[${to}] is outside the grid[${total}]`);
  requireAllowed(context, tab, stripe(lines));
  if (to < start || to > end) tab.moveColumns(start, end - start, to);
  return {};
};

/** Requests about whole rows and columns. */
export const dimensionRequests: Readonly<Record<string, RequestHandler>> = {
  insertDimension,
  deleteDimension,
  appendDimension,
  moveDimension,
  updateDimensionProperties,
  autoResizeDimensions,
  sortRange,
};

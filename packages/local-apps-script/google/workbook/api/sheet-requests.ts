import { requireTabEditable } from '../protection';
import type { Tab } from '../tab';
import type { Workbook } from '../workbook';
import { RequestError } from './api-error';
import { type Body, type RequestHandler, requireAllowed, tabOfId } from './batch-context';
import { below, masks, parseMask, requireKnown } from './field-mask';

const KNOWN = ['sheetId', 'title', 'index', 'sheetType', 'gridProperties', 'hidden', 'tabColor', 'rightToLeft'];

/** A tab's properties as the API gives them. */
export const sheetProperties = (workbook: Workbook, tab: Tab): Record<string, unknown> => {
  const { id, name, hidden, rowCount, columnCount, frozenRows, frozenColumns, hideGridlines, tabColor } = tab.meta;
  return {
    sheetId: id,
    title: name,
    index: workbook.tabs.indexOf(tab),
    sheetType: 'GRID',
    gridProperties: {
      rowCount,
      columnCount,
      ...(frozenRows ? { frozenRowCount: frozenRows } : {}),
      ...(frozenColumns ? { frozenColumnCount: frozenColumns } : {}),
      ...(hideGridlines ? { hideGridlines } : {}),
    },
    ...(hidden ? { hidden } : {}),
    ...(tabColor ? { tabColor } : {}),
  };
};

/** @throws RequestError when another tab has this name. */
const requireFreeName = (workbook: Workbook, name: string, own?: Tab): void => {
  const other = workbook.tabs.find((tab) => tab !== own && tab.name.toLowerCase() === name.toLowerCase());
  if (other) throw new RequestError(`A sheet with the name "${name}" already exists. Please enter another name.`);
};

const isLastVisible = (workbook: Workbook, tab: Tab): boolean =>
  workbook.tabs.every((other) => other === tab || other.meta.hidden);

const resize = (tab: Tab, rows: number, columns: number): void => {
  if (!(rows >= 1 && columns >= 1)) throw new RequestError('A sheet must have at least one row and one column.');
  const { rowCount, columnCount } = tab.meta;
  if (rows > rowCount) tab.insertRows(rowCount, rows - rowCount);
  if (rows < rowCount) tab.deleteRows(rows, rowCount - rows);
  if (columns > columnCount) tab.insertColumns(columnCount, columns - columnCount);
  if (columns < columnCount) tab.deleteColumns(columns, columnCount - columns);
};

const addSheet: RequestHandler = ({ workbook }, body) => {
  const properties = body.properties ?? {};
  const grid = properties.gridProperties ?? {};
  const id: number | undefined = properties.sheetId;
  if (id !== undefined && workbook.tab(id)) {
    throw new RequestError(`A sheet with the ID ${id} already exists. Please specify another ID.`);
  }
  let number = workbook.tabs.length + 1;
  while (workbook.tabNamed(`Sheet${number}`)) number += 1;
  const name: string = properties.title ?? `Sheet${number}`;
  requireFreeName(workbook, name);
  const tab = workbook.insertTab(name, properties.index, {
    rows: grid.rowCount ?? 1000,
    columns: grid.columnCount ?? 26,
    ...(id === undefined ? {} : { id }),
  });
  tab.configure({
    hidden: properties.hidden ?? false,
    frozenRows: grid.frozenRowCount ?? 0,
    frozenColumns: grid.frozenColumnCount ?? 0,
    tabColor: properties.tabColor ?? properties.tabColorStyle?.rgbColor,
    hideGridlines: grid.hideGridlines,
  });
  return { addSheet: { properties: sheetProperties(workbook, tab) } };
};

const updateGrid = (tab: Tab, grid: Body, fields: unknown): void => {
  const mask = below(parseMask(fields), 'gridProperties');
  const { rowCount, columnCount } = tab.meta;
  if (masks(mask, 'rowCount') || masks(mask, 'columnCount')) {
    resize(
      tab,
      masks(mask, 'rowCount') ? (grid.rowCount ?? rowCount) : rowCount,
      masks(mask, 'columnCount') ? (grid.columnCount ?? columnCount) : columnCount,
    );
  }
  const frozen = grid.frozenRowCount ?? 0;
  if (masks(mask, 'frozenRowCount')) {
    if (frozen >= tab.meta.rowCount) throw new RequestError("You can't freeze all visible rows on the sheet.");
    tab.configure({ frozenRows: frozen });
  }
  if (masks(mask, 'frozenColumnCount')) tab.configure({ frozenColumns: grid.frozenColumnCount ?? 0 });
  if (masks(mask, 'hideGridlines')) tab.configure({ hideGridlines: grid.hideGridlines });
};

const updateSheetProperties: RequestHandler = ({ workbook, user, ...rest }, body) => {
  const properties = body.properties ?? {};
  const tab = tabOfId({ workbook, user, ...rest }, properties.sheetId);
  const mask = parseMask(body.fields);
  requireKnown(mask, KNOWN, 'SheetProperties');
  requireTabEditable(workbook, tab, user);
  if (masks(mask, 'title')) {
    if (!properties.title) throw new RequestError('A sheet must have a name.');
    requireFreeName(workbook, properties.title, tab);
    tab.configure({ name: properties.title });
  }
  if (masks(mask, 'hidden')) {
    if (properties.hidden && isLastVisible(workbook, tab)) {
      throw new RequestError("You can't hide all the sheets in a document.");
    }
    tab.configure({ hidden: properties.hidden ?? false });
  }
  if (masks(mask, 'tabColor')) {
    tab.configure({ tabColor: properties.tabColor ?? properties.tabColorStyle?.rgbColor });
  }
  if (masks(mask, 'gridProperties')) updateGrid(tab, properties.gridProperties ?? {}, body.fields);
  if (masks(mask, 'index') && properties.index !== undefined) {
    const from = workbook.tabs.indexOf(tab);
    workbook.moveTab(tab, properties.index > from ? properties.index - 1 : properties.index);
  }
  return {};
};

const deleteSheet: RequestHandler = (context, body) => {
  const { workbook, user } = context;
  const tab = tabOfId(context, body.sheetId);
  requireTabEditable(workbook, tab, user);
  requireAllowed(context, tab, { top: 0, left: 0, bottom: tab.meta.rowCount, right: tab.meta.columnCount });
  if (isLastVisible(workbook, tab)) throw new RequestError("You can't remove all the visible sheets in a document.");
  workbook.deleteTab(tab);
  return {};
};

const duplicateSheet: RequestHandler = (context, body) => {
  const { workbook } = context;
  const source = tabOfId(context, body.sourceSheetId);
  const name: string = body.newSheetName ?? `Copy of ${source.name}`;
  requireFreeName(workbook, name);
  const tab = workbook.duplicateTab(source, name, body.insertSheetIndex ?? 0, body.newSheetId);
  return { duplicateSheet: { properties: sheetProperties(workbook, tab) } };
};

const updateSpreadsheetProperties: RequestHandler = ({ workbook }, body) => {
  const mask = parseMask(body.fields);
  requireKnown(mask, ['title', 'locale', 'timeZone', 'autoRecalc', 'defaultFormat'], 'SpreadsheetProperties');
  const { title, locale, timeZone } = body.properties ?? {};
  workbook.setMeta({
    ...(masks(mask, 'title') && title ? { name: title } : {}),
    ...(masks(mask, 'locale') && locale ? { locale } : {}),
    ...(masks(mask, 'timeZone') && timeZone ? { timeZone } : {}),
  });
  return {};
};

/** Requests about tabs and the spreadsheet itself. */
export const sheetRequests: Readonly<Record<string, RequestHandler>> = {
  addSheet,
  updateSheetProperties,
  deleteSheet,
  duplicateSheet,
  updateSpreadsheetProperties,
};

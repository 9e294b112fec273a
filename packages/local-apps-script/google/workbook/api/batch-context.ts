import { type Area, areaToA1, quoteSheet } from '../a1';
import type { Writing } from '../cell-writer';
import { closeRange } from '../grid-range';
import { mayEdit, PROTECTED } from '../protection';
import type { Tab } from '../tab';
import type { GridRange } from '../tab-meta';
import type { Workbook } from '../workbook';
import { RequestError } from './api-error';

/** What the requests of one batchUpdate share. */
export interface BatchContext extends Writing {
  readonly workbook: Workbook;
  /** Tabs that an appendCells of this batch has written to. */
  readonly appended: Set<number>;
}

/** One kind of request: applies its body and gives its reply. */
export type RequestHandler = (context: BatchContext, body: Body) => Record<string, unknown>;

/** A request's body as it came: checked by its handler. */
// biome-ignore lint/suspicious/noExplicitAny: JSON of many shapes; each handler checks what it uses.
export type Body = any;

/** @throws RequestError when there is no such tab. */
export const tabOfId = ({ workbook }: BatchContext, id: unknown = 0): Tab => {
  const tab = workbook.tab(Number(id));
  if (!tab) throw new RequestError(`No grid with id: ${String(id)}`);
  return tab;
};

/** @throws RequestError when an area reaches over the edge of its tab or is empty. */
export const requireInside = (tab: Tab, area: Area): Area => {
  const { rowCount, columnCount, name } = tab.meta;
  if (area.top < 0 || area.left < 0) throw new RequestError('Range indexes must not be negative.');
  if (area.bottom > rowCount || area.right > columnCount || area.top >= rowCount || area.left >= columnCount) {
    const where = `${quoteSheet(name)}!${areaToA1(area)}`;
    throw new RequestError(`Range (${where}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`);
  }
  return area;
};

/** The tab and area that a GridRange names. @throws RequestError when it reaches over the edge of its tab. */
export const areaOf = (context: BatchContext, range: GridRange | undefined): { tab: Tab; area: Area } => {
  if (!range) throw new RequestError('A range must be specified.');
  const tab = tabOfId(context, range.sheetId);
  const { rowCount, columnCount } = tab.meta;
  const open = {
    top: range.startRowIndex ?? 0,
    left: range.startColumnIndex ?? 0,
    bottom: range.endRowIndex ?? rowCount,
    right: range.endColumnIndex ?? columnCount,
  };
  requireInside(tab, open);
  return { tab, area: closeRange(range, rowCount, columnCount) };
};

/** @throws RequestError when a hard protection keeps this user from editing the area: it fails the whole batch. */
export const requireAllowed = ({ workbook, user }: BatchContext, tab: Tab, area: Area): void => {
  if (!mayEdit(workbook, tab, area, user)) throw new RequestError(PROTECTED);
};

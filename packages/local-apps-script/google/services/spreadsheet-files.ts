import type { OperationContext } from '../operations';
import type { RangeRef, SheetRef } from '../refs';
import { ServiceError } from '../service-error';
import type { Area } from '../workbook/a1';
import { RequestError } from '../workbook/api/api-error';
import { applyRequest } from '../workbook/api/batch-update';
import type { Writing } from '../workbook/cell-writer';
import type { Tab } from '../workbook/tab';
import { Workbook } from '../workbook/workbook';

export type { RangeRef, SheetRef };

/** What a range stands for on Google's side. */
export interface Place {
  readonly workbook: Workbook;
  readonly tab: Tab;
  readonly area: Area;
}

/** The name under which a user's selection is kept. */
export const personOf = ({ actor }: OperationContext): string => actor.activeUser || actor.effectiveUser;

/**
 * The spreadsheet to change; with the switch `unflushedWritesHidden` the advanced service goes on seeing what it was.
 * @throws ServiceError when there is none or the user may not.
 */
export const openFile = ({ world, actor }: OperationContext, file: string): Workbook => {
  const workbook = world.workbooks.open(file, actor.effectiveUser);
  if (world.switches.unflushedWritesHidden && actor.execution !== 'host') {
    const key = `${actor.execution} ${file}`;
    const { unflushed } = world.workbooks;
    if (!unflushed.has(key)) unflushed.set(key, Workbook.restore(workbook.toJSON()));
  }
  return workbook;
};

/** The spreadsheet to look at: with the switch `apiWritesSeenLate`, without what this execution's API calls wrote. */
export const openToRead = (context: OperationContext, file: string): Workbook => {
  const { world, actor } = context;
  const workbook = world.workbooks.open(file, actor.effectiveUser);
  return world.workbooks.earlier.get(`${actor.execution} ${file}`) ?? workbook;
};

/** The first row below all content; with a switch the one that another execution writes to at this moment. */
export const nextRow = ({ world, actor, now }: OperationContext, workbook: Workbook, tab: Tab): number => {
  const lastRow = tab.lastRow();
  if (!world.switches.appendsCollide) return lastRow;
  const id = `${workbook.id} ${tab.id}`;
  const isLocked = world.locks.holdsAny(actor.execution);
  const last = world.workbooks.appended.get(id);
  const isAtOnce = last !== undefined && last.at === now && last.execution !== actor.execution;
  const row = isAtOnce && !(isLocked && last.isLocked) ? last.row : lastRow;
  world.workbooks.appended.set(id, { row, at: now, execution: actor.execution, isLocked });
  return row;
};

/** Who writes, when and where, and the answers to the open questions. */
export const writingOf = (context: OperationContext): Writing => ({
  user: context.actor.effectiveUser,
  now: context.now,
  switches: context.world.switches,
  nextRow: (workbook, tab) => nextRow(context, workbook, tab),
});

/** @throws ServiceError when the tab has been deleted. */
export const tabIn = (workbook: Workbook, sheet: number): Tab => {
  const tab = workbook.tab(sheet);
  if (!tab) throw new ServiceError(`Sheet ${sheet} not found`);
  return tab;
};

const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** @throws ServiceError with Google's words when a range does not fit its tab (docs/google.md G67). */
export const requireRange = (tab: Tab, { row, column, rows, columns }: Omit<RangeRef, keyof SheetRef>): Area => {
  if (row < 1) throw new ServiceError('The starting row of the range is too small.');
  if (column < 1) throw new ServiceError('The starting column of the range is too small.');
  if (rows < 1) throw new ServiceError('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new ServiceError('The number of columns in the range must be at least 1.');
  const area = { top: row - 1, left: column - 1, bottom: row - 1 + rows, right: column - 1 + columns };
  if (area.bottom > tab.meta.rowCount || area.right > tab.meta.columnCount) throw new ServiceError(OUTSIDE);
  return area;
};

/** The place that a range stands for now. */
export const placeOf = (workbook: Workbook, ref: RangeRef): Place => {
  const tab = tabIn(workbook, ref.sheet);
  return { workbook, tab, area: requireRange(tab, ref) };
};

/** The reference of an area, for the script's side. */
export const refOf = (workbook: Workbook, tab: Tab, { top, left, bottom, right }: Area): RangeRef => ({
  file: workbook.id,
  sheet: tab.id,
  row: top + 1,
  column: left + 1,
  rows: bottom - top,
  columns: right - left,
});

/** Changes a spreadsheet by one of the API's requests; fails with the words of SpreadsheetApp. */
export const request = (
  context: OperationContext,
  file: string,
  kind: string,
  body: unknown,
): Record<string, unknown> => {
  try {
    return applyRequest(openFile(context, file), kind, body, writingOf(context));
  } catch (error) {
    throw error instanceof RequestError ? new ServiceError(error.message) : error;
  }
};

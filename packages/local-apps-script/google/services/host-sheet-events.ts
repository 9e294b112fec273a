import type { Json, OperationContext } from '../operations';
import { type Area, closeReference, parseA1 } from '../workbook/a1';
import type { Tab } from '../workbook/tab';
import type { Workbook } from '../workbook/workbook';
import { openFile, personOf } from './spreadsheet-files';

/** What happened in a spreadsheet, as its triggers hear of it: `fields` has `rangeRef`, `value`, `oldValue` or `changeType`. */
export interface HandEvent {
  readonly type: 'edit' | 'change';
  readonly file: string;
  readonly user: string;
  readonly fields: Readonly<Record<string, Json>>;
}

/** A tab that someone works in. @throws RangeError when there is none of this name. */
export const tabAtHand = (context: OperationContext, file: string, name: string): { workbook: Workbook; tab: Tab } => {
  const workbook = openFile(context, file);
  const tab = workbook.tabNamed(name);
  if (!tab) throw new RangeError(`sheet must be the name of a tab, not ${JSON.stringify(name)}`);
  return { workbook, tab };
};

/** The cells that someone means by A1 text. @throws RangeError when it cannot be read or lies outside. */
export const areaAtHand = (tab: Tab, text: string): Area => {
  const reference = typeof text === 'string' ? parseA1(text) : null;
  if (!reference || reference.sheet !== undefined) {
    throw new RangeError(`range must be cells such as L2 or L2:L4, not ${JSON.stringify(text)}`);
  }
  const area = closeReference(reference, tab.rowCount, tab.columnCount);
  if (area.top >= tab.rowCount || area.left >= tab.columnCount) {
    throw new RangeError(`range ${text} is outside the tab of ${tab.rowCount} rows and ${tab.columnCount} columns`);
  }
  return area;
};

/** A change event: `EDIT`, `INSERT_ROW`, `REMOVE_ROW`, `INSERT_COLUMN`, `REMOVE_COLUMN`, `OTHER`. */
export const changeEvent = (context: OperationContext, file: string, changeType: string): HandEvent => ({
  type: 'change',
  file,
  user: personOf(context),
  fields: { changeType },
});

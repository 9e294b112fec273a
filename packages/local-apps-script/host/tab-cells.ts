import { displayValue } from '../google/workbook/display';
import type { Tab } from '../google/workbook/tab';
import type { Office } from '../office';

/** A tab of the spreadsheet that the host acts on. @throws RangeError when there is none of this name. */
export const tabOf = (office: Office, name: string): Tab => {
  const tab = office.world.workbooks.get(office.bound)?.tabNamed(name);
  if (!tab) throw new RangeError(`there is no tab ${JSON.stringify(name)}`);
  return tab;
};

/** What a cell shows; row and column are counted from 0. */
export const shownText = (tab: Tab, row: number, column: number): string =>
  displayValue(tab.value(row, column), tab.extra(row, column));

/** The column that has this text in the first row, counted from 0; -1 when none has. */
export const columnOf = (tab: Tab, header: string): number =>
  Array.from({ length: tab.columnCount }, (_, column) => shownText(tab, 0, column)).indexOf(header);

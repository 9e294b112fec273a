import { type Cell, type Layout, layoutOf } from '../workbook/layout';
import type { TabKey } from '../workbook/tabs';

/** Where the columns of a tab are at this moment. */
export const headerLayout = (
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  tab: TabKey,
  doubted: readonly string[] = [],
): Layout => layoutOf(tab, (sheet.getRange('1:1').getValues()[0] ?? []) as Cell[], doubted);

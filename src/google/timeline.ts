import { ARCHIVE_NAME } from '../core/bounds';
import type { TimelineLine } from '../core/keyboard-ports';
import { layoutOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Archives that are looked into for one order, the newest first. */
const MOST_ARCHIVES = 3;
const BEGINNING = 'created';

/** What a tab says of an order, as it is shown there; oldest first. */
const linesIn = (sheet: Sheet | null, orderId: string): readonly TimelineLine[] => {
  const [headers = [], ...rows] = sheet?.getDataRange().getDisplayValues() ?? [];
  const { columns } = layoutOf('activity', headers);
  const cell = (row: readonly string[], header: string): string => row[columns.get(header) ?? -1] ?? '';
  return rows
    .filter((row) => cell(row, 'Order ID') === orderId)
    .map((row) => ({
      when: cell(row, 'When'),
      event: cell(row, 'Event'),
      by: cell(row, 'By'),
      detail: cell(row, 'Detail'),
    }));
};

/**
 * An order's story in the Activity tab, oldest first, and in its archives as far as the story does not begin before:
 * one read a tab, whatever their length.
 */
export const timelineOf = (
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  orderId: string,
): readonly TimelineLine[] => {
  let lines = linesIn(spreadsheet.getSheetByName(TABS.activity.name), orderId);
  if (lines[0]?.event === BEGINNING) return lines;
  const archives = spreadsheet.getSheets().filter((sheet) => sheet.getName().startsWith(ARCHIVE_NAME));
  archives.sort((a, b) => b.getName().localeCompare(a.getName()));
  for (const archive of archives.slice(0, MOST_ARCHIVES)) {
    lines = [...linesIn(archive, orderId), ...lines];
    if (lines[0]?.event === BEGINNING) break;
  }
  return lines;
};

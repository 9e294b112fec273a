import { layoutOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import type { TimelineLine } from '../workspace/find-orders';

/** What the Activity tab says of an order, as it is shown there; oldest first. */
export const timelineOf = (
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  orderId: string,
): readonly TimelineLine[] => {
  const [headers = [], ...rows] =
    spreadsheet.getSheetByName(TABS.activity.name)?.getDataRange().getDisplayValues() ?? [];
  const { columns } = layoutOf('activity', headers);
  const cell = (row: readonly string[], header: string): string => row[columns.get(header) ?? -1] ?? '';
  return rows
    .filter((row) => cell(row, 'Order ID') === orderId)
    .map((row) => ({ when: cell(row, 'When'), by: cell(row, 'By'), detail: cell(row, 'Detail') }));
};

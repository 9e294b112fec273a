import { textOf } from '../workbook/layout';

/** The lines of a one-column tab; none if there is no such tab. */
export const linesOfTab = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, name: string): readonly string[] => {
  const sheet = spreadsheet.getSheetByName(name);
  const last = sheet?.getLastRow() ?? 0;
  return !sheet || last === 0
    ? []
    : sheet
        .getRange(1, 1, last, 1)
        .getValues()
        .map(([cell]) => textOf(cell));
};

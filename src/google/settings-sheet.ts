import { textOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import { headerLayout } from './header-layout';
import { columnRange } from './ledger-sheet';
import { typedText } from './typed-text';

/**
 * Writes values of the Settings tab as text, by the names in its Setting column; a line that is missing is added.
 * @throws Error when the tab is gone.
 */
export const writeSettings = (
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  values: Readonly<Record<string, string>>,
): void => {
  const sheet = spreadsheet.getSheetByName(TABS.settings.name);
  if (!sheet) throw new Error('The tab Settings is missing.');
  const { columns } = headerLayout(sheet, 'settings');
  const [nameAt, valueAt] = [columns.get('Setting') ?? 0, columns.get('Value') ?? 1];
  const names = columnRange(sheet, nameAt)
    .getValues()
    .map(([name]) => textOf(name).toLowerCase());
  for (const [name, value] of Object.entries(values)) {
    const found = names.indexOf(name.toLowerCase());
    const row = found < 0 ? sheet.getLastRow() + 1 : found + 2;
    sheet.getRange(row, nameAt + 1).setValue(typedText(name));
    sheet.getRange(row, valueAt + 1).setValue(typedText(value));
  }
};

import { NUMBER_FORMATS } from '../workbook/requests';
import type { Column } from '../workbook/tabs';
import { columnRange } from './ledger-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

const MOST_NAMED = 6;

const named = (headers: readonly string[]): string => {
  const more = headers.length - MOST_NAMED;
  return `${headers.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

/**
 * Gives columns their number formats and dropdowns, where any cell has another.
 * @param place the column's index, from 0.
 * @returns a sentence for each kind of thing that was put right.
 */
export const dressColumns = (
  sheet: Sheet,
  tabName: string,
  columns: readonly Column[],
  place: (column: Column) => number,
): string[] => {
  if (sheet.getMaxRows() < 2) return [];
  const width = Math.max(...columns.map(place)) + 1;
  const formats = sheet.getRange(2, 1, sheet.getMaxRows() - 1, width).getNumberFormats();
  const plain = columns.filter((column) => {
    const { pattern } = NUMBER_FORMATS[column.format];
    return formats.some((row) => row[place(column)] !== pattern);
  });
  for (const column of plain) columnRange(sheet, place(column)).setNumberFormat(NUMBER_FORMATS[column.format].pattern);
  const without = columns.filter((column) => column.choices && !hasDropdown(sheet, place(column), column.choices));
  for (const column of without) columnRange(sheet, place(column)).setDataValidation(dropdown(column.choices ?? []));
  const headersOf = (changed: readonly Column[]) => named(changed.map(({ header }) => header));
  return [
    ...(plain.length > 0 ? [`${tabName}: the format of cells was put right in ${headersOf(plain)}.`] : []),
    ...(without.length > 0 ? [`${tabName}: the dropdown was put right in ${headersOf(without)}.`] : []),
  ];
};

/** A dropdown that warns and does not reject (docs/design.md 2.2). */
const dropdown = (choices: readonly string[]): Rule =>
  SpreadsheetApp.newDataValidation()
    .requireValueInList([...choices], true)
    .setAllowInvalid(true)
    .build();

const hasDropdown = (sheet: Sheet, index: number, choices: readonly string[]): boolean =>
  columnRange(sheet, index)
    .getDataValidations()
    .every(([rule]) => rule !== null && rule !== undefined && isDropdown(rule, choices));

const isDropdown = (rule: Rule, choices: readonly string[]): boolean => {
  if (rule.getCriteriaType() !== SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST || !rule.getAllowInvalid())
    return false;
  const [offered] = rule.getCriteriaValues() as [readonly string[]];
  return offered.length === choices.length && choices.every((choice, at) => offered[at] === choice);
};

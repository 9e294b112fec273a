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

/** What could not be dressed, as a sentence. @param what such as `the header row`. */
export const notDressed = (tabName: string, what: string): string =>
  `${tabName}: Google rejected ${what}. If this tab is a table (Convert to table), that's OK; everything works without it.`;

/** Does what is for the looks alone. @returns whether Google took it: whatever the reason, nothing else depends on it. */
export const attempt = (work: () => unknown): boolean => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};

/**
 * Gives columns their number formats and dropdowns, where any cell has another.
 * @param place the column's index, from 0.
 * @returns a sentence for each kind of thing that was repaired.
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
    const wanted = patternOf(column);
    // How Google names the format of a cell that has none depends on what it holds.
    return formats.some((row) => (wanted === NONE ? row[place(column)] === TEXT : row[place(column)] !== wanted));
  });
  const refused = new Set<Column>();
  const dress = (column: Column, work: (range: GoogleAppsScript.Spreadsheet.Range) => unknown): void => {
    if (!attempt(() => work(columnRange(sheet, place(column))))) refused.add(column);
  };
  for (const column of plain) dress(column, (range) => range.setNumberFormat(patternOf(column)));
  const without = columns.filter((column) => column.choices && !hasDropdown(sheet, place(column), column.choices));
  for (const column of without) dress(column, (range) => range.setDataValidation(dropdown(column.choices ?? [])));
  const headersOf = (changed: readonly Column[]) => named(changed.map(({ header }) => header));
  const done = (changed: readonly Column[]) => changed.filter((column) => !refused.has(column));
  const [formatted, dropped] = [done(plain), done(without)];
  return [
    ...(formatted.length > 0 ? [`${tabName}: corrected the cell format in ${headersOf(formatted)}.`] : []),
    ...(dropped.length > 0 ? [`${tabName}: corrected the dropdown in ${headersOf(dropped)}.`] : []),
    ...(refused.size > 0 ? [notDressed(tabName, `the format or dropdown of ${headersOf([...refused])}`)] : []),
  ];
};

/** What a cell without a format is set to. */
const NONE = 'General';
const TEXT = NUMBER_FORMATS.text.pattern;
const patternOf = ({ format }: Column): string => (format === 'automatic' ? NONE : NUMBER_FORMATS[format].pattern);

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

import { areaToA1 } from '../workbook/a1';
import type { Extra, ValidationRule } from '../workbook/cell';
import { looksOf } from '../workbook/conditional';
import { displayValue, formatKind, patternOf } from '../workbook/display';
import { closeRange } from '../workbook/grid-range';
import type { Tab } from '../workbook/tab';
import { serialToEpoch } from '../workbook/time-zone';
import { choicesOf } from '../workbook/validation';
import type { Workbook } from '../workbook/workbook';

/** A rule as a page needs it: what may be chosen, and whether others are refused. */
const ruleShown = (workbook: Workbook, tab: Tab, rule: ValidationRule): object => ({
  choices: choicesOf(rule, workbook, tab) ?? null,
  checkbox: rule.condition.type === 'BOOLEAN',
  strict: rule.strict === true,
  help: rule.inputMessage ?? null,
});

const isUsed = (tab: Tab, row: number): boolean =>
  tab.rows[row]?.values.some((value) => value !== null) === true ||
  tab.rows[row]?.extras.some((extra) => extra?.note !== undefined) === true;

const shownValue = (tab: Tab, row: number, column: number, zone: string): string | number | boolean => {
  const value = tab.value(row, column);
  if (value === null) return '';
  const isDate = typeof value === 'number' && formatKind(tab.extra(row, column)?.format?.numberFormat) === 'date';
  return isDate ? new Date(serialToEpoch(value, zone)).toISOString() : value;
};

/** The rows that have values or notes, of at most `count` from row `from` (1-based) on: indexes from 0. */
const usedRows = (tab: Tab, from: number, count: number): number[] => {
  let last = Math.min(tab.rows.length, from - 1 + count);
  while (last > from - 1 && !isUsed(tab, last - 1)) last -= 1;
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from - 1 + index);
};

/** The values of a whole tab as {@link sheetView} shows them, and nothing else of it. */
export const valuesShown = (workbook: Workbook, tab: Tab): (string | number | boolean)[][] =>
  usedRows(tab, 1, tab.rowCount).map((row) =>
    Array.from({ length: tab.meta.columnCount }, (_, column) => shownValue(tab, row, column, workbook.meta.timeZone)),
  );

/**
 * Some rows of a tab for `GET /local/sheet/<tab>` (docs/design.md 6.6): grids from row `from` (1-based), at most
 * `count` rows and no further than the last row with a value or note. `rows` and `columns` are the tab's size.
 * Beyond the contract: how the cells look, which rows are hidden, and the rules (`validations` has indexes of `rules`).
 */
export const sheetView = (workbook: Workbook, tab: Tab, from: number, count: number): object => {
  const { columnCount, frozenRows, frozenColumns, columns, protections, filter } = tab.meta;
  const rows = usedRows(tab, from, count);
  const grid = <T>(read: (row: number, column: number, extra: Extra | undefined) => T): T[][] =>
    rows.map((row) => Array.from({ length: columnCount }, (_, column) => read(row, column, tab.extra(row, column))));
  const look = looksOf(tab);
  const looks = grid((row, column) => look(row, column));
  const rules: ValidationRule[] = [];
  const indexes = new Map<string, number>();
  const ruleIndex = (rule: ValidationRule | undefined): number | null => {
    if (!rule) return null;
    const key = JSON.stringify(rule);
    const known = indexes.get(key) ?? rules.push(rule) - 1;
    indexes.set(key, known);
    return known;
  };
  const validations = grid((_, __, extra) => ruleIndex(extra?.validation));
  return {
    rows: tab.rowCount,
    columns: columnCount,
    values: grid((row, column) => shownValue(tab, row, column, workbook.meta.timeZone)),
    display: grid((row, column, extra) => displayValue(tab.value(row, column), extra)),
    formulas: grid((_, __, extra) => extra?.formula ?? ''),
    notes: grid((_, __, extra) => extra?.note ?? ''),
    numberFormats: grid((_, __, extra) => patternOf(extra?.format?.numberFormat)),
    lastRow: tab.lastRow(),
    lastColumn: tab.lastColumn(),
    frozenRows,
    frozenColumns,
    filtered: filter !== null,
    hiddenRows: rows.filter((row) => tab.rows[row]?.hidden || tab.rows[row]?.filtered).map((row) => row + 1),
    hiddenColumns: columns.flatMap((column, index) => (column?.hidden ? [index + 1] : [])),
    columnWidths: Array.from({ length: columnCount }, (_, column) => columns[column]?.width ?? null),
    backgrounds: looks.map((line) => line.map(({ background }) => background)),
    fontColors: looks.map((line) => line.map(({ color }) => color)),
    bold: looks.map((line) => line.map(({ bold }) => bold)),
    alignments: grid((_, __, extra) => extra?.format?.horizontalAlignment ?? null),
    validations,
    rules: rules.map((rule) => ruleShown(workbook, tab, rule)),
    protections: protections.map(({ range, warningOnly = false, description = '', editors }) => ({
      range: areaToA1(closeRange(range, tab.rowCount, columnCount)),
      warningOnly,
      description,
      editors: editors?.users ?? [],
    })),
  };
};

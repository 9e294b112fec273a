import type { Json } from '../google/operations';
import type { Extra, ValidationRule } from '../google/workbook/cell';
import { looksOf } from '../google/workbook/conditional';
import { displayValue, formatKind, patternOf } from '../google/workbook/display';
import type { Tab } from '../google/workbook/tab';
import { choicesOf } from '../google/workbook/validation';
import type { Workbook } from '../google/workbook/workbook';

/** A cell that shows nothing but a text: most are. */
type Plain = string;
/** Any other: its text, the index of its look, what an editor begins with, its note. */
type Rich = readonly [display: string, look: number, typed: string, note: string];

const isUsed = (tab: Tab, row: number): boolean =>
  tab.rows[row]?.values.some((value) => value !== null) === true ||
  tab.rows[row]?.extras.some((extra) => extra?.note !== undefined) === true;

/** What an editor begins with: the formula, a number as it is, else what is shown. */
const typedText = (value: unknown, extra: Extra | undefined, display: string): string =>
  extra?.formula ||
  (typeof value === 'number' && !patternOf(extra?.format?.numberFormat).includes('%') ? String(value) : display);

/**
 * Some rows of a tab as the page draws them, from row `first` (counted from 1) to the last that is in use, `count` at
 * most: what `GET /local/sheet/<tab>` says about them, a tenth as long. Looks that cells share are reported once.
 */
export const shownCells = (workbook: Workbook, tab: Tab, first: number, count: number): Json => {
  let last = Math.min(tab.rows.length, first - 1 + count);
  while (last > first - 1 && !isUsed(tab, last - 1)) last -= 1;
  const looks: Json[] = [];
  const indexes = new Map<string, number>();
  const rules = new Map<ValidationRule, readonly string[] | null>();
  const choices = (rule: ValidationRule | undefined): readonly string[] | null => {
    if (!rule) return null;
    if (!rules.has(rule)) rules.set(rule, choicesOf(rule, workbook, tab) ?? null);
    return rules.get(rule) ?? null;
  };
  const lookAt = looksOf(tab);
  const indexOf = (row: number, column: number, isNumber: boolean): number => {
    const extra = tab.extra(row, column);
    const { background, color, bold } = lookAt(row, column);
    const isAtRight = (extra?.format?.horizontalAlignment ?? (isNumber ? 'RIGHT' : 'LEFT')) === 'RIGHT';
    const look = [background, color, bold, isNumber, isAtRight, choices(extra?.validation)];
    const key = JSON.stringify(look);
    const known = indexes.get(key) ?? looks.push(look) - 1;
    indexes.set(key, known);
    return known;
  };
  // The first look is that of a cell that nobody has formatted.
  looks.push([null, null, false, false, false, null]);
  indexes.set(JSON.stringify(looks[0]), 0);
  const cellAt = (row: number, column: number): Plain | Rich => {
    const [value, extra] = [tab.value(row, column), tab.extra(row, column)];
    if (value === null && extra === undefined && tab.meta.conditionalRules.length === 0) return '';
    const display = displayValue(value, extra);
    const isNumber = typeof value === 'number' && formatKind(extra?.format?.numberFormat) !== 'date';
    const look = indexOf(row, column, isNumber);
    const typed = typedText(isNumber ? value : null, extra, display);
    const note = extra?.note ?? '';
    return look === 0 && typed === display && note === '' ? display : [display, look, typed, note];
  };
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Array.from({ length: tab.columnCount }, (__, column) => cellAt(first - 1 + index, column)),
  );
  return { first, rows, looks };
};

import { ServiceError } from '../service-error';
import { areaToA1, closeReference, parseA1 } from './a1';
import type { CellValue, Condition, Extra, ValidationRule } from './cell';
import { displayValue } from './display';
import type { Tab } from './tab';
import { readTyped } from './typed-value';
import type { Workbook } from './workbook';

const asNumber = (text: string | undefined): number => {
  const { value } = readTyped(text ?? '', { textCell: false, textStopsFormula: true, today: 0 });
  return typeof value === 'number' ? value : Number.NaN;
};

const numeric: Readonly<Record<string, (value: number, a: number, b: number) => boolean>> = {
  NUMBER_GREATER: (value, a) => value > a,
  NUMBER_GREATER_THAN_EQ: (value, a) => value >= a,
  NUMBER_LESS: (value, a) => value < a,
  NUMBER_LESS_THAN_EQ: (value, a) => value <= a,
  NUMBER_EQ: (value, a) => value === a,
  NUMBER_NOT_EQ: (value, a) => value !== a,
  NUMBER_BETWEEN: (value, a, b) => value >= a && value <= b,
  NUMBER_NOT_BETWEEN: (value, a, b) => value < a || value > b,
  DATE_EQ: (value, a) => Math.floor(value) === a,
  DATE_BEFORE: (value, a) => value < a,
  DATE_AFTER: (value, a) => value >= a + 1,
  DATE_ON_OR_BEFORE: (value, a) => value < a + 1,
  DATE_ON_OR_AFTER: (value, a) => value >= a,
  DATE_BETWEEN: (value, a, b) => value >= a && value < b + 1,
  DATE_NOT_BETWEEN: (value, a, b) => value < a || value >= b + 1,
  DATE_IS_VALID: () => true,
};

const textual: Readonly<Record<string, (shown: string, a: string) => boolean>> = {
  TEXT_EQ: (shown, a) => shown.toLowerCase() === a.toLowerCase(),
  TEXT_CONTAINS: (shown, a) => shown.toLowerCase().includes(a.toLowerCase()),
  TEXT_NOT_CONTAINS: (shown, a) => !shown.toLowerCase().includes(a.toLowerCase()),
  TEXT_STARTS_WITH: (shown, a) => shown.toLowerCase().startsWith(a.toLowerCase()),
  TEXT_ENDS_WITH: (shown, a) => shown.toLowerCase().endsWith(a.toLowerCase()),
  TEXT_IS_EMAIL: (shown) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(shown),
  TEXT_IS_URL: (shown) => /^https?:\/\/\S+$/i.test(shown),
};

/**
 * Whether a condition of the API holds for a cell; undefined when it is one that is not worked out locally
 * (custom formulas, relative dates).
 */
export const conditionHolds = (
  { type, values = [] }: Condition,
  value: CellValue,
  shown: string,
): boolean | undefined => {
  if (values.some(({ relativeDate }) => relativeDate !== undefined)) return undefined;
  const [a, b] = values.map(({ userEnteredValue }) => userEnteredValue ?? '');
  if (type === 'BLANK') return shown === '';
  if (type === 'NOT_BLANK') return shown !== '';
  if (numeric[type]) return typeof value === 'number' && numeric[type](value, asNumber(a), asNumber(b));
  return textual[type]?.(shown, a ?? '');
};

/** The texts that a list rule offers; undefined when the rule isn't a list. */
export const choicesOf = (rule: ValidationRule, workbook: Workbook, tab: Tab): string[] | undefined => {
  const { type, values = [] } = rule.condition;
  if (type === 'ONE_OF_LIST') return values.map(({ userEnteredValue }) => userEnteredValue ?? '');
  if (type !== 'ONE_OF_RANGE') return undefined;
  const reference = parseA1((values[0]?.userEnteredValue ?? '').replace(/^=/, ''));
  const source = reference && (reference.sheet === undefined ? tab : workbook.tabOf(reference));
  if (!reference || !source) return [];
  const area = closeReference(reference, source.meta.rowCount, source.meta.columnCount);
  const choices: string[] = [];
  for (let row = area.top; row < Math.min(area.bottom, source.rows.length); row++) {
    for (let column = area.left; column < area.right; column++) {
      const shown = displayValue(source.value(row, column), source.extra(row, column));
      if (shown !== '') choices.push(shown);
    }
  }
  return choices;
};

/** Whether a rule allows what is in a cell. A blank is always allowed. */
const allows = (rule: ValidationRule, workbook: Workbook, tab: Tab, value: CellValue, extra?: Extra): boolean => {
  if (value === null) return true;
  const shown = displayValue(value, extra);
  const { type, values = [] } = rule.condition;
  if (type === 'BOOLEAN') {
    const [yes, no] = values.map(({ userEnteredValue }) => userEnteredValue);
    return yes === undefined ? typeof value === 'boolean' : shown === yes || shown === (no ?? '');
  }
  const choices = choicesOf(rule, workbook, tab);
  if (choices) return choices.includes(shown);
  return conditionHolds(rule.condition, value, shown) ?? true;
};

/** @throws ServiceError when a cell's rejecting rule forbids what is in it now (docs/google.md G68). */
export const requireValid = (workbook: Workbook, tab: Tab, row: number, column: number): void => {
  const extra = tab.extra(row, column);
  const rule = extra?.validation;
  if (!rule?.strict || allows(rule, workbook, tab, tab.value(row, column), extra)) return;
  const cell = areaToA1({ top: row, left: column, bottom: row + 1, right: column + 1 });
  throw new ServiceError(`The data you entered in cell ${cell} violates the data validation rules set on this cell.`);
};

import type { CellValue, Extra, NumberFormat } from './cell';
import { formatDateSerial, isDatePattern } from './date-format';
import { formatNumber, formatText, showPlainNumber } from './number-format';

/** What a number format is about: `text` is `@`, `date` shows dates and times. */
export type FormatKind = 'general' | 'text' | 'date' | 'number';

/** Patterns that a type without a pattern stands for, in the US locale. */
const TYPE_PATTERNS: Readonly<Record<string, string>> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"$"#,##0.00',
  DATE: 'm/d/yyyy',
  TIME: 'h:mm:ss am/pm',
  DATE_TIME: 'm/d/yyyy h:mm:ss',
  SCIENTIFIC: '0.00E+00',
};

const kinds = new Map<string, FormatKind>();

const kindOfPattern = (pattern: string): FormatKind => {
  let kind = kinds.get(pattern);
  if (kind === undefined) {
    kind = pattern === '' || pattern === 'General' ? 'general' : pattern === '@' ? 'text' : 'number';
    if (kind === 'number' && isDatePattern(pattern)) kind = 'date';
    kinds.set(pattern, kind);
  }
  return kind;
};

/** The pattern of a number format; `General` when there is none. */
export const patternOf = (format: NumberFormat | undefined): string =>
  format?.pattern || TYPE_PATTERNS[format?.type ?? ''] || 'General';

/** What a number format is about; the API's `type` decides when it names a date. */
export const formatKind = (format: NumberFormat | undefined): FormatKind => {
  if (!format) return 'general';
  if (format.type === 'DATE' || format.type === 'TIME' || format.type === 'DATE_TIME') return 'date';
  return kindOfPattern(patternOf(format));
};

/** The API's number format of a pattern that a script sets. */
export const numberFormatOf = (pattern: string): NumberFormat | undefined => {
  const kind = kindOfPattern(pattern);
  if (kind === 'general') return undefined;
  if (kind === 'text') return { type: 'TEXT', pattern };
  if (kind === 'number')
    return { type: pattern.includes('%') ? 'PERCENT' : pattern.includes('$') ? 'CURRENCY' : 'NUMBER', pattern };
  const hasTime = /[hs]/i.test(pattern);
  return { type: !hasTime ? 'DATE' : /[yd]/i.test(pattern) ? 'DATE_TIME' : 'TIME', pattern };
};

/** What the cell shows, as `getDisplayValues()` gives it. */
export const displayValue = (value: CellValue, extra: Extra | undefined): string => {
  if (value === null) return '';
  const format = extra?.format?.numberFormat;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const kind = formatKind(format);
  if (typeof value === 'string') {
    return kind === 'general' || kind === 'date' ? value : formatText(value, patternOf(format));
  }
  if (kind === 'date') return formatDateSerial(value, patternOf(format));
  return kind === 'number' ? formatNumber(value, patternOf(format)) : showPlainNumber(value);
};

import { describe, expect, test } from '@jest/globals';
import type { CellValue } from '../../google/workbook/cell';
import { displayValue, formatKind, numberFormatOf } from '../../google/workbook/display';
import { dateSerial } from '../../google/workbook/time-zone';

const show = (value: CellValue, pattern?: string): string => {
  const numberFormat = pattern === undefined ? undefined : numberFormatOf(pattern);
  return displayValue(value, numberFormat && { format: { numberFormat } });
};
const moment = dateSerial(2026, 1, 5) + (14 * 60 + 5) / 1440 + 9 / 86_400;

describe('getDisplayValues gives what the number format shows (docs/google.md G56)', () => {
  test.each<[CellValue, string | undefined, string]>([
    [null, undefined, ''],
    [true, undefined, 'TRUE'],
    ['01234', '@', '01234'],
    ['text', '$#,##0.00', 'text'],
    [12, undefined, '12'],
    [0.1 + 0.2, undefined, '0.3'],
    [1 / 3, undefined, '0.3333333333'],
    [123456789012, undefined, '123456789012'],
    [1e15, undefined, '1E+15'],
    [1234.5, '$#,##0.00', '$1,234.50'],
    [-3, '$#,##0.00', '-$3.00'],
    [0, '"$"#,##0.00', '$0.00'],
    [1.005, '0.00', '1.01'],
    [1_234_567, '#,##0', '1,234,567'],
    [7, '0000', '0007'],
    [0.256, '0.0%', '25.6%'],
    [0.5, '#.##', '.5'],
    [-5, '0;(0);"none"', '(5)'],
    [0, '0;(0);"none"', 'none'],
    [3, '0" pcs"', '3 pcs'],
    [1234, '0.00E+00', '1.23E+03'],
    [moment, 'yyyy-mm-dd hh:mm:ss', '2026-01-05 14:05:09'],
    [moment, 'M/d/yyyy H:mm:ss', '1/5/2026 14:05:09'],
    [moment, 'mmm d, yyyy h:mm am/pm', 'Jan 5, 2026 2:05 PM'],
    [moment, 'dddd, mmmm dd', 'Monday, January 05'],
    [1.5, '[h]:mm', '36:00'],
  ])('%p by %p is %p', (value, pattern, shown) => {
    expect(show(value, pattern)).toBe(shown);
  });

  test('a pattern with y, m, d, h or s outside quotes is about dates', () => {
    expect(formatKind(numberFormatOf('yyyy-mm-dd'))).toBe('date');
    expect(formatKind(numberFormatOf('0 "days"'))).toBe('number');
    expect(formatKind(numberFormatOf('@'))).toBe('text');
    expect(formatKind(numberFormatOf('General'))).toBe('general');
    expect(formatKind({ type: 'DATE_TIME' })).toBe('date');
  });
});

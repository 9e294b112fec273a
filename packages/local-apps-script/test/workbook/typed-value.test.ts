import { describe, expect, test } from '@jest/globals';
import { dateSerial } from '../../google/workbook/time-zone';
import { readTyped } from '../../google/workbook/typed-value';

const today = dateSerial(2026, 10, 2);
const typed = (text: string, textCell = false, textStopsFormula = true) =>
  readTyped(text, { textCell, textStopsFormula, today });

describe('a string is read as if typed (docs/google.md G58)', () => {
  test.each([
    ['a leading = is a formula', '=A1*2', { value: '=A1*2', formula: '=A1*2' }],
    ['a formula that is a literal shows it', '=12.5', { value: 12.5, formula: '=12.5' }],
    ['+... is a formula', '+abc', { value: '=+abc', formula: '=+abc' }],
    ['+... that cannot be one is #ERROR!', '+1 407 555 0134', { value: '#ERROR!', formula: '=+1 407 555 0134' }],
    ['+ before a number is the number', '+5', { value: 5 }],
    ["'0012' typed as 0012 becomes 12", '0012', { value: 12 }],
    ['2026-10-02 is a date', '2026-10-02', { value: dateSerial(2026, 10, 2), pattern: 'yyyy-mm-dd' }],
    ['10/2/2026 is a date', '10/2/2026', { value: dateSerial(2026, 10, 2), pattern: 'm/d/yyyy' }],
    ['1-2 is a date of this year', '1-2', { value: dateSerial(2026, 1, 2), pattern: 'm-d' }],
    ['Oct 2, 2026 is a date', 'Oct 2, 2026', { value: dateSerial(2026, 10, 2), pattern: 'mmm d, yyyy' }],
    [
      'a date with a time is both',
      '10/2/2026 18:00',
      { value: dateSerial(2026, 10, 2) + 0.75, pattern: 'm/d/yyyy h:mm' },
    ],
    ['TRUE is a boolean', 'TRUE', { value: true }],
    ['false is a boolean', 'false', { value: false }],
    ['1E5 is a number', '1E5', { value: 100_000, pattern: '0.00E+00' }],
    ['5% is a twentieth', '5%', { value: 0.05, pattern: '0%' }],
    ['5.5% keeps its decimals in view', '5.5%', { value: 0.055, pattern: '0.00%' }],
    ['$1,234.50 is an amount', '$1,234.50', { value: 1234.5, pattern: '"$"#,##0.00' }],
    ['-$3 is a negative amount', '-$3', { value: -3, pattern: '"$"#,##0' }],
    ['1,234 is a number', '1,234', { value: 1234, pattern: '#,##0' }],
    ['blanks around a number do not matter', ' 12 ', { value: 12 }],
    ['a text keeps its blanks', 'Paid ', { value: 'Paid ' }],
    ['a phone number is a text', '407-555-0134', { value: '407-555-0134' }],
    ['a date that there is not is a text', '2026-02-30', { value: '2026-02-30' }],
    ['nothing is a blank', '', { value: null }],
    ['a lone = is a text', '=', { value: '=' }],
  ])('%s', (_, text, result) => {
    expect(typed(text)).toEqual(result);
  });

  test("a leading apostrophe stores the rest as text: '0012 is 0012", () => {
    expect(typed("'0012")).toEqual({ value: '0012' });
    expect(typed("'=1+1")).toEqual({ value: '=1+1' });
  });

  test('a cell whose number format was @ before keeps the string', () => {
    for (const text of ['0012', '2026-10-02', 'TRUE', '1E5', '5%', '+abc'])
      expect(typed(text, true)).toEqual({ value: text });
  });

  test('[?] whether @ alone stops a leading = : both positions', () => {
    expect(typed('=1', true, true)).toEqual({ value: '=1' });
    expect(typed('=1', true, false)).toEqual({ value: 1, formula: '=1' });
  });

  test('HYPERLINK with a literal text shows the text', () => {
    expect(typed('=HYPERLINK("http://x.example","Order ""7""")').value).toBe('Order "7"');
  });
});

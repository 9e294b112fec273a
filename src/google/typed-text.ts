import type { Cell } from '../workbook/layout';

/**
 * An apostrophe in front keeps a text as it is: SpreadsheetApp reads strings as if typed (docs/google.md G58 and G59). For
 * cells without the format `@`: there it may stay, as a part of the text (G62).
 */
export const typedText = <T extends Cell>(cell: T): T | string =>
  typeof cell === 'string' && cell !== '' ? `'${cell}` : cell;

/**
 * What a cell of the program's own words says. Sheets of older versions have these columns in the format `@`, and the
 * apostrophe may have stayed there; none of these words begins with one.
 */
export const bareText = (text: string): string => text.replace(/^'/, '');

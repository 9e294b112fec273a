import type { Cell } from '../workbook/layout';

/**
 * An apostrophe in front keeps a text as it is: SpreadsheetApp reads strings as if typed (docs/google.md G58 and G59).
 */
export const typedText = <T extends Cell>(cell: T): T | string =>
  typeof cell === 'string' && cell !== '' ? `'${cell}` : cell;

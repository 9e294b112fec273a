/// <reference path="./papaparse.d.ts" />
import { unparse } from 'papaparse';
import { guardFormula } from './csv-guard';

/** A cell as it leaves: text, number, true or false; dates as `2026-11-25 03:12:00` in the spreadsheet's time zone. */
export type ExportCell = string | number | boolean;

/** Tells spreadsheet programs that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

const guarded = (cell: ExportCell): ExportCell => (typeof cell === 'string' ? guardFormula(cell) : cell);

/**
 * Rows as CSV (RFC 4180). A text that a spreadsheet program would read as a formula (OWASP, CSV injection) gets a
 * leading apostrophe; numbers stay numbers.
 */
export const csvOf = (rows: readonly (readonly ExportCell[])[]): string =>
  rows.length === 0
    ? BYTE_ORDER_MARK
    : `${BYTE_ORDER_MARK}${unparse(
        rows.map((row) => row.map(guarded)),
        { newline: '\r\n' },
      )}\r\n`;

/** Rows under a header as records, for JSON: cells without a header are named by their column. Texts stay as they are. */
export const recordsOf = (rows: readonly (readonly ExportCell[])[]): Record<string, ExportCell>[] => {
  const [headers = [], ...records] = rows;
  const names = headers.map((header, index) => {
    const name = String(header).trim();
    return name === '' || headers.findIndex((other) => String(other).trim() === name) !== index
      ? `${name || 'Column'} (${index + 1})`
      : name;
  });
  return records.map((cells) =>
    Object.fromEntries(cells.map((cell, index) => [names[index] ?? `Column (${index + 1})`, cell] as const)),
  );
};

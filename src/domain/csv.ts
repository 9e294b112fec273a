/** A cell as it leaves: text, number, true or false; dates as `2026-11-25 03:12:00` in the spreadsheet's time zone. */
export type ExportCell = string | number | boolean;

/** A spreadsheet program would read such a text as a formula (OWASP, CSV injection). */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/;

const field = (cell: ExportCell): string => {
  const text = typeof cell === 'string' && LIKE_A_FORMULA.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

/**
 * Rows as CSV (RFC 4180) with a byte order mark, so that Excel reads the letters right. A text that would be a formula
 * gets an apostrophe in front, as a person would type it; numbers stay numbers.
 */
export const csvOf = (rows: readonly (readonly ExportCell[])[]): string =>
  `\ufeff${rows.map((cells) => `${cells.map(field).join(',')}\r\n`).join('')}`;

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

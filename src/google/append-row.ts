import type { Cell, Layout, Row } from '../workbook/layout';
import { ScriptLock } from './script-services';
import { typedText } from './typed-text';

/** Milliseconds for which a line waits its turn; after that it is written all the same. */
const WAIT = 5_000;

/** Adds a row below the last one, in turn with all others who write: of two at the same time one may be lost (docs/google.md G90). */
export const appendRow = (sheet: GoogleAppsScript.Spreadsheet.Sheet, { columns }: Layout, row: Row): void => {
  const cells: Cell[] = new Array(Math.max(-1, ...columns.values()) + 1).fill('');
  for (const [header, index] of columns) cells[index] = typedText(row[header] ?? '');
  if (cells.length === 0) return;
  const lock = new ScriptLock();
  const isHeld = lock.tryLock(WAIT);
  try {
    sheet.appendRow(cells);
    if (isHeld) SpreadsheetApp.flush();
  } finally {
    if (isHeld) lock.release();
  }
};

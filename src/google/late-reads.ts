import { columnLetters } from '../workbook/a1';
import { parseHead } from '../workbook/ledger-row';

/** Rows below the header among which the head of a commit is. */
const MOST_ROWS = 100;

/**
 * Whether SpreadsheetApp shows what this execution has committed through the Sheets service (docs/google.md G86). It is
 * looked up together, when something is first read after a commit, and costs nothing before.
 */
export class LateReads {
  private token = '';
  private column = 0;
  private email = '';
  private answer: boolean | null = null;

  /** Something was committed. @param column of the Ledger's head. @param email the key of a line that was added to the Outbox; blank for none. */
  committed(token: string, column: number, email: string): void {
    this.token = token;
    this.column = column;
    this.email = email;
  }

  /** SpreadsheetApp shows these emails: where the one just added is among them, nobody has to look any more. */
  shown(keys: readonly unknown[]): void {
    if (this.email !== '' && keys.includes(this.email)) this.answer ??= false;
  }

  /** @param ledger the Ledger through SpreadsheetApp. */
  areLate(ledger: () => GoogleAppsScript.Spreadsheet.Sheet | null): boolean {
    if (this.token === '') return false;
    this.answer ??= !this.isSeen(ledger());
    return this.answer;
  }

  private isSeen(ledger: GoogleAppsScript.Spreadsheet.Sheet | null): boolean {
    const letters = columnLetters(this.column);
    const cells = ledger?.getRange(`${letters}2:${letters}${MOST_ROWS + 1}`).getValues() ?? [];
    return cells.some(([cell]) => parseHead(cell)?.token === this.token);
  }
}

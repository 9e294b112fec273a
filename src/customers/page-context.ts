import type { Config } from '../workbook/config';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';

/** An order opened with a genuine token, and what its page needs. */
export interface PageContext {
  readonly view: WorkbookView;
  readonly config: Config;
  readonly entry: LedgerEntry;
  readonly token: string;
  /** Where the page's form goes. */
  readonly action: string;
}

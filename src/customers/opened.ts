import type { Cache } from '../core/ports';
import type { MailPorts } from '../email/mail-ports';
import type { ReconcilePorts } from '../statuses/reconcile-ports';
import type { Config } from '../workbook/config';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import type { TellPorts } from './low-rating';

/** What the customers' pages need from the world. */
export interface PagePorts extends TellPorts, ReconcilePorts, MailPorts {
  readonly cache: Cache;
}

/** An order that a genuine token opened, with what its page needs. */
export interface Opened {
  readonly view: WorkbookView;
  readonly config: Config;
  readonly entry: LedgerEntry;
  readonly token: string;
  /** Where the page's form goes. */
  readonly action: string;
}

import type { ReconcilePorts } from '../lifecycle/reconcile-ports';
import type { MailPorts } from '../mail/mail-ports';
import type { Cache } from '../ports';
import type { Config } from '../workbook/config';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import type { LinkPorts } from './links';

/** What the customers' pages need from the world. */
export interface PagePorts extends LinkPorts, ReconcilePorts, MailPorts {
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

import type { Address } from '../domain/order';
import type { LinkTarget } from '../workbook/ledger-row';
import type { Settings } from '../workbook/settings';
import type { EmailWriter } from './email-writer';
import type { Once } from './once';
import type { Mailer, OutboxBook } from './outbox-ports';
import type {
  Cache,
  Clock,
  Crypto,
  CustomerLinks,
  HeaderReader,
  LedgerBook,
  OrdersBook,
  Properties,
  RejectedBook,
  RowAppender,
  ScratchBook,
  WebApp,
  WorkbookReader,
} from './ports';
import type { ChangeWorkbook } from './work';
/**
 * Everything an execution works with, made once by compose.ts. A function that needs less declares `Pick<Ports, ...>`;
 * what menus, dialogs and chores also need is in staff-ports.ts.
 */
export interface Ports {
  readonly clock: Clock;
  /** Changes the workbook: the only way to a commit. */
  readonly change: ChangeWorkbook;
  readonly once: Once;
  readonly cache: Cache;
  readonly properties: Properties;
  readonly crypto: Crypto;
  readonly workbook: WorkbookReader;
  readonly headers: HeaderReader;
  readonly ledger: LedgerBook;
  readonly orders: OrdersBook;
  readonly rejected: RejectedBook;
  readonly mailer: Mailer;
  readonly emails: EmailWriter;
  readonly outbox: OutboxBook;
  readonly scratch: ScratchBook;
  readonly webApp: WebApp;
  /** The address of the page on which a customer sees an order; blank while the web app has no address. */
  readonly statusLink: (settings: Settings, entry: LinkTarget) => string;
  readonly customerLinks: CustomerLinks;
  /** The parts of an unusual address that aren't printed, or that are printed in an uncertain place, as sentences. */
  readonly addressLook: (address: Address, name: string) => readonly string[];
  /** Emails the operator that the sweep has stopped; the text says since when. */
  readonly tellOfStop: (text: string) => void;
  readonly rows: RowAppender;
  /** Whether this execution may send email: only the operator's may, in the live sheet (docs/design.md 3.4). */
  readonly sends: boolean;
}

import type {
  CellNotes,
  Clock,
  CustomerLinks,
  LedgerBook,
  Mailer,
  OrdersBook,
  OutboxBook,
  Properties,
} from '../core/ports';
import type { ChangeWorkbook } from '../core/work';

/** What sending needs from the world. */
export interface MailPorts {
  readonly clock: Clock;
  readonly properties: Properties;
  readonly mailer: Mailer;
  readonly outbox: OutboxBook;
  readonly cellNotes: CellNotes;
  readonly ledger: LedgerBook;
  readonly orders: OrdersBook;
  readonly change: ChangeWorkbook;
  readonly customerLinks: CustomerLinks;
  /** Whether this execution may send: only the operator's may, and only in the live sheet (design.md 3). */
  readonly sends: boolean;
}

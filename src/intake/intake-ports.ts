import type { Clock, Crypto, LedgerBook, OrdersBook, WorkbookReader } from '../core/ports';
import type { ChangeWorkbook } from '../core/work';
import type { Order } from '../domain/order';
import type { Settings } from '../workbook/settings';

/** What the intake needs from the world. */
export interface IntakePorts {
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly workbook: WorkbookReader;
  readonly ledger: LedgerBook;
  readonly orders: OrdersBook;
  readonly change: ChangeWorkbook;
  /** Whether this execution may send mail: only the operator's may (design.md 3). Others leave it to the sweep. */
  readonly sends: boolean;
  /** The address of the page on which a customer sees an order; blank while the web app has no address. */
  readonly statusLink: (settings: Settings, order: Order) => string;
}

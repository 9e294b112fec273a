import type { Clock, Committer, Crypto, LedgerBook, Lock, OrdersBook, WorkbookReader } from '../ports';

/** What the intake needs from the world. */
export interface IntakePorts {
  readonly clock: Clock;
  readonly lock: Lock;
  readonly crypto: Crypto;
  readonly workbook: WorkbookReader;
  readonly ledger: LedgerBook;
  readonly orders: OrdersBook;
  readonly committer: Committer;
}

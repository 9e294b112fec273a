import type { Clock, Committer, LedgerBook, Lock, OrdersBook, OutboxBook, WorkbookReader } from '../ports';

/** What reconciling needs from the world. */
export interface ReconcilePorts {
  readonly clock: Clock;
  readonly lock: Lock;
  readonly workbook: WorkbookReader;
  readonly ledger: LedgerBook;
  readonly orders: OrdersBook;
  readonly outbox: OutboxBook;
  readonly committer: Committer;
  /** Whether this execution may send mail: only the operator's may (design.md 3). Others leave it to the sweep. */
  readonly sends: boolean;
}

import type { Clock, LedgerBook, OrdersBook, OutboxBook, ScratchBook, WorkbookReader } from '../core/ports';
import type { ChangeWorkbook } from '../core/work';

/** What reconciling needs from the world. */
export interface ReconcilePorts {
  readonly clock: Clock;
  readonly workbook: WorkbookReader;
  readonly ledger: LedgerBook;
  readonly orders: OrdersBook;
  readonly outbox: OutboxBook;
  readonly scratch: ScratchBook;
  readonly change: ChangeWorkbook;
  /** Whether this execution may send mail: only the operator's may (design.md 3). Others leave it to the sweep. */
  readonly sends: boolean;
}

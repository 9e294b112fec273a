import type { EmailKind } from '../domain/email-kind';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { OutboxState } from '../workbook/outbox-row';
import type { Hint } from './hint';
import type { SheetCells } from './row-check';

/** An email of an order in the Outbox; `time` is when it was sent, as people read it, blank before that. */
export interface KnownEmail {
  /** Null for an unknown kind. */
  readonly kind: EmailKind | null;
  readonly state: OutboxState;
  readonly time: string;
}

/** One row to decide about. */
export interface Case {
  readonly row: SheetCells;
  readonly entry: LedgerEntry;
  readonly hint: Hint;
  /** ISO 8601, UTC. */
  readonly now: string;
  /** The order's emails; null as long as they haven't been read. Ask again with them when `needsEmails` says so. */
  readonly emails: readonly KnownEmail[] | null;
}

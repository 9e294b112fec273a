import type { MailKind } from '../domain/mail-kind';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { OutboxState } from '../workbook/outbox-row';
import type { Hint } from './hint';
import type { SheetCells } from './row-check';

/** A mail of an order in the Outbox; `time` is how a person reads it, blank before it left. */
export interface KnownMail {
  /** Null: of no kind that the program knows. */
  readonly kind: MailKind | null;
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
  /** The order's mails; null while nobody has looked. Ask again with them when `needsMails` says so. */
  readonly mails: readonly KnownMail[] | null;
}

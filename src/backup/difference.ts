import type { SheetRow } from '../core/ports';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { CellDifference } from './compared-cells';
import type { SourceOrder } from './restore-source';

/**
 * How an order differs: its row is `missing` here; it was `changed`; it has `moved on` in the ordinary way since (paid,
 * shipped, cancelled) and only its statuses differ; or nothing differs but staff's `own columns`.
 */
export type DifferenceKind = 'missing' | 'changed' | 'moved on' | 'own columns';

/** What is wrong with the built-in order log of an order: it is gone, or it knows less than the backup. */
export type RecordLoss = 'gone' | 'poorer';

/** One order that is not as in the backup. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly order: SourceOrder;
  /** Its row here; null when it has none. */
  readonly row: SheetRow | null;
  readonly cells: readonly CellDifference[];
  /** Cells of staff's own columns that differ: they are restored only where staff say so. */
  readonly own: readonly CellDifference[];
  readonly record: RecordLoss | null;
  /** What the record of an order that the Ledger here has lost comes to; null where it has one, or nobody knows it. */
  readonly rebuilt: LedgerEntry | null;
  /** What column R is to hold. */
  readonly feedback: string;
  /** Further rows of the order that hold nothing which its own row does not: they go. */
  readonly copies: readonly SheetRow[];
  /** Of a missing order: the row over which another order's was pasted; what staff have in their columns there is its own. */
  readonly inherits: SheetRow | null;
}

export interface Differences {
  readonly found: readonly Difference[];
  /** Orders here that the backup does not know, and that are as the built-in order log has them. */
  readonly newer: readonly string[];
  /** Rows here that belong to no order that anybody knows. */
  readonly odd: readonly number[];
  /** A sentence for each order that cannot be compared. */
  readonly troubles: readonly string[];
  /** Staff's own columns that hold something and that this source knows nothing of. */
  readonly unknownColumns: readonly string[];
}

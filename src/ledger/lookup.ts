import type { Ports } from '../core/all-ports';
import type { LedgerBook, SheetRow } from '../core/ports';
import { parseOrderNumber } from '../domain/order-number';
import type { Config } from '../workbook/config';
import { textOf } from '../workbook/layout';
import { EMPTY_HEAD, type LedgerEntry, type LedgerHead, ledgerEntry, parseHead } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';

/** The entry of a Ledger row; null when there is no row, or nobody can read it any more. */
export const entryOf = (row: SheetRow | null): LedgerEntry | null => {
  if (!row) return null;
  try {
    return ledgerEntry(row.cells);
  } catch {
    return null;
  }
};

/**
 * The head of the Ledger: on its newest row, else (someone deleted rows) on a later one, else counted again from all
 * order numbers so that none is given twice.
 * @param newest the newest rows, newest first.
 * @param given order numbers in the Orders tab; read only when the Ledger has lost its head.
 */
export const headOf = (
  ledger: LedgerBook,
  view: WorkbookView,
  newest: readonly SheetRow[],
  given: () => readonly string[],
): LedgerHead => {
  for (const row of newest) {
    const head = parseHead(row.cells.Head);
    if (head) return head;
  }
  const sequences: Record<string, number> = {};
  const kept = newest.length > 0 ? ledger.column(view, 'Order Number').map(textOf) : [];
  for (const text of [...kept, ...given()]) {
    const number = parseOrderNumber(text);
    if (number) sequences[number.prefix] = Math.max(sequences[number.prefix] ?? 0, number.sequence);
  }
  return { ...EMPTY_HEAD, sequences };
};

/**
 * The Ledger's head as it is now. Read it under the lock, and before any row that the commit is about: the commit is
 * guarded by this revision, so what lands after this reading makes it stale, and no row can have moved unseen.
 */
export const headNow = (
  { ledger, orders }: Pick<Ports, 'ledger' | 'orders'>,
  view: WorkbookView,
  { settings }: Pick<Config, 'settings'>,
): LedgerHead => headOf(ledger, view, ledger.newest(view, settings.postsPerMinute), () => orders.numbers(view));

import type { LedgerBook, SheetRow } from '../core/ports';
import { entryOf } from '../ledger/lookup';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';

/** Characters of an id, docs/design.md 4.3: a longer one was never accepted. */
const LONGEST_ID = 100;

/** A post as the Ledger can know it. */
export interface PostIdentity {
  /** The id that it came with, its own or its webhook's; blank when it has none. */
  readonly id: string;
  /** Of its content. */
  readonly fingerprint: string;
}

const readable = (row: SheetRow | null): LedgerEntry | null => {
  const entry = entryOf(row);
  if (row && !entry) throw new Error(`Row ${row.at} of the Ledger cannot be read: somebody has changed it.`);
  return entry;
};

/**
 * The order that a post means, if it is known: by its id, for ever; without an id, one of the same content that is
 * younger than `retryMinutes`, or that replaces this very content after a replay (docs/design.md 4.9).
 * @param now ISO 8601, UTC.
 * @throws Error when the order is there, but its Ledger row has been tampered with: no second one may be made.
 */
export const findOrder = (
  ledger: LedgerBook,
  view: WorkbookView,
  { id, fingerprint }: PostIdentity,
  retryMinutes: number,
  now: string,
): LedgerEntry | null => {
  if (id.length > LONGEST_ID) return null;
  if (id) return readable(ledger.find(view, 'Order ID', id));
  const entry = readable(ledger.findContent(view, fingerprint));
  if (!entry || entry.replaces === fingerprint) return entry;
  const age = Date.parse(now) - Date.parse(entry.order.createdAt);
  return age <= retryMinutes * 60_000 ? entry : null;
};

/** Whether an order was made from this content, or replaces it after a replay. */
export const isSameContent = (entry: LedgerEntry, fingerprint: string): boolean =>
  entry.fingerprint === fingerprint || entry.replaces === fingerprint;

/** The order that replaces a refused post since its replay: a later retry of that post counts as a duplicate of it. */
export const findReplacement = (ledger: LedgerBook, view: WorkbookView, fingerprint: string): LedgerEntry | null =>
  readable(ledger.find(view, 'Replaces', fingerprint));

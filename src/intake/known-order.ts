import type { Crypto, LedgerBook, SheetRow } from '../core/ports';
import { entryOf } from '../ledger/lookup';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';

/** Characters of an id, docs/design.md 4.3: a longer one was never accepted. */
const LONGEST_ID = 100;

/** In front of a webhook's id where that stands in for a missing order id: no order of a sender has such an id. */
export const BY_WEBHOOK = 'webhook:';

/**
 * The order id that a webhook's id stands for: a name of its own, so that it never meets somebody's order id. A long one
 * is kept as its hash, since an order id is short and a webhook's may have any length.
 */
export const standInId = (crypto: Pick<Crypto, 'sha256'>, webhookId: string): string => {
  if (webhookId === '') return '';
  const isLong = webhookId.length > LONGEST_ID - BY_WEBHOOK.length;
  return `${BY_WEBHOOK}${isLong ? crypto.sha256(webhookId) : webhookId}`;
};

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
  if (id) return readable(ledger.find(view, 'Order ID', id)) ?? beforeNames(ledger, view, id, fingerprint);
  const entry = readable(ledger.findContent(view, fingerprint));
  if (!entry || entry.replaces === fingerprint) return entry;
  const age = Date.parse(now) - Date.parse(entry.order.createdAt);
  return age <= retryMinutes * 60_000 ? entry : null;
};

/** Older programs kept a webhook's id as it is: a retry of such a post is known by that and its content together. */
const beforeNames = (ledger: LedgerBook, view: WorkbookView, id: string, fingerprint: string): LedgerEntry | null => {
  if (!id.startsWith(BY_WEBHOOK)) return null;
  const entry = readable(ledger.find(view, 'Order ID', id.slice(BY_WEBHOOK.length)));
  return entry && isSameContent(entry, fingerprint) ? entry : null;
};

/** Whether an order was made from this content, or replaces it after a replay. */
export const isSameContent = (entry: LedgerEntry, fingerprint: string): boolean =>
  entry.fingerprint === fingerprint || entry.replaces === fingerprint;

/** The order that replaces a refused post since its replay: a later retry of that post counts as a duplicate of it. */
export const findReplacement = (ledger: LedgerBook, view: WorkbookView, fingerprint: string): LedgerEntry | null =>
  readable(ledger.find(view, 'Replaces', fingerprint));

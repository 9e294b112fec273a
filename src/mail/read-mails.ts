import { entryOf } from '../intake/ledger-lookup';
import type { LedgerBook, OutboxBook } from '../ports';
import { textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import { type OutboxEntry, outboxEntry } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';

/** All mails of the Outbox. */
export const allMails = (outbox: OutboxBook, view: WorkbookView): OutboxEntry[] =>
  outbox.all(view).map(({ at, cells }) => outboxEntry(at, cells));

/** The mails from a row of the Outbox on. */
export const outboxFrom = (outbox: OutboxBook, view: WorkbookView, row: number): OutboxEntry[] =>
  outbox.from(view, row).map(({ at, cells }) => outboxEntry(at, cells));

/** The orders with these ids as the Ledger has them, in two calls. */
export const entriesOf = (
  ledger: LedgerBook,
  view: WorkbookView,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, LedgerEntry> => {
  if (ids.size === 0) return new Map();
  let entries = new Map<string, LedgerEntry>();
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const rows = ledger.index(view).filter((row) => ids.has(textOf(row.cells['Order ID'])));
    const whole = ledger.whole(
      view,
      rows.map((row) => row.at),
    );
    entries = new Map(whole.map(entryOf).flatMap((entry) => (entry ? [[entry.order.id, entry] as const] : [])));
    if (rows.every((row) => entries.has(textOf(row.cells['Order ID'])))) break;
  }
  return entries;
};

/** Without the lock, rows may move on between the two reads, as each new order goes on top: then both are made again. */
const MOST_TRIES = 3;

import type { OutboxBook } from '../core/outbox-ports';
import type { LedgerBook, SheetRow } from '../core/ports';
import { entryOf } from '../ledger/lookup';
import { textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import { type OutboxEntry, outboxEntry } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';

/** All emails of the Outbox. */
export const allEmails = (outbox: OutboxBook, view: WorkbookView): OutboxEntry[] =>
  outbox.all(view).map(({ at, cells }) => outboxEntry(at, cells));

/** The emails from a row of the Outbox on. */
export const outboxFrom = (outbox: OutboxBook, view: WorkbookView, row: number): OutboxEntry[] =>
  outbox.from(view, row).map(({ at, cells }) => outboxEntry(at, cells));

/** An order as the Ledger has it, and its row there. */
export interface PlacedEntry {
  readonly at: number;
  readonly entry: LedgerEntry;
}

/** The orders with these ids as the Ledger has them, in two calls. */
export const entriesOf = (
  ledger: LedgerBook,
  view: WorkbookView,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, PlacedEntry> => {
  if (ids.size === 0) return new Map();
  let entries = new Map<string, PlacedEntry>();
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const rows = ledger.index(view).filter((row) => ids.has(textOf(row.cells['Order ID'])));
    const whole = ledger.whole(
      view,
      rows.map((row) => row.at),
    );
    entries = byId(whole);
    if (rows.every((row) => entries.has(textOf(row.cells['Order ID'])))) break;
  }
  return entries;
};

/** How many orders may come in between a commit and the reading of its orders. */
const DRIFT = 60;
/** Rows further apart than this are found through the Ledger's index. */
const LARGEST_BLOCK = 1_000;

/**
 * The same for orders whose rows were known a moment ago, in one call: each order that came in since has pushed them
 * down by one.
 */
export const entriesNear = (
  ledger: LedgerBook,
  view: WorkbookView,
  places: ReadonlyMap<string, number | null>,
): ReadonlyMap<string, PlacedEntry> => {
  const ids = new Set(places.keys());
  const rows = [...places.values()].flatMap((row) => (row === null ? [] : [row]));
  const first = rows.reduce((least, row) => Math.min(least, row), Number.POSITIVE_INFINITY);
  const count = rows.reduce((most, row) => Math.max(most, row), 0) - first + 1;
  if (rows.length < ids.size || count > LARGEST_BLOCK) return entriesOf(ledger, view, ids);
  const found = ledger.block(view, first, count + DRIFT).filter(({ cells }) => ids.has(textOf(cells['Order ID'])));
  if (found.length < ids.size) return entriesOf(ledger, view, ids);
  return byId(found);
};

const byId = (rows: readonly SheetRow[]): Map<string, PlacedEntry> =>
  new Map(
    rows.flatMap((row) => {
      const entry = entryOf(row);
      return entry ? [[entry.order.id, { at: row.at, entry }] as const] : [];
    }),
  );

/** Without the lock, rows may move between the two reads because each new order goes on top; then both are repeated. */
const MOST_TRIES = 3;

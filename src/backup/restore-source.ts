import type { Snapshot, Table } from '../core/file-ports';
import type { SheetRow } from '../core/ports';
import { parseOrderNumber } from '../domain/order-number';
import { entryOf } from '../ledger/lookup';
import { idOf, rowsById } from '../ledger/row-owner';
import { contentKeyOf, contentKeyOfRow } from '../workbook/content-key';
import { rowOf, textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import { TABS } from '../workbook/tabs';
import type { ActivityLog } from './logged-steps';
import { headIn } from './snapshot';

/** An order as a backup has it: what was accepted, and its row; either may be absent. */
export interface SourceOrder {
  readonly id: string;
  readonly entry: LedgerEntry | null;
  readonly row: SheetRow['cells'] | null;
  /** The source does not know it: it is from the Ledger here. */
  readonly isNewer?: true;
  /** Its customer has been erased here since: nothing of then is taken. */
  readonly isErasedHere?: true;
}

/** How the Ledger here is called where it is restored from. */
export const OWN_RECORD = 'the built-in order log';

/** What can be restored from: the orders of a backup, or those of the Ledger here. */
export interface Source {
  /** How it is called in the Activity tab. */
  readonly name: string;
  readonly orders: ReadonlyMap<string, SourceOrder>;
  /** Headers of columns that staff have added, as far as the source has them. */
  readonly ownColumns: readonly string[];
  /** The last number of each prefix that was given then. */
  readonly sequences: Readonly<Record<string, number>>;
  /** When it was made, as a serial number; absent where its name doesn't say. */
  readonly madeAt?: number;
  /** What the Activity tab here has of the time since; absent where no record is lost. */
  readonly log?: ActivityLog;
  /** Orders of customers who were erased since: what is left of them is offered without the customer. Absent: none. */
  readonly erased?: number;
}

/** The live sheet as it is: rows and Ledger, by order id. */
export interface Here {
  readonly rows: readonly SheetRow[];
  /** Rows that carry an id, by it; more than one when it is doubled. */
  readonly byId: ReadonlyMap<string, readonly SheetRow[]>;
  /** Each Ledger row, newest first; its entry is null when nobody can read it. */
  readonly ledger: ReadonlyMap<string, { readonly at: number; readonly entry: LedgerEntry | null }>;
}

const PROGRAM_COLUMNS: readonly string[] = TABS.orders.columns.map(({ header }) => header);

const sheetRows = (table: Table | null): SheetRow[] =>
  (table?.rows ?? []).map((cells, index) => ({ at: index + 2, cells: table ? rowOf(table.layout, cells) : {} }));

const ledgerOf = (snapshot: Snapshot): Map<string, { at: number; entry: LedgerEntry | null }> => {
  const found = new Map<string, { at: number; entry: LedgerEntry | null }>();
  for (const row of sheetRows(snapshot.ledger)) {
    const id = idOf(row);
    if (id && !found.has(id)) found.set(id, { at: row.at, entry: entryOf(row) });
  }
  return found;
};

export const hereOf = (snapshot: Snapshot): Here => {
  const rows = sheetRows(snapshot.orders);
  return { rows, byId: rowsById(rows), ledger: ledgerOf(snapshot) };
};

/** Of several rows with the same id the one that is the order; else the first. */
const ownRow = (rows: readonly SheetRow[], entry: LedgerEntry | null): SheetRow['cells'] | null =>
  (rows.find(({ cells }) => entry !== null && contentKeyOfRow(cells) === contentKeyOf(entry.order)) ?? rows[0])
    ?.cells ?? null;

/** What a backup offers. */
export const sourceOf = (snapshot: Snapshot, name: string): Source => {
  const { byId, ledger } = hereOf(snapshot);
  const orders = new Map<string, SourceOrder>();
  for (const id of new Set([...ledger.keys(), ...byId.keys()])) {
    const entry = ledger.get(id)?.entry ?? null;
    orders.set(id, { id, entry, row: ownRow(byId.get(id) ?? [], entry) });
  }
  const ownColumns = [...(snapshot.orders?.layout.columns.keys() ?? [])].filter(
    (header) => !PROGRAM_COLUMNS.includes(header),
  );
  return { name, orders, ownColumns, sequences: highest(orders.values(), headIn(snapshot)?.sequences ?? {}) };
};

/** What the Ledger here offers, when no backup is at hand. */
export const sourceOfLedger = ({ ledger }: Here, name: string): Source => {
  const orders = new Map<string, SourceOrder>();
  for (const [id, { entry }] of ledger) if (entry) orders.set(id, { id, entry, row: null });
  return { name, orders, ownColumns: [], sequences: highest(orders.values(), {}) };
};

const highest = (orders: Iterable<SourceOrder>, given: Readonly<Record<string, number>>): Record<string, number> => {
  const sequences = { ...given };
  for (const { entry, row } of orders) {
    const number = parseOrderNumber(entry?.order.number ?? textOf(row?.['Order Number']));
    if (number) sequences[number.prefix] = Math.max(sequences[number.prefix] ?? 0, number.sequence);
  }
  return sequences;
};

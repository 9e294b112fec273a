import type { Cell, Row } from './layout';
import type { TabKey } from './tabs';

/** Tabs whose rows people may sort, move or remove at any moment, also between a read and a commit. */
export const SHARED_TABS = ['orders', 'outbox', 'settings', 'priceList', 'events'] as const;
export type SharedTab = (typeof SHARED_TABS)[number];
/** Tabs that only the program writes to: the guard of each commit says whether their rows have moved. */
export type OwnTab = Exclude<TabKey, SharedTab>;

/**
 * What the cells that tell a row apart held when it was read, by header: `{'Order ID': 'a-17'}`. A commit tells from it
 * whether the row is still the one that was meant.
 */
export type Identity = Readonly<Record<string, Cell>>;

/** Puts a row below the last one that holds anything (for the program's own tabs). */
export interface AppendRow {
  readonly change: 'append';
  readonly tab: TabKey;
  readonly row: Row;
}

/** Makes room at a row (1 = the header) and writes into it; what was there and below moves down. */
export interface InsertRow {
  readonly change: 'insert';
  readonly tab: TabKey;
  readonly at: number;
  readonly row: Row;
  /** Notes by header. */
  readonly notes?: Readonly<Record<string, string>>;
}

interface Update {
  readonly change: 'update';
  readonly at: number;
  readonly row: Row;
  readonly notes?: Readonly<Record<string, string>>;
}

/** Writes some cells of a row (1 = the header) and leaves the others as they are; a note of `''` takes it away. */
export type UpdateRow =
  | (Update & { readonly tab: SharedTab; readonly was: Identity })
  | (Update & { readonly tab: OwnTab });

/** Removes a whole row (1 = the header); what was below moves up. Other steps count rows as before it. */
export interface DeleteRow {
  readonly change: 'delete';
  readonly tab: SharedTab;
  readonly at: number;
  readonly was: Identity;
}

/** One step of a commit. A list of them lands as a whole or not at all (docs/design.md 3.1). */
export type Change = AppendRow | InsertRow | UpdateRow | DeleteRow;

/** A change of a row that people may have moved since it was read. */
export type PlacedChange = Extract<Change, { readonly was: Identity }>;

export const isPlaced = (change: Change): change is PlacedChange => 'was' in change;

/**
 * The cells that an update really writes. What a row is known by stays untouched unless it changes; but an order's id is
 * written along, so that a row that was hit by mistake shows it, even if the execution dies right after the commit.
 */
export const writtenBy = (change: Extract<Change, { readonly change: 'update' }>): Row => {
  if (!isPlaced(change)) return change.row;
  const { row, was, tab } = change;
  const id = was['Order ID'] ?? '';
  const isMarked = tab === 'orders' && id !== '' && Object.keys(row).length > 0;
  const changed = Object.entries(row).filter(([header, cell]) => was[header] !== cell);
  return { ...(isMarked ? { 'Order ID': id } : {}), ...Object.fromEntries(changed) };
};

import type { Row } from './layout';
import type { TabKey } from './tabs';

/** Puts a row below the last one that holds anything (for the program's own tabs). */
export interface AppendRow {
  readonly change: 'append';
  readonly tab: TabKey;
  readonly row: Row;
}

/** Makes room at a row (1 = the header) and writes into it; what stood there and below moves down. */
export interface InsertRow {
  readonly change: 'insert';
  readonly tab: TabKey;
  readonly at: number;
  readonly row: Row;
  /** Notes by header. */
  readonly notes?: Readonly<Record<string, string>>;
}

/** Writes some cells of a row (1 = the header) and leaves the others as they are; a note of `''` takes it away. */
export interface UpdateRow {
  readonly change: 'update';
  readonly tab: TabKey;
  readonly at: number;
  readonly row: Row;
  readonly notes?: Readonly<Record<string, string>>;
}

/** Takes a whole row out (1 = the header); what stood below moves up. Other steps count rows as before it. */
export interface DeleteRow {
  readonly change: 'delete';
  readonly tab: TabKey;
  readonly at: number;
}

/** One step of a commit. A list of them lands as a whole or not at all (design.md 3). */
export type Change = AppendRow | InsertRow | UpdateRow | DeleteRow;

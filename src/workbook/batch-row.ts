import { type Cell, type Row, textOf } from './layout';

/** One order in a batch; its place in the list is its number on every print of the batch. */
export interface BatchEntry {
  readonly id: string;
  /** The envelope, by its trade name. */
  readonly size: string;
  /** What the prints say, as a check sum: another one means that the order has changed since. */
  readonly sum: string;
  /** Removed by staff: not printed, free for another batch. */
  readonly isOut: boolean;
}

/** `open` until every print has come out right, or someone sets it aside. */
export const BATCH_STATES = ['open', 'printed', 'set aside'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** What is known of a batch without its orders. */
export interface BatchHead {
  /** Counted from 1. */
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly by: string;
  readonly kinds: readonly string[];
  readonly sortedBy: string;
  readonly state: BatchState;
  readonly count: number;
}

export interface Batch extends BatchHead {
  readonly entries: readonly BatchEntry[];
}

type StoredEntry = readonly [id: string, size: string, sum: string, isOut?: 1];

/** The orders of a batch as their cell holds them. */
export const entriesText = (entries: readonly BatchEntry[]): string =>
  JSON.stringify(
    entries.map(({ id, size, sum, isOut }): StoredEntry => (isOut ? [id, size, sum, 1] : [id, size, sum])),
  );

/** A batch as a row of its tab. */
export const batchRow = (batch: Batch): Row => ({
  Batch: String(batch.number),
  'Made At': batch.madeAt,
  By: batch.by,
  Kinds: batch.kinds.join(', '),
  'Sorted By': batch.sortedBy,
  State: batch.state,
  Count: batch.count,
  Orders: entriesText(batch.entries),
});

/** What a row says of its batch; null for a row that is none. */
export const batchHead = (row: Readonly<Record<string, Cell>>): BatchHead | null => {
  const number = Number(textOf(row.Batch));
  if (!Number.isSafeInteger(number) || number < 1) return null;
  return {
    number,
    madeAt: textOf(row['Made At']),
    by: textOf(row.By),
    kinds: textOf(row.Kinds).split(', ').filter(Boolean),
    sortedBy: textOf(row['Sorted By']),
    state: BATCH_STATES.find((state) => state === textOf(row.State)) ?? 'set aside',
    count: Number(row.Count) || 0,
  };
};

/** The orders that a cell holds; none when nobody can read it any more. */
export const entriesOf = (cell: Cell | undefined): BatchEntry[] => {
  try {
    const stored = JSON.parse(textOf(cell)) as readonly StoredEntry[];
    return stored.map(([id, size, sum, isOut]) => ({ id, size, sum, isOut: isOut === 1 }));
  } catch {
    return [];
  }
};

import type { Snapshot, Table } from '../core/file-ports';
import { parseAmount } from '../domain/money';
import { textOf } from '../workbook/layout';
import { headIn } from './snapshot';

/** What a copy holds that the next one lacks: an older copy that holds more is not thrown away for it. */
export interface Lacking {
  /** Orders that have a row in the one and none in the other. */
  readonly rows: number;
  /** Orders that the Ledger of the one knows and the other's does not. */
  readonly records: number;
  /** Whether the other's Ledger is of an earlier revision, or the same orders come to another sum. */
  readonly isOther: boolean;
}

/** The total of each order that has a row, in cents, by Order ID. */
const totalsIn = (table: Table | null): Map<string, number> => {
  const [id, total] = ['Order ID', 'Total'].map((header) => table?.layout.columns.get(header) ?? -1) as [
    number,
    number,
  ];
  const totals = new Map<string, number>();
  for (const cells of table?.rows ?? []) {
    const text = textOf(cells[id]);
    if (text !== '' && !totals.has(text)) totals.set(text, parseAmount(cells[total] ?? '') ?? 0);
  }
  return totals;
};

const sumOf = (totals: ReadonlyMap<string, number>, ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + (totals.get(id) ?? 0), 0);

/** Compares what two copies hold; null when the newer one holds everything that the older one does. */
export const lackingIn = (older: Snapshot, newer: Snapshot): Lacking | null => {
  const [before, after] = [totalsIn(older.orders), totalsIn(newer.orders)];
  const [known, stillKnown] = [totalsIn(older.ledger), totalsIn(newer.ledger)];
  const both = [...before.keys()].filter((id) => after.has(id));
  const lacking: Lacking = {
    rows: before.size - both.length,
    records: [...known.keys()].filter((id) => !stillKnown.has(id)).length,
    isOther:
      (headIn(newer)?.revision ?? 0) < (headIn(older)?.revision ?? 0) || sumOf(before, both) !== sumOf(after, both),
  };
  return lacking.rows + lacking.records > 0 || lacking.isOther ? lacking : null;
};

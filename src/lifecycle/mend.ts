import type { SheetRow } from '../ports';
import { type Cell, type Row, textOf } from '../workbook/layout';
import { sealOfRow } from '../workbook/seal';

/** What the Ledger knows of an order without its JSON. */
export interface IndexEntry {
  readonly at: number;
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly shipping: string;
  readonly seal: string;
  readonly flag: string;
}

export const indexEntry = ({ at, cells }: SheetRow): IndexEntry => ({
  at,
  id: textOf(cells['Order ID']),
  number: textOf(cells['Order Number']),
  status: textOf(cells.Status),
  shipping: textOf(cells['Shipping Status']),
  seal: textOf(cells.Seal),
  flag: textOf(cells.Flag),
});

/** A row that was written over while the sheet was being sorted, with what belongs there. */
export interface Mending {
  readonly at: number;
  readonly row: Row;
  readonly id: string;
}

/** Rows that carry the same id, by id; ids that stand only once are not listed. */
export const doubledRows = (rows: readonly SheetRow[]): Map<string, SheetRow[]> => {
  const byId = new Map<string, SheetRow[]>();
  for (const row of rows) {
    const id = textOf(row.cells['Order ID']);
    if (id) byId.set(id, [...(byId.get(id) ?? []), row]);
  }
  return new Map([...byId].filter(([, same]) => same.length > 1));
};

const standing = ({ id, status, shipping }: IndexEntry): Record<string, Cell> => ({
  'Order ID': id,
  Status: status,
  'Shipping Status': shipping,
});

/**
 * A sort that slips between a read and a commit makes the commit hit another order's row: its id then stands twice,
 * and the other order is gone (design.md 3). Where the rest of the row tells whose it is, without doubt, the right id
 * and statuses are given back to both rows.
 */
export const mendSlips = (rows: readonly SheetRow[], index: readonly IndexEntry[]): Mending[] => {
  const present = new Set(rows.map((row) => textOf(row.cells['Order ID'])));
  const missing = index.filter((entry) => !present.has(entry.id));
  const known = new Map(index.map((entry) => [entry.id, entry]));
  const mendings: Mending[] = [];
  for (const [id, same] of doubledRows(rows)) {
    const entry = known.get(id);
    if (!entry) continue;
    const genuine = same.filter((row) => sealOfRow(row.cells) === entry.seal);
    const slipped = same.filter((row) => sealOfRow(row.cells) !== entry.seal);
    if (genuine.length !== 1 || !genuine[0]) continue;
    const owners = slipped.map((row) => missing.filter((other) => other.seal === sealOfRow(row.cells)));
    if (owners.length === 0 || owners.some((found) => found.length !== 1)) continue;
    mendings.push({ at: genuine[0].at, id, row: standing(entry) });
    slipped.forEach((row, place) => {
      const owner = owners[place]?.[0];
      if (owner) mendings.push({ at: row.at, id: owner.id, row: standing(owner) });
    });
  }
  return mendings;
};

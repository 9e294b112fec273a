import type { SheetRow } from '../core/ports';
import type { Change, Identity } from '../workbook/changes';
import { identityOf } from '../workbook/identity';
import { type Cell, type Row, textOf } from '../workbook/layout';
import type { LeftRow } from '../workbook/left-copies';
import { whoseRows } from './whose-row';

/** What the Ledger knows of an order without its JSON. */
export interface IndexEntry {
  readonly at: number;
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly shipping: string;
  readonly contentKey: string;
  readonly details: string;
  readonly flag: string;
  /** ISO 8601, UTC. */
  readonly acceptedAt: string;
}

export const indexEntry = ({ at, cells }: SheetRow): IndexEntry => ({
  at,
  id: textOf(cells['Order ID']),
  number: textOf(cells['Order Number']),
  status: textOf(cells.Status),
  shipping: textOf(cells['Shipping Status']),
  contentKey: textOf(cells.Seal),
  details: textOf(cells.Details),
  flag: textOf(cells.Flag),
  acceptedAt: textOf(cells['Accepted At']),
});

/** A row that was written over while the sheet was being sorted, with what belongs there. */
export interface RowRepair {
  readonly at: number;
  readonly was: Identity;
  readonly row: Row;
  readonly id: string;
}

/** Repairs as changes of the Orders tab; notes about the other order's statuses go. */
export const repairChanges = (repairs: readonly RowRepair[]): Change[] =>
  repairs.map(
    ({ at, was, row }): Change => ({
      change: 'update',
      tab: 'orders',
      at,
      was,
      row,
      notes: { Status: '', 'Shipping Status': '' },
    }),
  );

/** The Order ID in a row; blank for none. */
export const idOf = ({ cells }: SheetRow): string => textOf(cells['Order ID']);

/** Rows by the id that they carry; rows without one are left out. */
export const rowsById = (rows: readonly SheetRow[]): Map<string, SheetRow[]> => {
  const byId = new Map<string, SheetRow[]>();
  for (const row of rows) {
    const id = idOf(row);
    if (!id) continue;
    const same = byId.get(id);
    if (same) same.push(row);
    else byId.set(id, [row]);
  }
  return byId;
};

/** Rows that carry the same id, by id; IDs that appear only once are not listed. */
export const doubledRows = (rows: readonly SheetRow[]): Map<string, SheetRow[]> =>
  new Map([...rowsById(rows)].filter(([, same]) => same.length > 1));

const standing = ({ id, status, shipping }: IndexEntry): Record<string, Cell> => ({
  'Order ID': id,
  Status: status,
  'Shipping Status': shipping,
});

/** So often one run gives rows their own ids back: where that does not help it goes on with the rest. */
export const MOST_REPAIRS = 3;

/**
 * A sort that slips between a read and a commit makes the commit write an order's id and statuses into the row of
 * another (docs/design.md 3.1). Where the rest of the row tells without doubt whose it is, that order's id and statuses
 * are given back. Nothing is done with an order whose content is in more than one row.
 * @param alsoUnknown whether an id that nobody accepted, or none, is replaced too: a repair that someone asked for.
 */
export const rowsHitByMistake = (
  rows: readonly SheetRow[],
  index: readonly IndexEntry[],
  alsoUnknown = false,
): readonly RowRepair[] => {
  const known = new Map(index.map((entry) => [entry.id, entry]));
  const isOwn = (row: SheetRow) => known.get(idOf(row))?.number === textOf(row.cells['Order Number']);
  const isSound = (row: SheetRow) => isOwn(row) || (idOf(row) === '' && (!alsoUnknown || isBlank(row)));
  if (rows.every(isSound)) return [];
  const owned = [...whoseRows(rows, index).byRow.values()];
  const slipped = owned.filter(({ row, by }) => by === 'number and content' && (alsoUnknown || known.has(idOf(row))));
  const written = new Set(slipped.map(({ row }) => idOf(row)));
  const twins = owned.filter(({ order, by }) => by === 'whole' && written.has(order.id));
  return [...slipped, ...twins].map(({ row, order }) => {
    const cells = standing(order);
    return { at: row.at, id: order.id, was: identityOf(row.cells, cells), row: cells };
  });
};

const isBlank = ({ cells }: SheetRow): boolean => Object.values(cells).every((cell) => cell === '');

/** What the commit writes beside these is in no other place than the copies that it left. */
const KNOWN_ELSEWHERE: readonly string[] = ['Order ID', 'Order Number', 'Status', 'Shipping Status'];

const unknownElsewhere = (cells: Row, headers: readonly string[]): Row =>
  Object.fromEntries(
    headers.filter((header) => !KNOWN_ELSEWHERE.includes(header)).map((header) => [header, cells[header] ?? '']),
  );

/**
 * Repairs after an execution that died right after its commit: what it wrote over in the rows that it hit by mistake is
 * given back from the copies that it left, and goes to the row that it was meant for.
 */
export const withLeftCopies = (
  repairs: readonly RowRepair[],
  rows: readonly SheetRow[],
  copies: readonly LeftRow[],
): readonly RowRepair[] => {
  const headers = Object.keys(copies[0]?.cells ?? {});
  // A row that bore the id that was meant was no mistake: if its id is another one now, people have changed it since.
  const mistaken = copies.filter(({ meant, cells }) => meant !== '' && meant !== textOf(cells['Order ID']));
  const hitFor = new Map(mistaken.map((copy) => [textOf(copy.cells['Order ID']), copy]));
  const standingAt = new Map(rows.map((row) => [row.at, row]));
  const meant = new Map<string, Row>();
  const hit = repairs.map((repair) => {
    const standing = standingAt.get(repair.at);
    const copy = hitFor.get(repair.id);
    if (!standing || !copy || idOf(standing) !== copy.meant) return repair;
    meant.set(copy.meant, unknownElsewhere(standing.cells, headers));
    return { ...repair, row: { ...repair.row, ...unknownElsewhere(copy.cells, headers) } };
  });
  return hit.map((repair) => ({ ...repair, row: { ...repair.row, ...meant.get(repair.id) } }));
};

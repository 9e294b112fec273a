import type { SheetRow } from '../core/ports';
import { isErased } from '../domain/erased';
import { type KnownOrder, knownByRow, knownOrder } from '../ledger/known-order';
import { whoseRows } from '../ledger/whose-row';
import { textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import { Comparing } from './compare-order';
import { CONTENT, PROGRAM_COLUMNS, type RowOfEntry } from './compared-cells';
import type { Difference, Differences } from './difference';
import { erasedLine } from './leave-erased';
import { holdsMore, isKnownElsewhere, OwnColumns } from './own-columns';
import { showsImpossible } from './rebuilt-record';
import type { Here, Source, SourceOrder } from './restore-source';
import { reusedCopies } from './reused-copies';

/** A customer who was erased since stays so: nothing of the row of then is taken. */
const withoutErased = (order: SourceOrder, here: LedgerEntry | null): SourceOrder =>
  here && isErased(here.order) ? { ...order, entry: here, row: null, isErasedHere: true } : order;

/** The orders of the source, and after them those that only the Ledger here knows. */
const everyOrder = (here: Here, source: Source): readonly SourceOrder[] => [
  ...[...source.orders.values()].map((order) => withoutErased(order, here.ledger.get(order.id)?.entry ?? null)),
  ...[...here.ledger].flatMap(([id, { entry }]): SourceOrder[] =>
    source.orders.has(id) || !entry ? [] : [{ id, entry, row: null, isNewer: true }],
  ),
];

/** Rows are compared with what the Ledger here has; the source says it only where that is lost. */
const asKnown = (here: Here, { id, entry, row }: SourceOrder): KnownOrder => {
  const accepted = here.ledger.get(id)?.entry ?? entry;
  return accepted ? knownOrder(accepted) : knownByRow(id, row ?? {});
};

const rowNumbers = (rows: readonly SheetRow[]): string => rows.map(({ at }) => at).join(' and ');

/** Compares the sheet with a source, order by order. */
export const differencesOf = (here: Here, source: Source, rowOf: RowOfEntry): Differences => {
  const orders = everyOrder(here, source);
  const { byRow, byOrder, copies } = whoseRows(
    here.rows,
    orders.map((order) => asKnown(here, order)),
  );
  const reused = reusedCopies(orders, byOrder, copies, source);
  const taken = new Set([...reused.values()].map(({ at }) => at));
  const rowOfOrder = (id: string): SheetRow | undefined => byOrder.get(id)?.row;
  const isTorn = orders.some(
    ({ id, entry }) => entry && !here.ledger.get(id)?.entry && showsImpossible(entry, rowOfOrder(id)?.cells),
  );
  const comparing = new Comparing(here, source, rowOf, new OwnColumns(source, rowOfOrder), isTorn);
  const found: Difference[] = [];
  const troubles = [erasedLine(source)].filter(Boolean);
  const newer: string[] = [];
  for (const order of orders) {
    const row = byOrder.get(order.id)?.row ?? null;
    const others = row ? (copies.get(order.id) ?? []).filter(({ at }) => !taken.has(at)) : [];
    const kept = others.filter((copy) => row && holdsMore(copy, row) && !isKnownElsewhere(copy, source));
    if (row && kept.length > 0)
      troubles.push(
        `${order.entry?.order.number ?? order.id} is in rows ${rowNumbers([row, ...kept])}, and your own columns differ there. CPS Orders > Data > Repair double rows removes the extra ones.`,
      );
    const difference = comparing.differenceOf(
      row,
      order,
      others.filter((copy) => !kept.includes(copy)),
      reused.get(order.id) ?? null,
    );
    if (difference) found.push(difference);
    else if (order.isNewer) newer.push(order.entry?.order.number ?? order.id);
  }
  const copied = new Set([...copies.values()].flat().map(({ at }) => at));
  const odd = here.rows.filter(
    ({ at, cells }) => !byRow.has(at) && !copied.has(at) && CONTENT.some((header) => textOf(cells[header]) !== ''),
  );
  return { found, newer, odd: odd.map(({ at }) => at), troubles, unknownColumns: unknownColumns(here, source) };
};

const unknownColumns = (here: Here, { ownColumns }: Source): string[] => {
  const headers = new Set(here.rows.flatMap(({ cells }) => Object.keys(cells)));
  return [...headers].filter(
    (header) =>
      !PROGRAM_COLUMNS.includes(header) &&
      !ownColumns.includes(header) &&
      here.rows.some(({ cells }) => textOf(cells[header]) !== ''),
  );
};

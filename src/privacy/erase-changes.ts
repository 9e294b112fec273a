import { hereOf } from '../backup/restore-source';
import type { Snapshot } from '../core/file-ports';
import type { SheetRow } from '../core/ports';
import { erasedEntry } from '../ledger/erased-entry';
import type { Change } from '../workbook/changes';
import { identityOf } from '../workbook/identity';
import { type Row, textOf } from '../workbook/layout';
import { ledgerRow } from '../workbook/ledger-row';
import { ordersRow } from '../workbook/orders-row';
import { TABS } from '../workbook/tabs';
import { type CustomersOrder, type Person, plain } from './scrub';

/**
 * Every order that was accepted under an email address. What its row says does not count: cells may have slipped.
 * @param chosen ids of more orders that staff have said are theirs.
 */
export const ordersOf = (
  snapshot: Snapshot,
  email: string,
  chosen: ReadonlySet<string> = new Set(),
): readonly CustomersOrder[] => {
  const here = hereOf(snapshot);
  return [...here.ledger].flatMap(([id, { at, entry }]): CustomersOrder[] =>
    entry && (plain(entry.order.customer.email) === plain(email) || chosen.has(id))
      ? [{ entry, ledgerAt: at, row: here.byId.get(id)?.[0] ?? null }]
      : [],
  );
};

/**
 * Rows that leave open whose order they are: the address is in the row of another order, or a row of the customer's orders
 * is flagged, doubled, or has another address.
 */
export const unclearRows = (snapshot: Snapshot, orders: readonly CustomersOrder[], email: string): number[] => {
  const { rows, byId } = hereOf(snapshot);
  const theirs = new Map(orders.map(({ entry }) => [entry.order.id, entry]));
  const isUnclear = ({ cells }: SheetRow): boolean => {
    const id = textOf(cells['Order ID']);
    const entry = theirs.get(id);
    const written = plain(textOf(cells.Email));
    if (!entry) return written === plain(email);
    return written !== plain(entry.order.customer.email) || entry.flag !== '' || (byId.get(id)?.length ?? 0) > 1;
  };
  return rows.filter(isUnclear).map(({ at }) => at);
};

const PROGRAM_COLUMNS: readonly string[] = TABS.orders.columns.map(({ header }) => header);
const NO_NOTES = Object.fromEntries(PROGRAM_COLUMNS.map((header) => [header, '']));

/** Cells of columns that staff have added. */
const ownCells = ({ cells }: SheetRow): [header: string, text: string][] =>
  Object.entries(cells).flatMap(([header, cell]): [string, string][] =>
    PROGRAM_COLUMNS.includes(header) || typeof cell === 'boolean' ? [] : [[header, `${cell}`]],
  );

/**
 * The Orders row and the Ledger row of an erased order. Of the feedback the rating stays.
 * @param formulasAt the formulas of a row, by header: one stays unless it names the customer itself, its result follows.
 */
export const erasedRows = (
  { entry, ledgerAt, row }: CustomersOrder,
  person: Person,
  serialOfMoment: (iso: string) => number | '',
  formulasAt: (row: number) => ReadonlyMap<string, string>,
): Change[] => {
  const erased = erasedEntry(entry);
  const { order } = erased;
  const ledger: Change = { change: 'update', tab: 'ledger', at: ledgerAt, row: ledgerRow(erased) };
  if (!row) return [ledger];
  const rating = /^[1-5]\/5/.exec(textOf(row.cells.Feedback))?.[0] ?? '';
  const changed = ownCells(row)
    .map(([header, text]) => [header, text, header === 'Tracking Number' ? '' : person.without(text, true)] as const)
    .filter(([, text, left]) => left !== text);
  const formulas = changed.length > 0 ? formulasAt(row.at) : new Map<string, string>();
  const stays = (formula: string | undefined): boolean =>
    formula !== undefined && person.without(formula, true) === formula;
  const own: Row = Object.fromEntries(
    changed.filter(([header]) => !stays(formulas.get(header))).map(([header, , left]) => [header, left]),
  );
  const cells = { ...ordersRow(order, erased, serialOfMoment(order.createdAt)), Feedback: rating, ...own };
  return [
    { change: 'update', tab: 'orders', at: row.at, was: identityOf(row.cells, cells), row: cells, notes: NO_NOTES },
    ledger,
  ];
};

import type { SheetRow } from '../core/ports';
import { formatOrderNumber, HOUSE_PREFIX } from '../domain/order-number';
import { doubledRows, indexEntry } from '../ledger/row-owner';
import { whoseRows } from '../ledger/whose-row';
import { isTakeOverNote } from '../statuses/odd-rows';
import { CONTROLLED } from '../workbook/controlled';
import { textOf } from '../workbook/layout';
import type { LedgerHead } from '../workbook/ledger-row';
import { withGiven } from '../workbook/sequences';
import { type OldRow, type OldRowFacts, type RowError, readOldRow } from './old-row';

/** A row that can be imported. */
export interface GoodRow {
  readonly row: SheetRow;
  readonly old: Extract<OldRow, { readonly entry: unknown }>;
}

/** A row that stays as it is, and everything about it that nobody can be sure of. */
export interface RowWithErrors {
  readonly row: SheetRow;
  readonly errors: readonly RowError[];
}

/** What importing the rows that the Ledger doesn't know comes to. */
export interface Examined {
  /** The newest first; those without a day last. */
  readonly good: readonly GoodRow[];
  /** In the order of the sheet. */
  readonly wrong: readonly RowWithErrors[];
  /** The last number used per prefix, once these orders have theirs. */
  readonly sequences: Readonly<Record<string, number>>;
}

/** What is known besides the rows. */
export interface ExamineFacts extends Pick<OldRowFacts, 'now' | 'toLocal' | 'prices'> {
  readonly head: Pick<LedgerHead, 'sequences' | 'floor'>;
  /** The Ledger's index. */
  readonly known: readonly SheetRow[];
  /** Whether the Ledger had nothing in it when this began: only then rows without an id are old ones. */
  readonly isFirst: boolean;
  /** The note on the first cell of each row, from row 2 on. */
  readonly notes: readonly string[];
  /** What the cell Created At of a row holds. */
  readonly createdIn: (row: SheetRow) => unknown;
  readonly newId: () => string;
}

/** Numbers are the same however they are spaced and capitalized. */
const spelled = (number: string): string => number.replace(/\s+/g, '').toUpperCase();
const numberKey = (row: SheetRow): string => spelled(textOf(row.cells['Order Number']));

const idOf = (row: SheetRow): string => textOf(row.cells['Order ID']);

/**
 * Rows that the Ledger doesn't know. A row that an order of the Ledger has under another id, or under none, is left to the
 * repairs; rows without an id count at first, and later where a take-over has said what is wrong with them.
 */
const strangers = (rows: readonly SheetRow[], { known, isFirst, notes }: ExamineFacts): SheetRow[] => {
  const ids = new Set(known.map(idOf));
  const { byRow, byOrder } = whoseRows(rows, known.map(indexEntry));
  const lost = new Set(known.filter((row) => !byOrder.has(idOf(row))).map(numberKey));
  const isLeft = (row: SheetRow): boolean => {
    const owned = byRow.get(row.at);
    const number = numberKey(row);
    if (owned && (owned.by !== 'likeness' || spelled(owned.order.number) === numberKey(row))) return true;
    return number !== '' && lost.has(number);
  };
  return rows.filter((row) => {
    if (CONTROLLED.every((header) => textOf(row.cells[header]) === '')) return false;
    if (isLeft(row)) return false;
    return idOf(row) ? !ids.has(idOf(row)) : isFirst || isTakeOverNote(notes[row.at - 2] ?? '');
  });
};

const rowsText = (rows: readonly number[]): string =>
  rows.length === 1 ? `row ${rows[0]}` : `rows ${rows.slice(0, -1).join(', ')} and ${rows[rows.length - 1]}`;

/** The highest number per prefix among what is in rows: none of them is given again. */
const givenIn = (keys: readonly string[]): Record<string, number> => {
  const given: Record<string, number> = {};
  for (const key of keys) {
    const [, prefix = '', digits = ''] = /^(.+)-(\d{1,15})$/.exec(key) ?? [];
    if (prefix) given[prefix] = Math.max(given[prefix] ?? 0, Number(digits));
  }
  return given;
};

/** Examines the Orders tab before anything is imported: what can be, what cannot and why. Pure, but for the ids of rows without one. */
export const examine = (rows: readonly SheetRow[], facts: ExamineFacts): Examined => {
  const olds = strangers(rows, facts);
  const doubled = doubledRows(rows);
  const ids = new Set(facts.known.map(idOf));
  const owners = new Map(
    rows.filter((row) => ids.has(idOf(row)) && numberKey(row) !== '').map((row) => [numberKey(row), row.at]),
  );
  const read = olds.map((row) => {
    const own = readOldRow(row.cells, {
      ...facts,
      id: idOf(row) || facts.newId(),
      number: textOf(row.cells['Order Number']),
      created: facts.createdIn(row),
    });
    const twins = (doubled.get(idOf(row)) ?? []).filter(({ at }) => at !== row.at).map(({ at }) => at);
    const twice: RowError[] =
      twins.length > 0 ? [{ kind: 'id twice', why: `its Order ID is also in ${rowsText(twins)}` }] : [];
    return { row, old: own, errors: [...('errors' in own ? own.errors : []), ...twice] };
  });
  // Of rows with one number the first that can be taken keeps it; the others are asked about.
  for (const { row, errors } of read)
    if (errors.length === 0 && numberKey(row) !== '' && !owners.has(numberKey(row))) owners.set(numberKey(row), row.at);
  const keys = [...owners.keys(), ...read.map(({ row }) => numberKey(row))];
  const sequences = withGiven(facts.head.sequences, givenIn(keys), facts.isFirst);
  const good: GoodRow[] = [];
  const wrong: RowWithErrors[] = [];
  for (const { row, old, errors } of read) {
    const owner = owners.get(numberKey(row));
    const isTwice = owner !== undefined && owner !== row.at;
    const number = textOf(row.cells['Order Number']);
    const all: RowError[] = isTwice
      ? [...errors, { kind: 'number twice', why: `its Order Number ${number} is also in row ${owner}` }]
      : errors;
    if (all.length > 0 || 'errors' in old) wrong.push({ row, errors: all });
    else good.push({ row, old: number ? old : numbered(old, facts.head, sequences) });
  }
  const when = ({ old }: GoodRow): string => old.entry.order.createdAt;
  good.sort((a, b) => (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : a.row.at - b.row.at));
  return { good, wrong, sequences };
};

/** A row without a number gets the next one. */
const numbered = (
  { entry, cells }: GoodRow['old'],
  { floor = 0 }: ExamineFacts['head'],
  sequences: Record<string, number>,
): GoodRow['old'] => {
  const next = Math.max(sequences[HOUSE_PREFIX] ?? 0, floor) + 1;
  sequences[HOUSE_PREFIX] = next;
  const number = formatOrderNumber(HOUSE_PREFIX, next);
  return { entry: { ...entry, order: { ...entry.order, number } }, cells: { ...cells, 'Order Number': number } };
};

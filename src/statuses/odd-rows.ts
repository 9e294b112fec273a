import type { SheetRow } from '../core/ports';
import { REBUILD } from '../core/words';
import { doubledRows, type IndexEntry } from '../ledger/row-owner';
import { activityRow } from '../workbook/activity-row';
import type { Change, Identity } from '../workbook/changes';
import { identityOf } from '../workbook/identity';
import { textOf } from '../workbook/layout';

/** A row that the program can't act on, and why. */
export interface OddRow {
  readonly at: number;
  readonly id: string;
  /** What identifies it. */
  readonly was: Identity;
  /** The note on its first cell: it stays the same as long as the cause does. */
  readonly why: string;
  /** What staff are shown besides: where the other rows are. */
  readonly where: string;
  /** The Ledger row of its order, when its id is in more than one row. */
  readonly doubledOf: number | null;
}

/** The Ledger's flag of an order whose id is in several rows. */
export const DOUBLED = 'Order ID: doubled';

const CONTENT = ['Order Number', 'Customer Name', 'Email', 'Items', 'Total', 'Status'] as const;

/** How our notes begin, and how they began before: the program may remove what it wrote. */
const BY_PROGRAM = 'Ignored: ';
const BEFORE = 'Left alone: ';

const NO_ID = `${BY_PROGRAM}this row has no Order ID.`;
const DOUBLED_WHY = `${BY_PROGRAM}this Order ID is in more than one row. Delete the wrong one, or use CPS Orders > Data > Repair double rows.`;
const UNKNOWN = `${BY_PROGRAM}there is no order with this ID. If you changed the ID, undo that or use ${REBUILD}.`;

/** How a note begins on an old row that couldn't be imported; the reason follows. */
const NOT_IMPORTED = `${BY_PROGRAM}not imported because `;
const NOT_IMPORTED_BEFORE = `${BEFORE}not taken over, since `;

/** The note on a row from before set-up that couldn't be imported. `why` is part of a sentence. */
export const takeOverNote = (why: string): string =>
  `${NOT_IMPORTED}${why}. Please correct it, then choose CPS Orders > Set up this sheet.`;

/** Whether a note says why an old row wasn't imported. */
export const isTakeOverNote = (note: string): boolean =>
  note.startsWith(NOT_IMPORTED) || note.startsWith(NOT_IMPORTED_BEFORE);

/** Whether an odd row still has to be reported: its note says something else, and less. */
export const isNews = ({ at, why, doubledOf }: OddRow, notes: readonly string[]): boolean => {
  const note = notes[at - 2] ?? '';
  return note !== why && (doubledOf !== null || !isTakeOverNote(note));
};

/** Whether a note on an Order ID cell is one that the program wrote about an odd row. */
const isOddNote = (note: string): boolean => note.startsWith(BY_PROGRAM) || note.startsWith(BEFORE);

/** Rows without an id, with an unknown id, or with an id that is in several rows. */
export const oddRows = (rows: readonly SheetRow[], index: readonly IndexEntry[]): OddRow[] => {
  const known = new Map(index.map((entry) => [entry.id, entry]));
  const doubled = doubledRows(rows);
  return rows.flatMap(({ at, cells }): OddRow[] => {
    const id = textOf(cells['Order ID']);
    const was = identityOf(cells);
    if (!id) {
      const hasContent = CONTENT.some((header) => textOf(cells[header]) !== '');
      return hasContent ? [{ at, id, was, why: NO_ID, where: '', doubledOf: null }] : [];
    }
    const same = doubled.get(id);
    if (same) {
      const where = `${id} is in rows ${same.map((row) => row.at).join(' and ')}.`;
      return [{ at, id, was, why: DOUBLED_WHY, where, doubledOf: known.get(id)?.at ?? null }];
    }
    return known.has(id) ? [] : [{ at, id, was, why: UNKNOWN, where: '', doubledOf: null }];
  });
};

/** What staff read about an odd row. */
export const describeOddRow = ({ at, why, where }: OddRow): string =>
  `Row ${at}: ${[why, where].filter(Boolean).join(' ')}`;

/** Explains in a note on each odd row's first cell, and once in the Activity tab, why the row is ignored. `when` is a serial. */
export const oddRowChanges = (odd: readonly OddRow[], when: number, by: string): Change[] =>
  odd.flatMap((row): Change[] => [
    { change: 'update', tab: 'orders', at: row.at, was: row.was, row: {}, notes: { 'Order ID': row.why } },
    {
      change: 'append',
      tab: 'activity',
      row: activityRow({ when, orderId: row.id, event: 'flagged', by, detail: describeOddRow(row) }),
    },
    ...(row.doubledOf === null
      ? []
      : [{ change: 'update', tab: 'ledger', at: row.doubledOf, row: { Flag: DOUBLED } } as const]),
  ]);

/** Removes the notes from rows that are no longer odd. `notes[0]` is the note of row 2. */
export const clearedNotes = (
  notes: readonly string[],
  oddAt: ReadonlySet<number>,
  rows: readonly SheetRow[],
): Change[] => {
  const cellsAt = new Map(rows.map(({ at, cells }) => [at, cells]));
  return notes.flatMap((note, index): Change[] => {
    const at = index + 2;
    if (!isOddNote(note) || oddAt.has(at)) return [];
    return [{ change: 'update', tab: 'orders', at, was: identityOf(cellsAt.get(at) ?? {}), row: {}, notes: CLEARED }];
  });
};

const CLEARED = { 'Order ID': '' };

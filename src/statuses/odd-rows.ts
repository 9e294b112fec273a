import type { SheetRow } from '../core/ports';
import { REBUILD } from '../core/words';
import { doubledRows, type IndexEntry } from '../ledger/row-owner';
import { activityRow } from '../workbook/activity-row';
import type { Change, Identity } from '../workbook/changes';
import { identityOf } from '../workbook/identity';
import { textOf } from '../workbook/layout';

/** A row that the program cannot act on, and why. */
export interface OddRow {
  readonly at: number;
  readonly id: string;
  /** What tells it apart. */
  readonly was: Identity;
  /** The note on its first cell: the same as long as the cause is. */
  readonly why: string;
  /** What a person is told besides: where the other rows are. */
  readonly where: string;
  /** The Ledger row of its order, when its id stands more than once. */
  readonly doubledOf: number | null;
}

/** The Ledger's flag of an order whose id stands in several rows. */
export const DOUBLED = 'Order ID: doubled';

const CONTENT = ['Order Number', 'Customer Name', 'Email', 'Items', 'Total', 'Status'] as const;

/** Each note begins so: what the program wrote it may take away again. */
const BY_PROGRAM = 'Left alone: ';

const NO_ID = `${BY_PROGRAM}this row has no Order ID.`;
const DOUBLED_WHY = `${BY_PROGRAM}this Order ID stands in more than one row. Take the wrong one out, or use CPS Orders > Data > Repair double rows.`;
const UNKNOWN = `${BY_PROGRAM}no order with this id was accepted. If it was changed by hand, undo that or use ${REBUILD}.`;

/** What a note of the take-over begins with: it has the reason why a row from before the program stays as it is. */
const NOT_TAKEN = `${BY_PROGRAM}not taken over, since `;

/** The note on a row from before the program that could not be taken over. `why` is a part of a sentence. */
export const takeOverNote = (why: string): string =>
  `${NOT_TAKEN}${why}. Please correct it, then use CPS Orders > Set up this sheet.`;

/** Whether a note says why a row from before the program was not taken over. */
export const isTakeOverNote = (note: string): boolean => note.startsWith(NOT_TAKEN);

/** Whether an odd row has to be told of: its note says something else, and less. */
export const isNews = ({ at, why, doubledOf }: OddRow, notes: readonly string[]): boolean => {
  const note = notes[at - 2] ?? '';
  return note !== why && (doubledOf !== null || !isTakeOverNote(note));
};

/** Whether a note on an Order ID cell is one that this program wrote about an odd row. */
const isOddNote = (note: string): boolean => note.startsWith(BY_PROGRAM);

/** Rows without an id, with an id that nobody accepted, or with one that stands more than once. */
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
      const where = `${id} stands in rows ${same.map((row) => row.at).join(' and ')}.`;
      return [{ at, id, was, why: DOUBLED_WHY, where, doubledOf: known.get(id)?.at ?? null }];
    }
    return known.has(id) ? [] : [{ at, id, was, why: UNKNOWN, where: '', doubledOf: null }];
  });
};

/** What a person reads about an odd row. */
export const describeOddRow = ({ at, why, where }: OddRow): string =>
  `Row ${at}: ${[why, where].filter(Boolean).join(' ')}`;

/** Says on the first cell of each odd row, and once in the Activity tab, why it is left alone. `when` is a serial. */
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

/** Takes the notes away from rows that are not odd any more. `notes[0]` is the note of row 2. */
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

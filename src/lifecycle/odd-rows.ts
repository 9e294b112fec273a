import type { SheetRow } from '../ports';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { textOf } from '../workbook/layout';
import { doubledRows, type IndexEntry } from './mend';

/** A row that the program cannot act on, and why. */
export interface OddRow {
  readonly at: number;
  readonly id: string;
  readonly why: string;
  /** The Ledger row of its order, when its id stands more than once. */
  readonly doubledOf: number | null;
}

/** The Ledger's flag of an order whose id stands in several rows. */
export const DOUBLED = 'Order ID: doubled';

const CONTENT = ['Order Number', 'Customer Name', 'Email', 'Items', 'Total', 'Status'] as const;

/** Rows without an id, with an id that nobody accepted, or with one that stands more than once. */
export const oddRows = (rows: readonly SheetRow[], index: readonly IndexEntry[]): OddRow[] => {
  const known = new Map(index.map((entry) => [entry.id, entry]));
  const doubled = doubledRows(rows);
  return rows.flatMap(({ at, cells }) => {
    const id = textOf(cells['Order ID']);
    if (!id) {
      const hasContent = CONTENT.some((header) => textOf(cells[header]) !== '');
      return hasContent
        ? [
            {
              at,
              id,
              doubledOf: null,
              why: 'This row has no Order ID: the program leaves it alone. For a counter order use CPS Orders > New order.',
            },
          ]
        : [];
    }
    const same = doubled.get(id);
    if (same) {
      const where = same.map((row) => row.at).join(' and ');
      return [
        {
          at,
          id,
          doubledOf: known.get(id)?.at ?? null,
          why: `The Order ID ${id} stands in rows ${where}: nothing is done with either until one is gone.`,
        },
      ];
    }
    return known.has(id)
      ? []
      : [
          {
            at,
            id,
            doubledOf: null,
            why: `No order with the id ${id} was accepted. If it was changed by hand, please undo that.`,
          },
        ];
  });
};

/** Says on the first cell of each odd row, and once in the Activity tab, why it is left alone. `when` is a serial. */
export const oddRowChanges = (odd: readonly OddRow[], when: number, by: string): Change[] =>
  odd.flatMap(({ at, id, why, doubledOf }): Change[] => [
    { change: 'update', tab: 'orders', at, row: {}, notes: { 'Order ID': why } },
    {
      change: 'append',
      tab: 'activity',
      row: activityRow({ when, orderId: id, event: 'flagged', by, detail: `Row ${at}: ${why}` }),
    },
    ...(doubledOf === null
      ? []
      : [{ change: 'update', tab: 'ledger', at: doubledOf, row: { Flag: DOUBLED } } as const]),
  ]);

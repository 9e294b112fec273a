import { NOT_STORED, OTHERS_WRITE, RECORD_ROAD, SET_UP_FIRST } from '../core/words';
import type { Moment, Planned } from '../core/work';
import { indexEntry, repairChanges, rowsHitByMistake } from '../ledger/row-owner';
import { whoseRows } from '../ledger/whose-row';
import { PORTION } from '../statuses/reconcile';
import type { ReconcilePorts } from '../statuses/reconcile-ports';
import { rowsWritten } from '../statuses/sweep';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { isWhole, layoutProblem, textOf } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';

/** The result of writing missing rows again. */
export interface Rebuilt {
  /** Rows that got their own id back, since their content said whose they are. */
  readonly repaired: number;
  /** Rows that were written again. */
  readonly written: number;
  /** Why it stopped, and which orders may have a row that does not show their id; blank when no order is without a row. */
  readonly trouble: string;
}

/** What one portion comes to. */
interface Portion extends Omit<Rebuilt, 'trouble'> {
  /** A sentence for each order that was not written, since a row looks like it. */
  readonly alike: readonly string[];
}

const MOST_NAMED = 20;

const MOST_PORTIONS = 100;

/** Writes the rows of orders that have none, from the Ledger, in portions under the lock (docs/design.md 2.5). */
export const rebuildMissingRows = (ports: ReconcilePorts, view: WorkbookView, by: string): Rebuilt => {
  const place = view.places.orders;
  const problem = place ? layoutProblem(place.layout) : 'The Orders tab is missing.';
  if (!place || !isWhole(place.layout)) return { ...NOTHING, trouble: `${problem} ${SET_UP_FIRST}` };
  let portions = 0;
  const done = ports.change({
    by: 'rebuild missing rows',
    wait: 20_000,
    view,
    goesOn: () => ++portions < MOST_PORTIONS,
    plan: (moment) => planRebuild(ports, moment, by),
  });
  if (done.outcome === 'locked') return { ...NOTHING, trouble: OTHERS_WRITE };
  const sum = (of: 'repaired' | 'written') => done.values.reduce((all, value) => all + value[of], 0);
  const [repaired, written] = [sum('repaired'), sum('written')];
  if (done.outcome !== 'landed') return { repaired, written, trouble: NOT_STORED };
  const alike = done.values[done.values.length - 1]?.alike ?? [];
  const named = alike.slice(0, MOST_NAMED);
  const trouble = [
    ...(done.isComplete ? [] : ['There are more. Please run this again.']),
    ...named,
    ...(alike.length > named.length ? [`And ${alike.length - named.length} more like these.`] : []),
  ];
  return { repaired, written, trouble: trouble.join('\n') };
};

const NOTHING = { repaired: 0, written: 0 };

const planRebuild = (ports: ReconcilePorts, { view, when }: Moment, by: string): Planned<Portion> => {
  const rows = ports.orders.rows(view, 2, null);
  const index = ports.ledger.index(view).map(indexEntry);
  const repairs = rowsHitByMistake(rows, index, true).slice(0, PORTION);
  if (repairs.length > 0)
    return {
      changes: repairChanges(repairs),
      value: { ...NOTHING, repaired: repairs.length, alike: [] },
      isMore: true,
    };
  const { byOrder } = whoseRows(rows, index);
  const alike = index.flatMap(({ id, number }) => {
    const row = byOrder.get(id)?.row;
    return !row || textOf(row.cells['Order ID']) === id
      ? []
      : [
          `${number} wasn't added back, because row ${row.at} looks like the same order under another Order ID. ${RECORD_ROAD}`,
        ];
  });
  const missing = index.filter(({ id }) => !byOrder.has(id)).slice(0, PORTION);
  const told = missing.map(
    ({ id, number }): Change => ({
      change: 'append',
      tab: 'activity',
      row: activityRow({
        when,
        orderId: id,
        orderNumber: number,
        event: 'row rebuilt',
        by,
        detail: `The row for order ${number} was added back from the order log (menu).`,
      }),
    }),
  );
  const written = rowsWritten(ports, view, rows, missing);
  if (written.length === 0) return { changes: [], value: { ...NOTHING, alike } };
  return { changes: [...written, ...told], value: { repaired: 0, written: missing.length, alike }, isMore: true };
};

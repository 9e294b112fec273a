import type { SheetRow } from '../core/ports';
import { NOT_STORED, OTHERS_WRITE, RECORD_ROAD } from '../core/words';
import type { Moment, Planned } from '../core/work';
import {
  doubledRows,
  type IndexEntry,
  indexEntry,
  MOST_REPAIRS,
  repairChanges,
  rowsHitByMistake,
} from '../ledger/row-owner';
import { whoseRows } from '../ledger/whose-row';
import type { ReconcilePorts } from '../statuses/reconcile-ports';
import { activityRow } from '../workbook/activity-row';
import type { Change, Identity } from '../workbook/changes';
import { contentKeyOfRow } from '../workbook/content-key';
import { type Cell, textOf } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';

/** An order in several rows: which row stays and which are copies to remove. */
export interface Doubled {
  readonly id: string;
  readonly number: string;
  readonly ledgerAt: number;
  readonly kept: number;
  readonly copies: readonly Copy[];
}

/** A row to remove, and what tells it from the one that stays. */
interface Copy {
  readonly at: number;
  readonly was: Identity;
}

/** A date is not read, and one typed as text is: it tells no row from another. */
const DATE = 'Created At';

/** Where any of the rows says something, each is known by what it says there; a date is read as nothing, and so doesn't count. */
const copyOf = ({ at, cells }: SheetRow, same: readonly SheetRow[]): Copy => {
  const headers = Object.keys(cells).filter(
    (header) => header !== DATE && same.some((row) => textOf(row.cells[header]) !== ''),
  );
  return { at, was: Object.fromEntries(headers.map((header): [string, Cell] => [header, cells[header] ?? ''])) };
};

/** Doubled orders, and a sentence for each id where no row tells whose it is. */
interface DoublesFound {
  readonly doubles: readonly Doubled[];
  readonly troubles: readonly string[];
}

/** Rows are copies of an order when number, name, email, items and total are its own; the one that is as the Ledger says stays. */
const doublesIn = (rows: readonly SheetRow[], index: readonly IndexEntry[]): DoublesFound => {
  const known = new Map(index.map((entry) => [entry.id, entry]));
  const { byOrder, copies } = whoseRows(rows, index);
  const doubles: Doubled[] = [];
  const troubles: string[] = [];
  const sameId = doubledRows(rows);
  for (const [id, same] of sameId)
    if (!known.has(id))
      troubles.push(`Rows ${same.map(({ at }) => at).join(' and ')}: no order with the id ${id} was accepted.`);
  for (const entry of index) {
    const { id } = entry;
    const owned = byOrder.get(id)?.row;
    const all = [...(owned ? [owned] : []), ...(copies.get(id) ?? []), ...(sameId.get(id) ?? [])];
    const same = [...new Map(all.map((row) => [row.at, row])).values()].sort((one, other) => one.at - other.at);
    if (same.length < 2) continue;
    const where = same.map((row) => row.at).join(' and ');
    const own = same.filter(
      ({ cells }) => textOf(cells['Order Number']) === entry.number && contentKeyOfRow(cells) === entry.contentKey,
    );
    const withId = own.filter((row) => textOf(row.cells['Order ID']) === id);
    const settled = withId.find(({ cells }) => textOf(cells.Status) === entry.status) ?? withId[0];
    if (!settled || own.length !== same.length) {
      troubles.push(`Rows ${where} look like ${entry.number}, but some are other orders. ${RECORD_ROAD}`);
      continue;
    }
    const others = own.filter((row) => row !== settled).map((row) => copyOf(row, own));
    doubles.push({ id, number: entry.number, ledgerAt: entry.at, kept: settled.at, copies: others });
  }
  return { doubles, troubles };
};

/** The rows as they will be once ids that are over other orders have gone back: a repair begins with that. */
const withOwnIds = (rows: readonly SheetRow[], index: readonly IndexEntry[], rounds = MOST_REPAIRS): typeof rows => {
  const given = new Map(rowsHitByMistake(rows, index).map(({ at, row }) => [at, row]));
  if (given.size === 0 || rounds === 0) return rows;
  const mended = rows.map(({ at, cells }) => ({ at, cells: { ...cells, ...given.get(at) } }));
  return withOwnIds(mended, index, rounds - 1);
};

const look = (ports: ReconcilePorts, view: WorkbookView): DoublesFound => {
  const index = ports.ledger.index(view).map(indexEntry);
  return doublesIn(withOwnIds(ports.orders.rows(view, 2, null), index), index);
};

/** What a repair would do, found without the lock, for staff to confirm. */
export const findDoubles = look;

/** Row numbers in words: `8 and 9`. */
export const rowsOf = (copies: readonly Copy[]): string => copies.map(({ at }) => at).join(' and ');

/** The result of a repair. */
export interface DoublesRepaired {
  readonly removed: number;
  readonly repaired: number;
  readonly troubles: readonly string[];
}

/** Takes copies of rows out, of the orders that were shown; ids that a copy-paste put over other orders go back first. */
export const repairDoubles = (
  ports: ReconcilePorts,
  view: WorkbookView,
  shown: ReadonlySet<string>,
  by: string,
): DoublesRepaired => {
  let repairRounds = 0;
  const done = ports.change({
    by: 'repair double rows',
    wait: 20_000,
    view,
    plan: (moment) => planRepair(ports, moment, () => repairRounds++ < MOST_REPAIRS, shown, by),
  });
  if (done.outcome === 'locked') return { ...NOTHING, troubles: [OTHERS_WRITE] };
  const repaired = done.values.reduce(
    (all, each) => ({
      removed: all.removed + each.removed,
      repaired: all.repaired + each.repaired,
      troubles: [...all.troubles, ...each.troubles],
    }),
    NOTHING,
  );
  return done.outcome === 'landed' ? repaired : { ...repaired, troubles: [...repaired.troubles, NOT_STORED] };
};

const NOTHING: DoublesRepaired = { removed: 0, repaired: 0, troubles: [] };

const planRepair = (
  ports: ReconcilePorts,
  { view, when }: Moment,
  mayRepair: () => boolean,
  shown: ReadonlySet<string>,
  by: string,
): Planned<DoublesRepaired> => {
  const rows = ports.orders.rows(view, 2, null);
  const index = ports.ledger.index(view).map(indexEntry);
  const repairs = rowsHitByMistake(rows, index);
  if (repairs.length > 0 && mayRepair())
    return { changes: repairChanges(repairs), value: { ...NOTHING, repaired: repairs.length }, isMore: true };
  const { doubles, troubles } = doublesIn(rows, index);
  const chosen = doubles.filter(({ id }) => shown.has(id));
  const changes = chosen.flatMap(({ id, number, ledgerAt, kept, copies }): Change[] => {
    const was = { 'Order ID': id };
    const detail = `${number} was in more than one row. Removed row ${rowsOf(copies)}, kept row ${kept} (menu).`;
    return [
      { change: 'update', tab: 'orders', at: kept, was, row: {}, notes: { 'Order ID': '' } },
      { change: 'update', tab: 'ledger', at: ledgerAt, row: { Flag: '' } },
      ...copies.map((copy) => ({ change: 'delete', tab: 'orders', ...copy }) as const),
      {
        change: 'append',
        tab: 'activity',
        row: activityRow({ when, orderId: id, orderNumber: number, event: 'copy removed', by, detail }),
      },
    ];
  });
  const removed = chosen.reduce((sum, { copies }) => sum + copies.length, 0);
  return { changes, value: { removed, repaired: 0, troubles } };
};

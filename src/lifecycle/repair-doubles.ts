import { headNow } from '../intake/ledger-lookup';
import type { SheetRow } from '../ports';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { textOf } from '../workbook/layout';
import { sealOfRow } from '../workbook/seal';
import type { WorkbookView } from '../workbook/view';
import { doubledRows, type IndexEntry, indexEntry } from './mend';
import { mend } from './mend-now';
import { settle } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';
import { NOT_STORED, OTHERS_WRITE } from './words';

/** An order that stands in several rows: which row stays and which are copies to take out. */
export interface Doubled {
  readonly id: string;
  readonly number: string;
  readonly ledgerAt: number;
  readonly kept: number;
  readonly copies: readonly number[];
}

/** Doubled orders, and a sentence for each id where no row tells whose it is. */
interface DoublesFound {
  readonly doubles: readonly Doubled[];
  readonly troubles: readonly string[];
}

/** Rows are copies of an order when number, name, email, items and total are its own; the one that stands as the Ledger says stays. */
const doublesIn = (rows: readonly SheetRow[], index: readonly IndexEntry[]): DoublesFound => {
  const known = new Map(index.map((entry) => [entry.id, entry]));
  const doubles: Doubled[] = [];
  const troubles: string[] = [];
  for (const [id, same] of doubledRows(rows)) {
    const where = same.map((row) => row.at).join(' and ');
    const entry = known.get(id);
    if (!entry) {
      troubles.push(`Rows ${where}: no order with the id ${id} was accepted.`);
      continue;
    }
    const own = same.filter(
      ({ cells }) => textOf(cells['Order Number']) === entry.number && sealOfRow(cells) === entry.seal,
    );
    const settled = own.find(({ cells }) => textOf(cells.Status) === entry.status) ?? own[0];
    if (!settled || own.length !== same.length) {
      troubles.push(
        `Rows ${where} carry the id of ${entry.number}, but not all look like it: please see to them by hand.`,
      );
      continue;
    }
    const copies = own.filter((row) => row !== settled).map((row) => row.at);
    doubles.push({ id, number: entry.number, ledgerAt: entry.at, kept: settled.at, copies });
  }
  return { doubles, troubles };
};

const look = (ports: ReconcilePorts, view: WorkbookView): DoublesFound =>
  doublesIn(ports.orders.rows(view, 2, null), ports.ledger.index(view).map(indexEntry));

/** What a repair would do: a look without the lock, for the person to say yes to. */
export const findDoubles = look;

/** What came of a repair. */
export interface DoublesRepaired {
  readonly removed: number;
  readonly mended: number;
  readonly troubles: readonly string[];
}

/** Takes copies of rows out, of the orders that were shown; ids that a copy-paste put over other orders go back first. */
export const repairDoubles = (
  ports: ReconcilePorts,
  view: WorkbookView,
  config: Config,
  shown: ReadonlySet<string>,
  by: string,
): DoublesRepaired => {
  const nothing = { removed: 0, mended: 0 };
  if (!ports.lock.tryLock(20_000)) return { ...nothing, troubles: [OTHERS_WRITE] };
  try {
    const mended = mend(ports, view, config);
    const head = headNow(ports, view, config);
    const { doubles, troubles } = look(ports, view);
    const now = ports.clock.now().toISOString();
    const when = serialOf(ports.clock.local(new Date(now)));
    const chosen = doubles.filter(({ id }) => shown.has(id));
    const changes = chosen.flatMap((double): Change[] => [
      { change: 'update', tab: 'orders', at: double.kept, row: { 'Order ID': double.id }, notes: { 'Order ID': '' } },
      { change: 'update', tab: 'ledger', at: double.ledgerAt, row: { Flag: '' } },
      ...double.copies.map((at) => ({ change: 'delete', tab: 'orders', at }) as const),
      {
        change: 'append',
        tab: 'activity',
        row: activityRow({
          when,
          orderId: double.id,
          orderNumber: double.number,
          event: 'copy removed',
          by,
          detail: `${double.number} stood in more than one row: row ${double.copies.join(' and ')} taken out, row ${double.kept} kept, by the menu.`,
        }),
      },
    ]);
    if (changes.length === 0) return { removed: 0, mended, troubles };
    const { outcome } = settle(ports, view, config, [], changes, now, head);
    if (outcome !== 'landed') return { removed: 0, mended, troubles: [NOT_STORED] };
    return { removed: chosen.reduce((sum, { copies }) => sum + copies.length, 0), mended, troubles };
  } finally {
    ports.lock.release();
  }
};

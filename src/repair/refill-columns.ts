import { serialOfDay } from '../core/day-serial';
import type { SheetRow } from '../core/ports';
import type { Moment, Planned } from '../core/work';
import { expectedRow } from '../ledger/expected-row';
import { entryOf } from '../ledger/lookup';
import { indexEntry } from '../ledger/row-owner';
import { whoseRows } from '../ledger/whose-row';
import { PORTION } from '../statuses/reconcile';
import type { ReconcilePorts } from '../statuses/reconcile-ports';
import type { Change } from '../workbook/changes';
import { identityOf } from '../workbook/identity';
import type { Cell } from '../workbook/layout';
import { ordersRow } from '../workbook/orders-row';

/** The result of filling columns again. */
export interface Refilled {
  /** Rows that got cells back. */
  readonly rows: number;
  /** Whether every row has been looked at. */
  readonly done: boolean;
}

/**
 * Fills columns that were lost with all that was in them from the Ledger, in the rows of which it is certain whose they
 * are. Cells that hold anything stay. Nothing comes of it: the rows say what the Ledger says.
 */
export const refillColumns = (ports: ReconcilePorts, headers: readonly string[]): Refilled => {
  const done = ports.change({
    by: 'fill a column again',
    wait: 20_000,
    plan: (moment) => planRefill(ports, moment, headers),
  });
  const rows = done.values.reduce((sum, value) => sum + value, 0);
  return { rows, done: done.outcome === 'landed' && done.isComplete };
};

const planRefill = (ports: ReconcilePorts, { view }: Moment, headers: readonly string[]): Planned<number> => {
  const columns = view.places.orders?.layout.columns;
  const cells = ports.orders.cells();
  const isEmpty = (row: SheetRow, header: string): boolean => {
    const column = columns?.get(header);
    // Dates are in the cells alone; what the portion before has filled may show in the rows alone (docs/google.md G86).
    return column !== undefined && (cells[row.at - 1]?.[column] ?? '') === '' && (row.cells[header] ?? '') === '';
  };
  const rows = ports.orders.rows(view, 2, null);
  const { byRow } = whoseRows(rows, ports.ledger.index(view).map(indexEntry));
  const lacking = rows.flatMap((row) => {
    const owned = byRow.get(row.at);
    const owner = owned?.by === 'likeness' ? undefined : owned?.order;
    const wanted = owner ? expectedRow(owner) : {};
    const lost = headers.filter((header) => (wanted[header] ?? '') !== '' && isEmpty(row, header));
    return owner && lost.length > 0 ? [{ row, lost, ledgerAt: owner.at }] : [];
  });
  const portion = lacking.slice(0, PORTION);
  const whole = ports.ledger.whole(
    view,
    portion.map(({ ledgerAt }) => ledgerAt),
  );
  const entries = new Map(whole.map((row) => [row.at, entryOf(row)]));
  const changes = portion.flatMap(({ row, lost, ledgerAt }): Change[] => {
    const entry = entries.get(ledgerAt);
    if (!entry) return [];
    const kept = ordersRow(entry.order, entry, serialOfDay(ports.clock, entry.order.createdAt));
    const written = Object.fromEntries(lost.map((header): [string, Cell] => [header, kept[header] ?? '']));
    const was = identityOf(row.cells, written);
    return [{ change: 'update', tab: 'orders', at: row.at, was, row: written }];
  });
  return { changes, value: changes.length, isMore: lacking.length > portion.length };
};

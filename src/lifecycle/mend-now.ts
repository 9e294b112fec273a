import { headNow } from '../intake/ledger-lookup';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import type { WorkbookView } from '../workbook/view';
import { indexEntry, type Mending, mendSlips } from './mend';
import { type Settled, settle } from './reconcile';
import type { ReconcilePorts } from './reconcile-ports';

/** Mendings as changes of the Orders tab; notes about the other order's statuses go. */
export const mendingChanges = (mendings: readonly Mending[]): Change[] =>
  mendings.map(
    ({ at, row }): Change => ({
      change: 'update',
      tab: 'orders',
      at,
      row,
      notes: { Status: '', 'Shipping Status': '' },
    }),
  );

/**
 * Gives rows that a slipped commit hit their own id and statuses back; what is not clear is left to people. Under the
 * lock. Returns how many rows were mended.
 */
export const mend = (ports: ReconcilePorts, view: WorkbookView, config: Config): number => {
  const head = headNow(ports, view, config);
  const rows = ports.orders.rows(view, 2, null);
  const mendings = mendSlips(rows, ports.ledger.index(view).map(indexEntry));
  if (mendings.length === 0) return 0;
  const now = ports.clock.now().toISOString();
  const { outcome } = settle(ports, view, config, [], mendingChanges(mendings), now, head);
  return outcome === 'landed' ? mendings.length : 0;
};

/**
 * Right after a commit: every id that was written must stand once, in the row of its number; else a sort slipped in
 * between.
 */
export const mendIfSlipped = (ports: ReconcilePorts, view: WorkbookView, config: Config, settled: Settled): void => {
  const { ids, numbers, decided } = settled;
  if (!ids) return;
  const isSlipped = decided.some(({ row, entry }) => {
    const { id, number } = entry.order;
    return ids.indexOf(id) !== ids.lastIndexOf(id) || (numbers !== null && numbers[row.at - 2] !== number);
  });
  if (isSlipped) mend(ports, view, config);
};

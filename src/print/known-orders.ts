import { type OrderStatus, parseOrderStatus } from '../domain/statuses';
import { entryOf } from '../intake/ledger-lookup';
import { textOf } from '../workbook/layout';
import type { LedgerEntry, Progress } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import type { PrintPorts } from './print-ports';

/** What the Ledger says of an order in short. */
export interface KnownOrder {
  /** Its row in the Ledger. */
  readonly at: number;
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly fulfillment: 'ship' | 'pickup';
  readonly progress: Progress;
}

const progressOf = (text: string): Progress => {
  try {
    return JSON.parse(text || '{}') as Progress;
  } catch {
    return {};
  }
};

/** Every order, newest first, by two reads: who is paid is what the program has dealt with, not what is being typed. */
export const knownOrders = (ports: PrintPorts, view: WorkbookView): KnownOrder[] => {
  const progress = ports.ledger.column(view, 'Progress').map(textOf);
  return ports.ledger.index(view).map(({ at, cells }) => ({
    at,
    id: textOf(cells['Order ID']),
    number: textOf(cells['Order Number']),
    status: parseOrderStatus(textOf(cells.Status)) ?? 'pending',
    fulfillment: textOf(cells['Shipping Status']).includes('pick') ? 'pickup' : 'ship',
    progress: progressOf(progress[at - 2] ?? ''),
  }));
};

/** Whole entries by order id; what nobody can read any more is left out. */
export const entriesById = (
  ports: PrintPorts,
  view: WorkbookView,
  known: readonly KnownOrder[],
): Map<string, { readonly at: number; readonly entry: LedgerEntry }> => {
  const rows = ports.ledger.whole(
    view,
    known.map(({ at }) => at),
  );
  return new Map(
    rows.flatMap((row) => {
      const entry = entryOf(row);
      return entry ? [[entry.order.id, { at: row.at, entry }] as const] : [];
    }),
  );
};

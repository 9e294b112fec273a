import {
  FIRST_STATUS,
  type Fulfillment,
  type OrderStatus,
  parseOrderStatus,
  parseShippingStatus,
  SHIPPING_FACTS,
} from '../domain/statuses';
import { entryOf } from '../ledger/lookup';
import { ForPeople } from '../rpc/rpc';
import { textOf } from '../workbook/layout';
import { type LedgerEntry, type Progress, progressOrNone } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import type { PrintPorts } from './print-ports';

/** What the Ledger says about an order, in short. */
export interface KnownOrder {
  /** Its row in the Ledger. */
  readonly at: number;
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly fulfillment: Fulfillment;
  readonly progress: Progress;
}

/** Doesn't matter for a canceled order: nothing is printed for it. */
const fulfillmentOf = (written: string): Fulfillment => {
  const shipping = parseShippingStatus(written);
  return shipping ? SHIPPING_FACTS[shipping].fulfillment : 'ship';
};

/**
 * Every order, newest first, in one read, so that an order that comes in during it can't shift columns against each other.
 * An order counts as paid once the program has processed that, not while it's being typed.
 */
export const knownOrders = (ports: PrintPorts, view: WorkbookView): KnownOrder[] =>
  ports.ledger.upToProgress(view).map(({ at, cells }) => ({
    at,
    id: textOf(cells['Order ID']),
    number: textOf(cells['Order Number']),
    status: parseOrderStatus(textOf(cells.Status)) ?? FIRST_STATUS,
    fulfillment: fulfillmentOf(textOf(cells['Shipping Status'])),
    progress: progressOrNone(cells),
  }));

/** Rows of the Ledger have moved since they were looked up: each new order pushes all others down. */
export class RowsMoved extends ForPeople {
  constructor() {
    super('New orders are coming in right now, so nothing was done. Please try again in a moment.');
  }
}

const MOST_READS = 4;

/** Reads again if rows move between two reads. @throws RowsMoved when they keep moving. */
export const readStanding = <T>(read: () => T): T => {
  for (let reads = 1; ; reads++) {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RowsMoved) || reads === MOST_READS) throw error;
    }
  }
};

/**
 * Whole entries by order id; those that can't be read are left out.
 * @throws RowsMoved when a row is no longer the order's.
 */
export const entriesById = (
  ports: PrintPorts,
  view: WorkbookView,
  known: readonly KnownOrder[],
): Map<string, { readonly at: number; readonly entry: LedgerEntry }> => {
  const rows = ports.ledger.whole(
    view,
    known.map(({ at }) => at),
  );
  const ids = new Map(known.map(({ at, id }) => [at, id]));
  if (rows.length < ids.size || rows.some(({ at, cells }) => textOf(cells['Order ID']) !== ids.get(at)))
    throw new RowsMoved();
  return new Map(
    rows.flatMap((row) => {
      const entry = entryOf(row);
      return entry ? [[entry.order.id, { at: row.at, entry }] as const] : [];
    }),
  );
};

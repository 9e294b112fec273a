import type { SheetRow } from '../../core/ports';
import { type OrderStatus, parseOrderStatus, parseShippingStatus, type ShippingStatus } from '../../domain/statuses';
import type { PhotoEvent } from '../../workbook/events';
import { textOf } from '../../workbook/layout';
import { type Progress, progressOrNone } from '../../workbook/ledger-row';
import type { Settings } from '../../workbook/settings';

/** What the overview is made from; nothing is read again. */
export interface TodayFacts {
  readonly now: Date;
  /** What is wrong with the headers of the Orders tab, in words; blank if nothing is. */
  readonly problem: string;
  /** Every row of the Orders tab. */
  readonly orders: readonly SheetRow[];
  /** The Ledger from Order ID to Progress, newest first. */
  readonly ledger: readonly SheetRow[];
  /** The State of each row of the Outbox, from row 2 on. */
  readonly emails: readonly string[];
  /** Orders whose receipt is on hold because of an unusually high total. */
  readonly largeOrders: readonly string[];
  /** The State of each row of the Rejected tab, from row 2 on. */
  readonly rejected: readonly string[];
  /** By code in capitals. */
  readonly events: ReadonlyMap<string, PhotoEvent>;
  readonly settings: Pick<Settings, 'shipDays' | 'handOverDays' | 'payDays'>;
  readonly properties: Readonly<Record<string, string>>;
  /** Requests that were turned away within the last day, and when the last one was, in words. */
  readonly turnedAway: { readonly count: number; readonly last: string } | null;
}

/** One order as the overview sees it: its row, and what the Ledger knows of it. */
export interface Seen {
  readonly id: string;
  readonly row: SheetRow;
  readonly status: OrderStatus | null;
  readonly shipping: ShippingStatus | null;
  readonly known: LedgerFacts | null;
}

/** What the Ledger knows of an order. */
export interface LedgerFacts {
  readonly id: string;
  readonly number: string;
  readonly flag: string;
  /** ISO 8601, UTC. */
  readonly accepted: string;
  readonly progress: Progress;
}

/** What the Ledger knows, newest first. */
export const knownOrders = (ledger: readonly SheetRow[]): LedgerFacts[] =>
  ledger.map(({ cells }) => ({
    id: textOf(cells['Order ID']),
    number: textOf(cells['Order Number']),
    flag: textOf(cells.Flag),
    accepted: textOf(cells['Accepted At']),
    progress: progressOrNone(cells),
  }));

/** The rows that are orders, as they are in the sheet. */
export const seenOrders = (orders: readonly SheetRow[], known: readonly LedgerFacts[]): Seen[] => {
  const byId = new Map(known.map((each) => [each.id, each]));
  return orders.flatMap((row): Seen[] => {
    const id = textOf(row.cells['Order ID']);
    if (id === '') return [];
    return [
      {
        id,
        row,
        status: parseOrderStatus(textOf(row.cells.Status)),
        shipping: parseShippingStatus(textOf(row.cells['Shipping Status'])),
        known: byId.get(id) ?? null,
      },
    ];
  });
};

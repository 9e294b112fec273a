import { type Cents, cents } from '../domain/money';
import { parseOrderStatus } from '../domain/statuses';
import { type Cell, textOf } from '../workbook/layout';
import { type LedgerEntry, ledgerEntry } from '../workbook/ledger-row';
import type { Day } from './days';
import type { Zone } from './zone';

/** An order of the Ledger as reports count it: money of the day it was accepted, and the days of its steps. */
export interface Sale {
  /** Its row in the Ledger. */
  readonly at: number;
  readonly entry: LedgerEntry;
  /** The event's own code in capitals, however the order wrote it; blank without one. */
  readonly event: string;
  readonly placed: Day;
  readonly paid: Day | null;
  readonly shipped: Day | null;
  readonly cancelled: Day | null;
  /** The days on which feedback was asked for, a rating or comment came, and a parcel was said not to have arrived. */
  readonly asked: Day | null;
  readonly answered: Day | null;
  readonly missed: Day | null;
  /** From paid to shipped; null unless it is shipped. */
  readonly hours: number | null;
  /** Cancelled before it was paid: never a sale. */
  readonly isLeftOut: boolean;
  /** Cancelled after it was paid: a sale on its day, and a return on the day of cancellation. */
  readonly isReturn: boolean;
  /** Prints. */
  readonly items: number;
  /** What the prints cost before discounts: the total without shipping, with the discount. */
  readonly gross: Cents;
  readonly discount: Cents;
  readonly shipping: Cents;
  readonly total: Cents;
}

/** A Ledger row that cannot be read; `at` is its row number. */
export interface BrokenLine {
  readonly at: number;
  readonly id: string;
  readonly why: string;
}

/** What stands in the Ledger. */
export interface Sales {
  readonly sales: readonly Sale[];
  readonly broken: readonly BrokenLine[];
}

/** The own code of an event that an order may have written in another way (Events tab, Also Written); both in capitals. */
export type CodeOf = (code: string) => string;

/** @throws RangeError when a text names no moment. */
const momentOf = (text: string): number => {
  const moment = Date.parse(text);
  if (!Number.isFinite(moment)) throw new RangeError(`"${text}" is no time`);
  return moment;
};

const HOUR = 3_600_000;

/**
 * An order as reports count it. A step without its time (only a hand in the Ledger makes that) counts on the day of
 * the order. @throws Error when it cannot be read.
 */
const saleOf = (row: Readonly<Record<string, Cell>>, at: number, zone: Zone, codeOf: CodeOf): Sale => {
  const written = textOf(row.Status);
  if (!parseOrderStatus(written)) throw new SyntaxError(`"${written}" is no status`);
  const entry = ledgerEntry(row);
  const { order, status, progress } = entry;
  const placed = zone.day(momentOf(order.createdAt));
  if (!Number.isFinite(placed)) throw new RangeError(`"${order.createdAt}" is no day`);
  const momentIn = (text: string | undefined): number | null => (text === undefined ? null : momentOf(text));
  const dayIn = (moment: number | null): Day | null => (moment === null ? null : zone.day(moment));
  const [paidAt, shippedAt] = [momentIn(progress.paid), momentIn(progress.shipped)];
  const stepOf = (moment: number | null, isDue: boolean): Day | null => dayIn(moment) ?? (isDue ? placed : null);
  const isPaid = status === 'paid' || status === 'shipped';
  const isCancelled = status === 'cancelled';
  const { discount, shippingFee: shipping, total } = order.price;
  let items = 0;
  for (const { quantity } of order.lines) items += quantity;
  return {
    at,
    entry,
    event: codeOf(order.eventCode.trim().toUpperCase()),
    placed,
    paid: stepOf(paidAt, isPaid),
    shipped: stepOf(shippedAt, status === 'shipped'),
    cancelled: isCancelled ? stepOf(momentIn(progress.cancelled), true) : null,
    asked: dayIn(momentIn(progress.askedForFeedback)),
    answered: dayIn(momentIn(progress.feedback?.at)),
    missed: dayIn(momentIn(progress.notArrived)),
    hours: status === 'shipped' && paidAt !== null && shippedAt !== null ? (shippedAt - paidAt) / HOUR : null,
    isLeftOut: isCancelled && progress.paid === undefined,
    isReturn: isCancelled && progress.paid !== undefined,
    items,
    gross: cents(total - shipping + discount),
    discount,
    shipping,
    total,
  };
};

/** Reads the rows of the Ledger (2 is the first below the header); what cannot be read is named, not dropped. */
export const readSales = (
  rows: readonly Readonly<Record<string, Cell>>[],
  zone: Zone,
  codeOf: CodeOf = (code) => code,
): Sales => {
  const sales: Sale[] = [];
  const broken: BrokenLine[] = [];
  rows.forEach((row, index) => {
    const id = textOf(row['Order ID']);
    if (id === '' && textOf(row.Order) === '') return;
    try {
      sales.push(saleOf(row, index + 2, zone, codeOf));
    } catch (error) {
      broken.push({ at: index + 2, id, why: (error as Error).message });
    }
  });
  return { sales, broken };
};

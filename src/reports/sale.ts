import { type Cents, cents } from '../domain/money';
import {
  type Fulfillment,
  isHandedOver,
  type Moment,
  type OrderStatus,
  parseOrderStatus,
  STATUS_FACTS,
} from '../domain/statuses';
import { type Cell, textOf } from '../workbook/layout';
import { type Progress, progressIn, type StoredOrder, storedOrder } from '../workbook/ledger-row';
import { stepMoment } from '../workbook/step-moment';
import { type Day, NO_DAY } from './days';
import { remembered } from './remembered';
import type { Zone } from './zone';

type LedgerRow = Readonly<Record<string, Cell>>;

/** An order of the Ledger as reports count it: money of the day it was accepted, and the days of its steps. */
export interface Sale {
  /** Its row in the Ledger, and its cells: lists of orders read the rest of it. */
  readonly at: number;
  readonly row: LedgerRow;
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly progress: Progress;
  readonly fulfillment: Fulfillment;
  /** As accepted. */
  readonly state: string;
  /** Photo, size, quantity, unit price in cents. */
  readonly lines: StoredOrder['l'];
  /** The event's own code in capitals, however the order spelled it; blank if there is none. */
  readonly event: string;
  /** {@link NO_DAY} if it isn't known; the same goes for its steps. */
  readonly placed: Day;
  readonly paid: Day | null;
  readonly shipped: Day | null;
  readonly cancelled: Day | null;
  /** The days of the feedback request, of the rating or comment, and of the report that a parcel hasn't arrived. */
  readonly asked: Day | null;
  readonly answered: Day | null;
  readonly missed: Day | null;
  /** From paid to shipped; null unless it is shipped and both times are known. */
  readonly hours: number | null;
  /** Canceled before it was paid: never a sale. */
  readonly isLeftOut: boolean;
  /** Canceled after it was paid: a sale on its day, and a return on the day of cancellation. */
  readonly isReturn: boolean;
  /** Prints. */
  readonly items: number;
  /** What the prints cost before discounts: the total without shipping, with the discount. */
  readonly gross: Cents;
  readonly discount: Cents;
  readonly shipping: Cents;
  readonly total: Cents;
}

/** A Ledger row that can't be read; `at` is its row number. */
export interface BrokenLine {
  readonly at: number;
  readonly id: string;
  readonly why: string;
}

/** The contents of the Ledger. */
export interface Sales {
  readonly sales: readonly Sale[];
  readonly broken: readonly BrokenLine[];
}

/** An event's own code for a code that an order may spell differently (Events tab, Also Written); both in capitals. */
export type CodeOf = (code: string) => string;

/** @throws RangeError when a text isn't a time. */
const momentOf = (text: string): number => {
  const moment = Date.parse(text);
  if (!Number.isFinite(moment)) throw new RangeError(`"${text}" is not a valid time`);
  return moment;
};

const HOUR = 3_600_000;

/** Whether a canceled imported order had been paid, although it isn't known when. */
const wasPaidBefore = (progress: Progress, createdAt: string): boolean =>
  stepMoment(progress, createdAt, 'paid') !== undefined &&
  progress.previous !== undefined &&
  STATUS_FACTS[progress.previous.status].money === 'earned';

/** How to read the texts that many orders share. */
interface Readings {
  readonly statusOf: (written: string) => OrderStatus | null;
  readonly eventOf: (written: string) => string;
}

/**
 * An order as reports count it. A step without its time (which happens only if the Ledger was edited by hand) counts on
 * the day of the order. @throws Error when it can't be read.
 */
const saleOf = (row: LedgerRow, at: number, zone: Zone, { statusOf, eventOf }: Readings): Sale => {
  const written = textOf(row.Status);
  const status = statusOf(written);
  if (!status) throw new SyntaxError(`"${written}" isn't a status`);
  const order = storedOrder(row);
  const progress = progressIn(row);
  const createdAt = textOf(row['Accepted At']);
  const placed = createdAt === '' ? NO_DAY : zone.day(momentOf(createdAt));
  if (placed !== NO_DAY && !Number.isFinite(placed)) throw new RangeError(`"${createdAt}" isn't a date`);
  const momentIn = (text: string | undefined): number | null => (text ? momentOf(text) : null);
  const dayIn = (moment: number | null): Day | null => (moment === null ? null : zone.day(moment));
  const { money } = STATUS_FACTS[status];
  const isCancelled = money === 'off';
  const isShipped = isHandedOver(status);
  const step = (name: Moment) => stepMoment(progress, createdAt, name);
  const wasPaid =
    money === 'earned' || progress.paid !== undefined || (isCancelled && wasPaidBefore(progress, createdAt));
  const [paidAt, shippedAt] = [momentIn(step('paid')), momentIn(step('shipped'))];
  const stepOf = (name: Moment, isDue: boolean): Day | null => {
    const moment = step(name);
    // A step whose time isn't known counts on no day.
    if (moment === '') return isDue ? NO_DAY : null;
    return dayIn(momentIn(moment)) ?? (isDue ? placed : null);
  };
  const [discount, , shipping, total] = order.m as unknown as [Cents, Cents, Cents, Cents];
  let items = 0;
  for (const [, , quantity] of order.l) items += quantity;
  return {
    at,
    row,
    id: textOf(row['Order ID']),
    number: textOf(row['Order Number']),
    status,
    progress,
    fulfillment: order.f,
    state: order.a[3],
    lines: order.l,
    event: eventOf(order.e),
    placed,
    paid: wasPaid ? stepOf('paid', true) : null,
    shipped: stepOf('shipped', isShipped),
    cancelled: isCancelled ? stepOf('cancelled', true) : null,
    asked: dayIn(momentIn(progress.askedForFeedback)),
    answered: dayIn(momentIn(progress.feedback?.at)),
    missed: dayIn(momentIn(progress.notArrived)),
    hours: isShipped && paidAt !== null && shippedAt !== null ? (shippedAt - paidAt) / HOUR : null,
    isLeftOut: isCancelled && !wasPaid,
    isReturn: isCancelled && wasPaid,
    items,
    gross: cents(total - shipping + discount),
    discount,
    shipping,
    total,
  };
};

/** Reads the rows of the Ledger (2 is the first below the header); rows that can't be read are named, not dropped. */
export const readSales = (rows: readonly LedgerRow[], zone: Zone, codeOf: CodeOf = (code) => code): Sales => {
  const sales: Sale[] = [];
  const broken: BrokenLine[] = [];
  const readings: Readings = {
    statusOf: remembered(parseOrderStatus),
    eventOf: remembered((code) => codeOf(code.trim().toUpperCase())),
  };
  rows.forEach((row, index) => {
    const id = textOf(row['Order ID']);
    if (id === '' && textOf(row.Order) === '') return;
    try {
      sales.push(saleOf(row, index + 2, zone, readings));
    } catch (error) {
      broken.push({ at: index + 2, id, why: (error as Error).message });
    }
  });
  return { sales, broken };
};

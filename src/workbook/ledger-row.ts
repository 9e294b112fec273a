import type { EmailKind } from '../domain/email-kind';
import { type Cents, cents } from '../domain/money';
import type { Address, Order, PricedLine } from '../domain/order';
import {
  FIRST_STATUS,
  type Moment,
  type OrderStatus,
  parseOrderStatus,
  parseShippingStatus,
  type ShippingStatus,
} from '../domain/statuses';
import { contentKeyOf, detailsOf } from './content-key';
import { type Cell, type Row, textOf } from './layout';

/** When the program did what for an order; ISO 8601 in UTC. */
export interface Progress {
  readonly paid?: string;
  readonly shipped?: string;
  readonly cancelled?: string;
  /** The steps that were made before the program: their moments above are the day of the order, or absent. */
  readonly guessed?: readonly Moment[];
  /** The last time each kind of print was made. */
  readonly printed?: Readonly<Record<string, string>>;
  /** The batch in which each kind was printed last. */
  readonly batch?: Readonly<Record<string, string>>;
  readonly askedForFeedback?: string;
  /** Where the order was before its last step: what an undo goes back to. */
  readonly previous?: { readonly status: OrderStatus; readonly shipping: ShippingStatus | null };
  /** The kinds of email that have been decided for this order; none is decided twice. */
  readonly mails?: readonly EmailKind[];
  /** When each email left, by {@link departedName}; blank when it may have left. Such an email never leaves again. */
  readonly left?: Readonly<Record<string, string>>;
  readonly trackingNumber?: string;
  /** What staff's own column showed when it was last seen in order: tells when cells have moved to another order. */
  readonly typedNumber?: string;
  /** The number that has a note on its cell, since it was another order's. */
  readonly noted?: string;
  /** How often the links to the order's pages were taken back: only links with this number open them. Absent: never. */
  readonly links?: number;
  /** The day for asking went by: the request was dropped. */
  readonly feedbackDropped?: true;
  /** The customer was erased on request: nothing is emailed or asked any more. */
  readonly erased?: true;
  /** When the customer said that the prints have not arrived. */
  readonly notArrived?: string;
  /** When someone ticked that off. */
  readonly notArrivedSettled?: string;
  /** What staff wrote down for each other: it is in no email, page or answer. */
  readonly notes?: readonly InternalNote[];
  /**
   * The customer's feedback: when it first came, the rating from 1 to 5 if one was given, the comment (absent where an
   * earlier version stored it), and when someone ticked a low one off. Another answer takes the tick away. `typed`: staff
   * typed it into column R, and may take it back there.
   */
  readonly feedback?: {
    readonly at: string;
    readonly rating?: number;
    readonly comment?: string;
    readonly settled?: string;
    readonly typed?: true;
  };
  /** How often the customer has changed the feedback, and the lowest rating that the operator was alerted about. */
  readonly feedbackChanges?: number;
  readonly toldRating?: number;
}

/** A note about an order from one member of the staff to the others. */
export interface InternalNote {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  readonly text: string;
}

/** The order's progress with its links taken back: those that are out open nothing any more, new ones do. */
export const withNewLinks = (progress: Progress): Progress => ({ ...progress, links: (progress.links ?? 0) + 1 });

/** The flag of an order whose row the Orders tab could not take: it follows after the repair. */
export const ROW_OWED = 'Row: owed';

/** The row of the newest order: each one is inserted right below the header. */
export const NEWEST = 2;

/** One accepted order as the Ledger keeps it (docs/design.md 2.5). */
export interface LedgerEntry {
  readonly order: Order;
  /** Of the request, and of the rejected one that it replaces after a replay (else blank). */
  readonly fingerprint: string;
  readonly replaces: string;
  /** The last status and shipping status that the program has dealt with. */
  readonly status: OrderStatus;
  readonly shipping: ShippingStatus | null;
  readonly progress: Progress;
  /** What is odd about its row, as last reported to staff; blank when nothing is. */
  readonly flag: string;
  /** Warnings of the first answer, given again to a duplicate. */
  readonly warnings: readonly string[];
}

/** What a link to an order's pages needs to know of it. */
export type LinkTarget = Pick<LedgerEntry, 'order' | 'progress'>;

/**
 * What the newest Ledger row carries for all of them: how many commits there have been, and the last number given
 * per prefix. It moves to the new row with each order.
 */
export interface LedgerHead {
  readonly revision: number;
  /** The revision that was stored without formats, since Google refused them; so is what follows within a day. */
  readonly plainSince?: number;
  readonly sequences: Readonly<Record<string, number>>;
  /** No prefix begins at or below this number: set when a copy became the live sheet. Absent: 0. */
  readonly floor?: number;
  /** The sheet is retired because its business moved to another one: no commit follows. */
  readonly moved?: true;
  /** Made again for each commit, with who wrote it: tells whose commit the revision is. */
  readonly token: string;
}

export const EMPTY_HEAD: LedgerHead = { revision: 0, sequences: {}, token: '' };

/** An order as its cell in the Ledger keeps it: short names, for a cell holds 50,000 characters. */
export interface StoredOrder {
  /** Customer, fulfillment, address, event code. */
  readonly c: readonly [name: string, email: string, phone: string];
  readonly f: Order['fulfillment'];
  readonly a: readonly [street: string, unit: string, city: string, state: string, zip: string, company?: string];
  readonly e: string;
  /** Photo, size, quantity, unit price in cents. */
  readonly l: readonly (readonly [string, string, number, number])[];
  /** Discount, subtotal, shipping fee, total in cents. */
  readonly m: readonly [number, number, number, number];
  /** Warnings of the first answer. */
  readonly w?: readonly string[];
}

const storedAddress = ({ street, unit, city, state, zipCode, company }: Address): StoredOrder['a'] =>
  company ? [street, unit, city, state, zipCode, company] : [street, unit, city, state, zipCode];

const stored = ({ order, warnings }: LedgerEntry): StoredOrder => ({
  c: [order.customer.name, order.customer.email, order.customer.phone],
  f: order.fulfillment,
  a: storedAddress(order.address),
  e: order.eventCode,
  l: order.price.lines.map((line) => [line.photoNumber, line.size, line.quantity, line.unitPrice]),
  m: [order.price.discount, order.price.subtotal, order.price.shippingFee, order.price.total],
  ...(warnings.length > 0 ? { w: warnings } : {}),
});

/** A Ledger entry as a row. The JSON is compact: 200 lines stay well below the 50,000 characters of a cell. */
export const ledgerRow = (entry: LedgerEntry): Row => ({
  'Order ID': entry.order.id,
  'Order Number': entry.order.number,
  Fingerprint: entry.fingerprint,
  Replaces: entry.replaces,
  'Accepted At': entry.order.createdAt,
  Status: entry.status,
  'Shipping Status': entry.shipping ?? '',
  Seal: contentKeyOf(entry.order),
  Details: detailsOf(entry.order),
  Flag: entry.flag,
  Progress: JSON.stringify(entry.progress),
  Order: JSON.stringify(stored(entry)),
});

/** What the Order cell of a Ledger row holds. @throws Error when it has been tampered with and cannot be read. */
export const storedOrder = (row: Readonly<Record<string, Cell>>): StoredOrder => {
  const order = JSON.parse(textOf(row.Order)) as StoredOrder;
  const { c, a, l, m } = order;
  if (![c, a, l, m].every(Array.isArray)) throw new SyntaxError('The order is incomplete.');
  if (m.length !== 4) throw new SyntaxError(`The order holds ${m.length} amounts instead of 4.`);
  for (const amount of m) cents(amount);
  for (const [, , , unitPrice] of l) cents(unitPrice);
  return order;
};

/** What the Progress cell of a Ledger row holds. @throws SyntaxError when it cannot be read. */
export const progressIn = (row: Readonly<Record<string, Cell>>): Progress =>
  JSON.parse(textOf(row.Progress) || '{}') as Progress;

/** The same where someone may have written into the Ledger: then it is as if nothing had been done for the order. */
export const progressOrNone = (row: Readonly<Record<string, Cell>>): Progress => {
  try {
    return { ...progressIn(row) };
  } catch {
    return {};
  }
};

const pricedLine = ([photoNumber, size, quantity, unitPrice]: StoredOrder['l'][number]): PricedLine => ({
  photoNumber,
  size,
  quantity,
  unitPrice: cents(unitPrice),
});

/** The entry of a Ledger row. @throws Error when the row has been tampered with and cannot be read. */
export const ledgerEntry = (row: Readonly<Record<string, Cell>>): LedgerEntry => {
  const { c, f, a, e, l, m, w } = storedOrder(row);
  const lines = l.map(pricedLine);
  const [discount, subtotal, shippingFee, total] = m.map(cents) as [Cents, Cents, Cents, Cents];
  return {
    order: {
      id: textOf(row['Order ID']),
      number: textOf(row['Order Number']),
      customer: { name: c[0], email: c[1], phone: c[2] },
      fulfillment: f,
      address: { ...(a[5] ? { company: a[5] } : {}), street: a[0], unit: a[1], city: a[2], state: a[3], zipCode: a[4] },
      eventCode: e,
      lines: lines.map(({ photoNumber, size, quantity }) => ({ photoNumber, size, quantity })),
      price: { lines, discount, subtotal, shippingFee, total },
      createdAt: textOf(row['Accepted At']),
    },
    fingerprint: textOf(row.Fingerprint),
    replaces: textOf(row.Replaces),
    status: parseOrderStatus(textOf(row.Status)) ?? FIRST_STATUS,
    shipping: parseShippingStatus(textOf(row['Shipping Status'])),
    flag: textOf(row.Flag),
    progress: progressIn(row),
    warnings: w ?? [],
  };
};

/** The head as its cell holds it. */
export const headText = (head: LedgerHead): string => JSON.stringify(head);

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/** Reads the head; null for a blank or unreadable cell. */
export const parseHead = (cell: Cell | undefined): LedgerHead | null => {
  try {
    const head = JSON.parse(textOf(cell)) as LedgerHead;
    const given = Array.isArray(head.sequences) ? null : Object.values(head.sequences);
    return isCount(head.revision) && isCount(head.floor ?? 0) && given?.every(isCount) ? head : null;
  } catch {
    return null;
  }
};

import { kindsBehind } from '../domain/email-kind';
import { formatItems, parseItems } from '../domain/items';
import { type Cents, cents, NO_MONEY, sum, toDollars } from '../domain/money';
import type { LineItem, Price, PricedLine } from '../domain/order';
import type { PriceList } from '../domain/prices';
import {
  FIRST_STATUS,
  type Fulfillment,
  isHandedOver,
  type OrderStatus,
  STATUS_FACTS,
  shippingAt,
} from '../domain/statuses';
import { serialOf } from '../workbook/date-serial';
import { type Cell, type Row, textOf } from '../workbook/layout';
import type { LedgerEntry, Progress } from '../workbook/ledger-row';
import { readLocalMoment } from '../workbook/local-moment';
import type { ToLocal } from '../workbook/zone-instant';
import { eventOfNumber, oldAmount, oldFulfillment, oldShipping, oldStatus, saysNothing } from './old-words';

/** What keeps a row from being imported, by the kind of problem that staff see. */
export const ROW_ERROR_KINDS = {
  status: 'Unknown Status',
  shipping: 'Unknown Shipping Status, or it contradicts the Status',
  fulfillment: 'Unknown Fulfillment Type, or it contradicts the Shipping Status',
  items: 'Unreadable Items',
  money: 'Invalid amount',
  date: 'Unreadable Created At',
  'number twice': 'Order Number used by another row',
  'id twice': 'Order ID used by another row',
  'no order': 'Not an order (no name and no items)',
} as const;
export type RowErrorKind = keyof typeof ROW_ERROR_KINDS;

/** One thing about a row that nobody can be sure of; `why` is a part of a sentence. */
export interface RowError {
  readonly kind: RowErrorKind;
  readonly why: string;
}

/** A row that was in the Orders tab before the program, as an entry; or why it cannot be imported. */
export type OldRow =
  | {
      readonly entry: LedgerEntry;
      /** Cells that are tidied, so that the row says the same as the entry; amounts and dates are typed. */
      readonly cells: Row;
    }
  | { readonly errors: readonly RowError[] };

/** What the row itself does not say. */
export interface OldRowFacts {
  readonly id: string;
  readonly number: string;
  /** What the cell Created At holds: a date of the sheet, a number or a text. */
  readonly created: unknown;
  readonly now: Date;
  readonly toLocal: ToLocal;
  readonly prices: PriceList;
}

type OldCells = Readonly<Record<string, Cell>>;

const shown = (text: string): string => `"${text.slice(0, 60)}"`;

/** What was read of a row, with the errors that were found on the way. */
class Reading {
  readonly errors: RowError[] = [];

  constructor(private readonly row: OldCells) {}

  private text(header: string): string {
    return textOf(this.row[header]);
  }

  private error(kind: RowErrorKind, why: string): void {
    this.errors.push({ kind, why });
  }

  /** Where the order is and how it goes to its customer: both columns are heard, and nothing is moved back. */
  standing(): { readonly status: OrderStatus; readonly fulfillment: Fulfillment } {
    const [typed, went, way] = [this.text('Status'), this.text('Shipping Status'), this.text('Fulfillment Type')];
    const shipping = saysNothing(went) ? null : oldShipping(went);
    const stated = typed === '' ? null : oldStatus(typed);
    const chosen = oldFulfillment(way);
    const mayBeDone = typed === '' || (stated !== null && STATUS_FACTS[stated].isOpen);
    const status = shipping?.isDone && mayBeDone ? 'shipped' : (stated ?? FIRST_STATUS);
    const isCollected = oldShipping(typed)?.by === 'pickup';
    const fulfillment = chosen || shipping?.by || (isCollected ? 'pickup' : 'ship');
    if (typed !== '' && !stated) this.error('status', `its Status ${shown(typed)} is unknown`);
    if (!saysNothing(went) && !shipping) this.error('shipping', `its Shipping Status ${shown(went)} is unknown`);
    if (stated && shipping?.isDone && !isHandedOver(status))
      this.error('shipping', `its Status says ${shown(typed)}, but its Shipping Status says ${shown(went)}`);
    if (chosen === null) this.error('fulfillment', `its Fulfillment Type ${shown(way)} isn't ship or pickup`);
    const isOver = STATUS_FACTS[status].shipping === 'none';
    if (chosen && shipping?.by && shipping.by !== chosen && !isOver)
      this.error('fulfillment', `its Fulfillment Type says ${shown(way)}, but its Shipping Status says ${shown(went)}`);
    return { status, fulfillment };
  }

  items(): readonly LineItem[] {
    const text = this.text('Items');
    const lines = parseItems(text.replace(/\u00d7/g, 'x').replace(/[;\n]/g, ','));
    if (lines?.every(({ quantity }) => quantity > 0)) return lines;
    this.error('items', `its items ${shown(text)} can't be read (write them like 1234 4x6 x2, 1235 8x10 x1)`);
    return [];
  }

  private amount(header: string): Cents | null {
    const cell = this.row[header];
    if (textOf(cell) === '') return null;
    const amount = oldAmount(cell);
    if (amount === null)
      this.error('money', `its ${header} ${shown(textOf(cell))} isn't a valid amount (such as 24.00)`);
    return amount;
  }

  money(): Pick<Price, 'subtotal' | 'shippingFee' | 'total'> {
    const shippingFee = this.amount('Shipping Fee') ?? NO_MONEY;
    const given = this.amount('Subtotal');
    const written = this.amount('Total');
    const total = written ?? (given === null ? null : sum([given, shippingFee]));
    if (total === null && this.errors.every(({ kind }) => kind !== 'money')) this.error('money', 'its Total is blank');
    return {
      shippingFee,
      total: total ?? NO_MONEY,
      subtotal: given ?? cents(Math.max(0, (total ?? NO_MONEY) - shippingFee)),
    };
  }

  /** When it was placed, in UTC, blank where nobody knows; and the cell as a date where it holds none yet. */
  created({ created, now, toLocal }: OldRowFacts): { readonly instant: string; readonly cell: number | null } {
    if (created instanceof Date) return { instant: this.possible(created.toISOString(), now), cell: null };
    const cell = created as Cell;
    if (saysNothing(textOf(cell))) return { instant: '', cell: null };
    const reading = readLocalMoment(cell, toLocal);
    if ('problem' in reading) {
      this.error('date', `its Created At ${reading.problem}`);
      return { instant: '', cell: null };
    }
    const { local, instant } = reading.moment;
    return { instant: this.possible(instant, now), cell: typeof cell === 'number' ? null : serialOf(local) };
  }

  private possible(instant: string, now: Date): string {
    // A number such as 20240304 in a cell for dates is a day of the year 57316: `+057316-01-25` can't be compared as text.
    const at = Date.parse(instant);
    const wrong = at < EARLIEST ? 'before 1990' : at >= now.getTime() + DAY ? 'in the future' : '';
    if (wrong) this.error('date', `its Created At ${instant.slice(0, instant.indexOf('T'))} is ${wrong}`);
    return instant;
  }
}

const DAY = 86_400_000;
const EARLIEST = Date.UTC(1990, 0);

/** Reads an old row: customer data is kept as it is; what is not certain of the rest is an error and never made up. */
export const readOldRow = (row: OldCells, facts: OldRowFacts): OldRow => {
  const reading = new Reading(row);
  if (textOf(row['Customer Name']) === '' && textOf(row.Items) === '')
    return { errors: [{ kind: 'no order', why: 'it has neither a name nor items' }] };
  const { status, fulfillment } = reading.standing();
  const lines = reading.items();
  const money = reading.money();
  const { instant, cell } = reading.created(facts);
  if (reading.errors.length > 0) return { errors: reading.errors };
  const priced = lines.map((line): PricedLine => ({ ...line, unitPrice: listPrice(facts.prices, line.size) }));
  const entry: LedgerEntry = {
    order: {
      id: facts.id,
      number: facts.number,
      customer: { name: textOf(row['Customer Name']), email: textOf(row.Email), phone: textOf(row.Phone) },
      fulfillment,
      address: {
        street: textOf(row['Shipping Address']),
        unit: '',
        city: textOf(row.City),
        state: textOf(row.State),
        zipCode: textOf(row['ZIP Code']),
      },
      eventCode: eventOfNumber(facts.number),
      lines,
      price: { lines: priced, discount: discountOf(priced, money.subtotal), ...money },
      createdAt: instant,
    },
    fingerprint: '',
    replaces: '',
    status,
    shipping: shippingAt(status, fulfillment),
    progress: progressOf(status, instant),
    flag: '',
    warnings: [],
  };
  return { entry, cells: { ...tidied(row, entry), ...(cell === null ? {} : { 'Created At': cell }) } };
};

const listPrice = (prices: PriceList, size: string): Cents =>
  prices.find((entry) => entry.size === size)?.price ?? NO_MONEY;

const discountOf = (lines: readonly PricedLine[], subtotal: Cents): Cents => {
  const listed = lines.reduce((all, line) => all + line.unitPrice * line.quantity, 0);
  return cents(Math.max(0, listed - subtotal));
};

/**
 * All emails up to its present status count as decided: an old row never causes one about what is past
 * (docs/design.md 3.12). When its steps were made nobody knows: the day of the order stands for it, marked as such.
 */
const progressOf = (status: OrderStatus, createdAt: string): Progress => {
  const { moments } = STATUS_FACTS[status];
  return {
    mails: kindsBehind(status),
    ...(createdAt ? Object.fromEntries(moments.map((moment) => [moment, createdAt])) : {}),
    ...(moments.length > 0 ? { guessed: moments } : {}),
  };
};

/** The cells in which a row says the same as its entry in other words, or nothing. */
const tidied = (row: OldCells, { order, status, shipping }: LedgerEntry): Row => {
  const wanted: Row = {
    'Order ID': order.id,
    'Order Number': order.number,
    'Fulfillment Type': order.fulfillment,
    Items: formatItems(order.lines),
    Status: status,
    'Shipping Status': shipping ?? '',
  };
  const { subtotal, shippingFee, total } = order.price;
  const money: Row = { Subtotal: toDollars(subtotal), 'Shipping Fee': toDollars(shippingFee), Total: toDollars(total) };
  return Object.fromEntries([
    ...Object.entries(wanted).filter(([header, cell]) => row[header] !== cell),
    ...Object.entries(money).filter(
      ([header]) => typeof row[header] !== 'number' && (header !== 'Shipping Fee' || textOf(row[header]) !== ''),
    ),
  ]);
};

import { formatItems, parseItems } from '../domain/items';
import { kindsBehind } from '../domain/mail-kind';
import { type Cents, cents, NO_MONEY, parseAmount, sum, toDollars } from '../domain/money';
import type { Price, PricedLine } from '../domain/order';
import type { PriceList } from '../domain/prices';
import {
  FIRST_STATUS,
  type Fulfillment,
  type OrderStatus,
  parseOrderStatus,
  STATUS_FACTS,
  shippingAt,
} from '../domain/statuses';
import { type Cell, type Row, textOf } from '../workbook/layout';
import type { LedgerEntry, Progress } from '../workbook/ledger-row';

/** A row that stood in the Orders tab before the program, as an entry; or why it cannot be taken over. */
export type OldRow =
  | {
      readonly entry: LedgerEntry;
      /** Cells that are tidied, so that the row says the same as the entry. */
      readonly cells: Row;
    }
  | { readonly fault: string };

/** What the row itself does not say. */
export interface OldRowFacts {
  readonly id: string;
  readonly number: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly now: string;
  readonly prices: PriceList;
}

/** Reads an old row: customer data is kept as it stands, statuses and money must make sense. */
export const readOldRow = (row: Readonly<Record<string, Cell>>, facts: OldRowFacts): OldRow => {
  const status = textOf(row.Status) === '' ? FIRST_STATUS : parseOrderStatus(textOf(row.Status));
  if (!status) return { fault: `"${textOf(row.Status)}" is no status` };
  const lines = parseItems(textOf(row.Items));
  if (!lines) return { fault: 'its items cannot be read (1234 4x6 x2, 1235 8x10 x1)' };
  const money = moneyOf(row);
  if (!money) return { fault: 'its total cannot be read' };
  const fulfillment: Fulfillment = /pick/i.test(textOf(row['Fulfillment Type'])) ? 'pickup' : 'ship';
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
      eventCode: '',
      lines,
      price: { lines: priced, discount: discountOf(priced, money.subtotal), ...money },
      createdAt: facts.createdAt,
    },
    fingerprint: '',
    replaces: '',
    status,
    shipping: shippingAt(status, fulfillment),
    progress: progressOf(status, facts),
    flag: '',
    warnings: [],
  };
  return { entry, cells: tidied(row, entry) };
};

type Money = Pick<Price, 'subtotal' | 'shippingFee' | 'total'>;

const amountIn = (cell: Cell | undefined): Cents | null => (textOf(cell) === '' ? null : parseAmount(cell));

const moneyOf = (row: Readonly<Record<string, Cell>>): Money | null => {
  const shippingFee = amountIn(row['Shipping Fee']) ?? NO_MONEY;
  const given = amountIn(row.Subtotal);
  const total = amountIn(row.Total) ?? (given === null ? null : sum([given, shippingFee]));
  if (total === null) return null;
  return { shippingFee, total, subtotal: given ?? cents(Math.max(0, total - shippingFee)) };
};

const listPrice = (prices: PriceList, size: string): Cents =>
  prices.find((entry) => entry.size === size)?.price ?? NO_MONEY;

const discountOf = (lines: readonly PricedLine[], subtotal: Cents): Cents => {
  const listed = lines.reduce((all, line) => all + line.unitPrice * line.quantity, 0);
  return cents(Math.max(0, listed - subtotal));
};

/**
 * All mails up to its present status count as decided: an old row never causes one about what is past
 * (docs/design.md 3.12).
 */
const progressOf = (status: OrderStatus, { createdAt }: OldRowFacts): Progress => {
  return {
    mails: kindsBehind(status),
    ...Object.fromEntries(STATUS_FACTS[status].moments.map((moment) => [moment, createdAt])),
  };
};

/** The cells in which a row says the same as its entry in other words, or nothing. */
const tidied = (row: Readonly<Record<string, Cell>>, { order, status, shipping }: LedgerEntry): Row => {
  const wanted: Row = {
    'Order ID': order.id,
    'Order Number': order.number,
    'Fulfillment Type': order.fulfillment,
    Items: formatItems(order.lines),
    Status: status,
    'Shipping Status': shipping ?? '',
  };
  const money: Row = { Subtotal: toDollars(order.price.subtotal), Total: toDollars(order.price.total) };
  return Object.fromEntries([
    ...Object.entries(wanted).filter(([header, cell]) => row[header] !== cell),
    ...Object.entries(money).filter(([header]) => textOf(row[header]) === ''),
  ]);
};

import { addressWarnings } from '../domain/address/check';
import { addressBlock } from '../domain/address/lines';
import { formatItems } from '../domain/items';
import { formatDollars } from '../domain/money';
import type { LineItem, Order } from '../domain/order';
import type { Fulfillment } from '../domain/statuses';
import type { LedgerEntry } from '../workbook/ledger-row';
import { type EnvelopeSize, envelopeFor, tooLarge } from './papers';

/** An order as the prints show it. */
export interface PrintOrder {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** The customer's, for a pickup order; otherwise blank. */
  readonly phone: string;
  readonly fulfillment: Fulfillment;
  /** The event's code in capitals; blank if there is none. */
  readonly event: string;
  readonly zipCode: string;
  /** The address block; none for a pickup order. */
  readonly lines: readonly string[];
  /** The unit at the end of the block's street line, or blank. */
  readonly unit: string;
  readonly items: readonly LineItem[];
  readonly subtotal: string;
  readonly discount: string;
  readonly shippingFee: string;
  readonly total: string;
  readonly size: EnvelopeSize;
  /** What to check before printing. */
  readonly problems: readonly string[];
}

const NO_ADDRESS = { lines: [], unit: '' } as const;

const problemsOf = (order: Order, flag: string, size: EnvelopeSize): string[] => {
  const problems = order.fulfillment === 'ship' ? addressWarnings(order.address, order.customer.name) : [];
  const misfit = tooLarge(
    order.lines.map((line) => line.size),
    size,
  );
  return [
    ...problems,
    ...(misfit && order.fulfillment === 'ship' ? [`${misfit} prints don't fit into a ${size} envelope.`] : []),
    ...(flag ? [`Its row was changed (${flag}). This prints the original order.`] : []),
  ];
};

/**
 * An order of the Ledger as its prints show it.
 * @param chosen the envelope that staff chose, if any.
 * @param codeOf the code of the event that an order's code belongs to, by the Events tab.
 */
export const printOrder = (
  { order, flag }: LedgerEntry,
  chosen: EnvelopeSize | null = null,
  codeOf: (code: string) => string = (code) => code.toUpperCase(),
): PrintOrder => {
  const isShipped = order.fulfillment === 'ship';
  const { lines, unit } = isShipped ? addressBlock(order.customer.name, order.address) : NO_ADDRESS;
  const size = chosen ?? envelopeFor(order.lines.map((line) => line.size));
  const { price } = order;
  return {
    id: order.id,
    number: order.number,
    name: order.customer.name,
    phone: isShipped ? '' : order.customer.phone,
    fulfillment: order.fulfillment,
    event: codeOf(order.eventCode),
    zipCode: isShipped ? order.address.zipCode : '',
    lines,
    unit,
    items: order.lines,
    subtotal: formatDollars(price.subtotal),
    discount: price.discount > 0 ? formatDollars(price.discount) : '',
    shippingFee: formatDollars(price.shippingFee),
    total: formatDollars(price.total),
    size,
    problems: problemsOf(order, flag, size),
  };
};

/** A checksum over what the prints of an order say (FNV-1a, 32 bits, in hex). */
export const sumOf = ({ order }: LedgerEntry): string => {
  const { customer, fulfillment, address, price } = order;
  const said = JSON.stringify([customer.name, fulfillment, address, formatItems(order.lines), price.total]);
  let sum = 0x811c9dc5;
  for (let index = 0; index < said.length; index++) {
    sum = Math.imul(sum ^ said.charCodeAt(index), 0x01000193);
  }
  return (sum >>> 0).toString(16).padStart(8, '0');
};

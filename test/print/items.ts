import { cents } from '../../src/domain/money';
import type { Order } from '../../src/domain/order';
import type { BatchItem, BatchView, Paperwork } from '../../src/print/batch-view';
import { printOrder } from '../../src/print/print-order';
import type { LedgerEntry } from '../../src/workbook/ledger-row';

const ADDRESS = { street: '123 Main St', unit: 'Apt 4', city: 'Orlando', state: 'FL', zipCode: '32801' };

/** An accepted order, paid; what a test does not say is Paul's. */
export const entry = (more: Partial<Order> & { readonly name?: string } = {}): LedgerEntry => {
  const lines = more.lines ?? [{ photoNumber: '1234', size: '4x6', quantity: 3 }];
  const order: Order = {
    id: 'o-1',
    number: 'ASDAR26-0001',
    fulfillment: 'ship',
    address: ADDRESS,
    eventCode: 'ASDAR26',
    createdAt: '2026-10-01T10:00:00.000Z',
    price: {
      lines: lines.map((line) => ({ ...line, unitPrice: cents(800) })),
      discount: cents(400),
      subtotal: cents(2000),
      shippingFee: cents(0),
      total: cents(2000),
    },
    ...more,
    lines,
    customer: { name: more.name ?? 'Paul Smith', email: 'paul@example.com', phone: '' },
  };
  return {
    order,
    fingerprint: '',
    replaces: '',
    status: 'paid',
    shipping: order.fulfillment === 'ship' ? 'to ship' : 'to pick up',
    progress: {},
    flag: '',
    warnings: [],
  };
};

/** Items of a batch, numbered as they come. */
export const itemsOf = (entries: readonly LedgerEntry[], size: BatchItem['size'] | null = null): BatchItem[] =>
  entries.map((one, index) => ({
    ...printOrder(one, size),
    sum: '',
    place: index + 1,
    ordered: 'October 1, 2026',
    isIn: true,
    isOut: false,
    since: '',
    printed: [],
  }));

const PAPERWORK: Paperwork = {
  studio: 'CPS Photos',
  returnLines: ['CPS Photos', '100 Studio Way', 'Suite 7', 'Tampa, FL 33602'],
  returnProblems: [],
  contact: 'hello@cps-photos.example',
  slipPrices: true,
  envelopeLine: 'PHOTOS - DO NOT BEND',
  thanks: 'Thank you for your order! We hope you love your photos.',
  labelKind: '5160',
  nudges: {},
  events: { ASDAR26: { name: 'All Star Dance Regionals 2026', pickup: 'CPS table in the main lobby, 9 am to 6 pm' } },
};

export const batchOf = (items: readonly BatchItem[], paperwork: Partial<Paperwork> = {}): BatchView => ({
  number: 12,
  by: 'ann@cps-photos.example',
  madeAt: '2026-10-02 11:00',
  state: 'open',
  sortedBy: 'number',
  kinds: ['envelopes', 'labels', 'slips', 'lab'],
  items,
  paperwork: { ...PAPERWORK, ...paperwork },
});

import { cents } from '../../src/domain/money';
import { type Fulfillment, type OrderStatus, SHIPPING_COURSE } from '../../src/domain/statuses';
import type { LedgerEntry } from '../../src/workbook/ledger-row';

/** An order in a status, as the Ledger keeps it. */
export const entryOf = (status: OrderStatus, fulfillment: Fulfillment): LedgerEntry => {
  const { start, end } = SHIPPING_COURSE[fulfillment];
  const lines = [{ photoNumber: '1234', size: '4x6', quantity: 3 }];
  const isShipped = fulfillment === 'ship';
  return {
    order: {
      id: 'id-1',
      number: 'ASDAR26-0001',
      customer: { name: 'Paul Smith', email: 'paul@example.com', phone: '407-555-0134' },
      fulfillment,
      address: isShipped
        ? { street: '123 Main St', unit: '', city: 'Orlando', state: 'FL', zipCode: '32801' }
        : { street: '', unit: '', city: '', state: '', zipCode: '' },
      eventCode: 'ASDAR26',
      lines,
      price: {
        lines: lines.map((line) => ({ ...line, unitPrice: cents(800) })),
        discount: cents(400),
        subtotal: cents(2000),
        shippingFee: cents(0),
        total: cents(2000),
      },
      createdAt: '2026-10-02T15:00:00.000Z',
    },
    fingerprint: 'f',
    replaces: '',
    status,
    shipping: status === 'cancelled' ? null : status === 'shipped' ? end : start,
    progress: {},
    flag: '',
    warnings: [],
  };
};

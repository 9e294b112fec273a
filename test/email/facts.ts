import type { EmailFacts } from '../../src/core/email-writer';
import type { EmailKind } from '../../src/domain/email-kind';
import { cents } from '../../src/domain/money';
import type { Order } from '../../src/domain/order';
import { NO_TRACKING, trackingOf } from '../../src/email/tracking';
import { readEvents, SAMPLE_EVENT } from '../../src/workbook/events';
import { readSettings } from '../../src/workbook/settings';
import { PAULS_ORDER } from '../workbook/orders';

/** The facts for an email about Paul's order right after it came in. */
export const PAULS_FACTS: EmailFacts = {
  order: PAULS_ORDER,
  status: 'pending',
  wasPaid: false,
  event: readEvents([SAMPLE_EVENT]).get('ASDAR26') ?? null,
  settings: readSettings([]).settings,
  orderDate: 'November 23, 2026',
  paidDate: '',
  shippedDate: '',
  paymentMethod: '',
  tracking: NO_TRACKING,
  statusLink: '',
  feedbackLink: '',
  unsubscribeLink: '',
  banner: '',
};

/** The same facts about a customer of another name. */
export const factsNamed = (name: string): EmailFacts => ({
  ...PAULS_FACTS,
  order: { ...PAULS_ORDER, customer: { ...PAULS_ORDER.customer, name } },
});

/** The facts with which an email of this kind would be sent. */
export const factsFor = (kind: EmailKind, facts: EmailFacts): EmailFacts => {
  const dates = { paidDate: 'November 24, 2026', shippedDate: 'November 27, 2026' };
  switch (kind) {
    case 'receipt':
      return facts;
    case 'paid':
      return { ...facts, ...dates, status: 'paid', wasPaid: true };
    case 'shipped':
      return {
        ...facts,
        ...dates,
        status: 'shipped',
        wasPaid: true,
        tracking: trackingOf('9400 1000 0000 0000 0000 00'),
      };
    case 'cancelled':
      return { ...facts, ...dates, status: 'cancelled' };
    case 'feedback':
      return {
        ...facts,
        ...dates,
        status: 'shipped',
        wasPaid: true,
        feedbackLink: 'https://script.example/exec?page=feedback&t=1',
        unsubscribeLink: '',
      };
    default:
      return kind satisfies never;
  }
};

/** An order with a number of lines. */
export const orderOf = (lines: number, changed: Partial<Order> = {}): Order => {
  const sizes = ['4x6', '5x7', '8x10'];
  const prices = [800, 1500, 2000];
  const priced = Array.from({ length: lines }, (_, index) => ({
    photoNumber: `DSC_${10000 + index}`,
    size: sizes[index % 3] ?? '',
    quantity: 1 + (index % 12),
    unitPrice: cents(prices[index % 3] ?? 0),
  }));
  const full = priced.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  return {
    ...PAULS_ORDER,
    lines: priced.map(({ photoNumber, size, quantity }) => ({ photoNumber, size, quantity })),
    price: {
      lines: priced,
      discount: cents(400),
      subtotal: cents(full - 400),
      shippingFee: cents(550),
      total: cents(full + 150),
    },
    ...changed,
  };
};

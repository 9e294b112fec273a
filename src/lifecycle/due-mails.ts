import type { MailKind } from '../domain/mail-kind';
import type { Standing } from '../domain/order';
import type { Fulfillment } from '../domain/statuses';

/** Which step is announced by which mail (design.md 5); a pick-up is not: the customer was there. */
export const mailOfStep = (step: Standing, fulfillment: Fulfillment): MailKind | null => {
  switch (step.status) {
    case 'paid':
      return 'paid';
    case 'shipped':
      return fulfillment === 'ship' ? 'shipped' : null;
    case 'cancelled':
      return 'cancelled';
    case 'pending':
      return null;
    default:
      return step.status satisfies never;
  }
};

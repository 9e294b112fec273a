import type { MailKind } from '../domain/mail-kind';
import type { Order } from '../domain/order';
import type { Clock } from '../ports';
import { serialOf } from '../workbook/date-serial';
import { LEASE, type NewMail, STALE_AFTER } from '../workbook/outbox-row';

/**
 * A mail as it is written in the commit of its cause.
 * @param now ISO 8601, UTC.
 * @param claimed whether this execution sends it right away; else the operator's sweep does.
 */
export const newMail = (clock: Clock, order: Order, kind: MailKind, now: string, claimed: boolean): NewMail => {
  const at = (later: number) => serialOf(clock.local(new Date(Date.parse(now) + later)));
  return {
    orderId: order.id,
    orderNumber: order.number,
    kind,
    to: order.customer.email,
    state: claimed ? 'claimed' : 'queued',
    leaseUntil: claimed ? at(LEASE) : '',
    notBefore: '',
    notAfter: at(STALE_AFTER),
    createdAt: at(0),
  };
};

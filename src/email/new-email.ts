import type { Clock } from '../core/ports';
import type { EmailKind } from '../domain/email-kind';
import type { Order } from '../domain/order';
import { serialOf } from '../workbook/date-serial';
import type { LedgerEntry } from '../workbook/ledger-row';
import { LEASE, type NewEmail, STALE_AFTER } from '../workbook/outbox-row';
import { instantText } from '../workbook/zone-instant';

/** An email that an execution has claimed in the commit of its cause, to send it right away. */
export interface ClaimedEmail {
  readonly entry: LedgerEntry;
  /** The Ledger row of its order right after that commit, if known; it moves down as orders come in. */
  readonly ledgerAt: number | null;
  readonly kind: EmailKind;
  /** Set for an order that the same commit has stored: nobody has had it in front of them yet. */
  readonly isNew?: true;
  /** What staff sent again or test has a version of its own. */
  readonly version?: string;
}

/**
 * A new email, written in the same commit as its cause.
 * @param now ISO 8601, UTC.
 * @param claimed whether this execution sends it right away; otherwise the operator's sweep does.
 */
export const newEmail = (clock: Clock, order: Order, kind: EmailKind, now: string, claimed: boolean): NewEmail => {
  const at = (later: number) => instantText(clock, Date.parse(now) + later);
  return {
    orderId: order.id,
    orderNumber: order.number,
    kind,
    to: order.customer.email,
    state: claimed ? 'claimed' : 'queued',
    leaseUntil: claimed ? at(LEASE) : '',
    notBefore: '',
    notAfter: at(STALE_AFTER),
    createdAt: serialOf(clock.local(new Date(now))),
  };
};

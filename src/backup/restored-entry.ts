import type { EmailKind } from '../domain/email-kind';
import {
  parseOrderStatus,
  parseShippingStatus,
  SHIPPING_COURSE,
  SHIPPING_FACTS,
  STATUS_FACTS,
  shippingAt,
} from '../domain/statuses';
import { contentKeyOf, contentKeyOfRow } from '../workbook/content-key';
import { type Cell, textOf } from '../workbook/layout';
import type { LedgerEntry, Progress } from '../workbook/ledger-row';
import type { Difference } from './difference';
import { richerProgress } from './poorer-record';

/** What the Outbox has of an order: the kinds of email, and when a feedback request was written (ISO 8601, UTC). */
export interface WrittenEmails {
  readonly kinds: readonly EmailKind[];
  readonly asked: string;
}

export const NO_EMAILS: WrittenEmails = { kinds: [], asked: '' };

/** Emails that were decided stay decided, whatever is restored: none leaves because of it, none a second time. */
const keepDecided = (there: Progress, here: Progress, emails: WrittenEmails): Progress => {
  const decided = [...new Set([...(here.mails ?? []), ...(there.mails ?? []), ...emails.kinds])];
  const asked = here.askedForFeedback ?? there.askedForFeedback ?? (emails.asked || undefined);
  const left = { ...there.left, ...here.left };
  return {
    ...there,
    ...(decided.length > 0 ? { emails: decided } : {}),
    ...(asked ? { askedForFeedback: asked } : {}),
    ...(Object.keys(left).length > 0 ? { left } : {}),
  };
};

/** The statuses of an order whose goods are delivered in another way now. */
const fitting = (entry: LedgerEntry, fulfillment: LedgerEntry['order']['fulfillment']): LedgerEntry['shipping'] => {
  if (entry.shipping === null) return null;
  const isDone = entry.shipping === SHIPPING_COURSE[entry.order.fulfillment].end;
  return SHIPPING_COURSE[fulfillment][isDone ? 'end' : 'start'];
};

/** The statuses in a row, when it is the order's and they go together; else those of then. */
const standingIn = (row: Readonly<Record<string, Cell>> | undefined, entry: LedgerEntry) => {
  const status = parseOrderStatus(textOf(row?.Status));
  const shipping = parseShippingStatus(textOf(row?.['Shipping Status']));
  const then = { status: entry.status, shipping: entry.shipping };
  if (!row || !status || contentKeyOfRow(row) !== contentKeyOf(entry.order)) return then;
  const fits =
    STATUS_FACTS[status].shipping === 'none'
      ? shipping === null
      : shipping !== null &&
        SHIPPING_FACTS[shipping].fulfillment === entry.order.fulfillment &&
        shippingAt(status, entry.order.fulfillment, shipping) === shipping;
  return fits ? { status, shipping } : then;
};

/** An entry that knows less than the backup, with what that knows: the order stays where it has come to. */
const enriched = (here: LedgerEntry, there: LedgerEntry, emails: WrittenEmails): LedgerEntry => ({
  ...here,
  order: { ...there.order, customer: here.order.customer, address: there.order.address },
  fingerprint: there.fingerprint,
  replaces: there.replaces,
  warnings: there.warnings,
  progress: keepDecided(richerProgress(here, there), here.progress, emails),
});

/**
 * What the Ledger has of an order once it is restored; null when the backup knows its row only.
 * - A missing row is written from what was accepted last: the Ledger here is newer than any backup.
 * - A changed row gets its customer, items and money back; its statuses stay where the order has come to.
 * - An order that has moved on, chosen by someone, goes back to the statuses of then.
 * - Where the Ledger here knows less than the backup, it first gets what that knows.
 * @param standing the entry of the Ledger here; null when it is lost.
 */
export const restoredEntry = (
  { kind, order, row, record }: Difference,
  standing: LedgerEntry | null,
  emails: WrittenEmails,
): LedgerEntry | null => {
  const there = order.entry;
  const here = standing && there && record === 'poorer' ? enriched(standing, there, emails) : standing;
  if (!there) return here && { ...here, flag: '' };
  if (!here) {
    return { ...there, ...standingIn(row?.cells, there), progress: keepDecided(there.progress, {}, emails), flag: '' };
  }
  if (kind === 'missing' || order.isNewer) return { ...here, flag: '' };
  if (kind === 'changed')
    return { ...here, order: there.order, shipping: fitting(here, there.order.fulfillment), flag: '' };
  // What has happened beside the statuses has happened: prints, feedback, parcels that did not arrive.
  const { paid: _p, shipped: _s, cancelled: _c, previous: _v, ...happened } = here.progress;
  const progress = keepDecided({ ...there.progress, ...happened }, here.progress, emails);
  return { ...here, status: there.status, shipping: there.shipping, progress, flag: '' };
};

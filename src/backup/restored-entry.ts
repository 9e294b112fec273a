import { SHIPPING_COURSE } from '../domain/statuses';
import type { LedgerEntry, Progress } from '../workbook/ledger-row';
import type { Difference } from './difference';
import { richerProgress } from './poorer-record';
import type { WrittenEmails } from './written-emails';

/** Emails that were decided stay decided, whatever is restored: none leaves because of it, none a second time. */
const keepDecided = (there: Progress, here: Progress, emails: WrittenEmails): Progress => {
  const decided = [...new Set([...(here.mails ?? []), ...(there.mails ?? []), ...emails.kinds])];
  const asked = here.askedForFeedback ?? there.askedForFeedback ?? (emails.asked || undefined);
  const left = { ...emails.left, ...there.left, ...here.left };
  // Under its own type, so that the compiler knows the name under which it is stored.
  const kept: Pick<Progress, 'mails'> = decided.length > 0 ? { mails: decided } : {};
  return {
    ...there,
    ...kept,
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
  { kind, order, record, rebuilt }: Difference,
  standing: LedgerEntry | null,
  emails: WrittenEmails,
): LedgerEntry | null => {
  const there = order.entry;
  const here = standing && there && record === 'poorer' ? enriched(standing, there, emails) : standing;
  if (!there) return here && { ...here, flag: '' };
  if (!here) {
    const lost = rebuilt ?? there;
    const progress = keepDecided(lost.progress, {}, emails);
    // Whether a customer was asked since, nobody knows where the Outbox is gone, too: nobody is asked twice.
    const isUnknown = lost.progress.shipped !== there.progress.shipped && Object.keys(emails.left).length === 0;
    return { ...lost, progress: isUnknown ? { ...progress, feedbackDropped: true } : progress, flag: '' };
  }
  if (kind === 'missing' || order.isNewer) return { ...here, flag: '' };
  if (kind === 'changed')
    return { ...here, order: there.order, shipping: fitting(here, there.order.fulfillment), flag: '' };
  // What has happened beside the statuses has happened: prints, feedback, parcels that did not arrive.
  const { paid: _p, shipped: _s, cancelled: _c, previous: _v, ...happened } = here.progress;
  const progress = keepDecided({ ...there.progress, ...happened }, here.progress, emails);
  return { ...here, status: there.status, shipping: there.shipping, progress, flag: '' };
};

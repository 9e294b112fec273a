import type { Tracking } from '../core/email-writer';
import { escapeHtml } from '../domain/html';
import { formatDollars } from '../domain/money';
import { STATUS_FACTS } from '../domain/statuses';
import { type PhotoEvent, pickupPlaceOf } from '../workbook/events';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { Settings } from '../workbook/settings';
import { stepMoment } from '../workbook/step-moment';

/** The contents of the order page. The customer's name, address, phone and email aren't shown (docs/design.md 4.10). */
export interface OrderPageFacts {
  readonly entry: LedgerEntry;
  readonly event: PhotoEvent | null;
  readonly settings: Settings;
  readonly tracking: Tracking;
  /** A moment (ISO 8601) as a day in words, such as `Oct 2`. */
  readonly formatDay: (moment: string) => string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Where the page's form goes, and its token. */
  readonly action: string;
  readonly token: string;
}

const DAY = 86_400_000;
/** Days by which a package or a refund should have arrived; after that, the customer should let us know. */
const DAYS_TO_ARRIVE = 14;

/** The last of those days after a moment, in words, and whether it has passed; null if nothing has happened yet. */
const dueAfter = (
  moment: string | undefined,
  { formatDay, now }: OrderPageFacts,
): { readonly from: string; readonly by: string; readonly isOver: boolean } | null => {
  if (!moment || Number.isNaN(Date.parse(moment))) return null;
  const due = Date.parse(moment) + DAYS_TO_ARRIVE * DAY;
  return { from: formatDay(moment), by: formatDay(new Date(due).toISOString()), isOver: now > due + DAY };
};

const shown = (text: string): string => `<p>${escapeHtml(text)}</p>`;

/** The HTML below the headline, according to the table of statuses. */
export const below = (facts: OrderPageFacts): string => {
  const { entry, event, settings } = facts;
  const { order, status } = entry;
  const { total } = order.price;
  const { below: what } = STATUS_FACTS[status].shownAs[order.fulfillment];
  switch (what) {
    case 'amount due': {
      const how = event?.howToPay || settings.howToPay || 'Reply to our email and we’ll let you know how to pay.';
      const due =
        total === 0
          ? '<p>Nothing is due.</p>'
          : `<div class="due"><p><strong>Amount due: ${formatDollars(total)}</strong></p>${shown(how)}</div>`;
      return due + (order.fulfillment === 'pickup' ? pickup(event) : '');
    }
    case 'pickup place':
      return pickup(event);
    case 'parcel':
      return parcel(facts);
    case 'refund':
      return refund(facts);
    case 'nothing':
      return '';
    default:
      return `<p>${escapeHtml(what.say)}</p>`;
  }
};

const pickup = (event: PhotoEvent | null): string => {
  const place = pickupPlaceOf(event);
  const text = place
    ? `Where to pick up: ${place}`
    : 'Reply to our email to ask where and when to pick up your prints.';
  return `<p class="due">${escapeHtml(text)}</p>`;
};

/** The refund and when to expect it; nothing if nothing was paid. */
const refund = (facts: OrderPageFacts): string => {
  const { entry, formatDay } = facts;
  const { order, progress } = entry;
  const due = dueAfter(stepMoment(progress, order.createdAt, 'cancelled'), facts);
  const ended = due ? `Canceled on ${due.from}. ` : '';
  const paidAt = stepMoment(progress, order.createdAt, 'paid');
  if (paidAt === undefined || order.price.total === 0)
    return shown(`${ended}You weren’t charged, so there’s nothing more to do.`);
  const amount = formatDollars(order.price.total);
  const paid = `the ${amount} you paid${paidAt ? ` on ${formatDay(paidAt)}` : ''}`;
  const by = !due
    ? `We’ll refund ${paid}.`
    : due.isOver
      ? `You should have received it by ${due.by}. If you haven’t, please reply to any of our emails.`
      : `We’ll refund ${paid} by ${due.by}.`;
  return `<div class="due"><p><strong>Refund: ${amount}</strong></p>${shown(`${ended}${by}`)}</div>`;
};

const shippedAt = ({ order, progress }: LedgerEntry): string | undefined =>
  stepMoment(progress, order.createdAt, 'shipped');

/** The tracking, if known, and a button for a package that doesn't arrive. */
const parcel = (facts: OrderPageFacts): string => {
  const { number, carrier, link } = facts.tracking;
  const told = number
    ? `<p class="muted">${escapeHtml(carrier)} tracking number <span class="id">${escapeHtml(number)}</span></p>`
    : '';
  const follow = link
    ? `<p><a class="button" href="${escapeHtml(link)}" rel="noopener noreferrer">Track your package</a></p>`
    : '';
  const due = dueAfter(shippedAt(facts.entry), facts);
  const when = due ? shown(`We shipped your prints on ${due.from}. ${arrival(due)}`) : '';
  return when + follow + told + missing(facts);
};

const arrival = ({ by, isOver }: { readonly by: string; readonly isOver: boolean }): string =>
  isOver ? `They should have arrived by ${by}.` : `They should arrive by ${by}.`;

/** A customer can report this once per order with a button; then staff look into it. */
const missing = ({ entry, action, token, formatDay }: OrderPageFacts): string => {
  const { notArrived, notArrivedSettled } = entry.progress;
  if (notArrivedSettled) return shown('Still missing your prints? Reply to any of our emails.');
  if (notArrived)
    return `<p class="due">You let us know on ${escapeHtml(formatDay(notArrived))} that your prints haven’t arrived. We’re looking into it and will email you soon.</p>`;
  return (
    `<form method="post" action="${escapeHtml(action)}" target="_blank" class="or">` +
    `<input type="hidden" name="t" value="${escapeHtml(token)}">` +
    '<p><button class="quiet" name="action" value="missing">My prints haven’t arrived</button></p></form>'
  );
};

/** The headline: an order that has been on its way for too long isn't called "on their way" anymore. */
export const headlineOf = (facts: OrderPageFacts): string => {
  const { headline, below: what } = STATUS_FACTS[facts.entry.status].shownAs[facts.entry.order.fulfillment];
  return what === 'parcel' && dueAfter(shippedAt(facts.entry), facts)?.isOver ? 'We shipped your prints' : headline;
};

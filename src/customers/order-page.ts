import { escapeHtml } from '../domain/html';
import { cents, formatDollars } from '../domain/money';
import { STATUS_FACTS } from '../domain/statuses';
import type { Tracking } from '../email/tracking';
import { type PhotoEvent, pickupPlaceOf } from '../workbook/events';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { Settings } from '../workbook/settings';
import { framePage, type Page } from './frame';

/**
 * What the order page is made of. The customer's name, address, phone and email are not shown (docs/design.md 4.10).
 */
export interface OrderPageFacts {
  readonly entry: LedgerEntry;
  readonly event: PhotoEvent | null;
  readonly settings: Settings;
  readonly tracking: Tracking;
  /** A moment (ISO 8601) as a day in words, such as `October 2`. */
  readonly formatDay: (moment: string) => string;
}

const steps = ({ entry, formatDay }: OrderPageFacts): string => {
  const { status, order, progress } = entry;
  const { stepsDone } = STATUS_FACTS[status];
  if (stepsDone === 0) return '';
  const isShipped = order.fulfillment === 'ship';
  const all = [
    ['Ordered', order.createdAt],
    ['Paid', progress.paid],
    [isShipped ? 'Shipped' : 'Picked up', progress.shipped],
  ] as const;
  const items = all.map(([name, moment], index) => {
    if (index >= stepsDone) return `<li>${name}</li>`;
    const day = moment ? `<small>${escapeHtml(formatDay(moment))}</small>` : '';
    const current = index === stepsDone - 1 ? ' aria-current="step"' : '';
    return `<li class="done"${current}>${name}${day}</li>`;
  });
  return `<ol class="steps">${items.join('')}</ol>`;
};

/** What stands below the headline, as the table of statuses says. */
const below = ({ entry, event, settings, tracking }: OrderPageFacts): string => {
  const { order, status, progress } = entry;
  const { total } = order.price;
  const { below: what } = STATUS_FACTS[status].shownAs[order.fulfillment];
  switch (what) {
    case 'amount due': {
      const how = event?.howToPay || settings.howToPay || "Reply to our email and we'll tell you how to pay.";
      const due =
        total === 0
          ? '<p>Nothing is due.</p>'
          : `<div class="due"><p><strong>Amount due: ${formatDollars(total)}</strong></p><p>${escapeHtml(how)}</p></div>`;
      return order.fulfillment === 'pickup' ? due + pickup(event) : due;
    }
    case 'pickup place':
      return pickup(event);
    case 'parcel':
      return parcel(tracking);
    case 'refund':
      return progress.paid && total > 0
        ? '<p>We refund what you paid.</p>'
        : '<p>Nothing was paid, so there is nothing more to do.</p>';
    case 'nothing':
      return '';
    default:
      return `<p>${escapeHtml(what.say)}</p>`;
  }
};

const pickup = (event: PhotoEvent | null): string => {
  const place = pickupPlaceOf(event);
  const where = place
    ? `Where to pick up: ${place}`
    : 'You are picking up your prints. Reply to our email to ask where and when.';
  return `<p class="due">${escapeHtml(where)}</p>`;
};

const parcel = ({ number, carrier, link }: Tracking): string => {
  if (!number) return '';
  const told = `<p class="muted">${escapeHtml(carrier)} tracking number ${escapeHtml(number)}</p>`;
  return link
    ? `<p><a class="button" href="${escapeHtml(link)}" rel="noopener noreferrer">Follow the parcel</a></p>${told}`
    : told;
};

const items = ({ order }: LedgerEntry): string => {
  const { lines, discount, subtotal, shippingFee, total } = order.price;
  const rows = lines.map(
    (line) =>
      `<tr><td>${escapeHtml(line.photoNumber)}</td><td>${escapeHtml(line.size)}</td>` +
      `<td class="n">${line.quantity}</td><td class="n">${formatDollars(cents(line.unitPrice * line.quantity))}</td></tr>`,
  );
  const listed = lines.reduce((all, line) => all + line.unitPrice * line.quantity, 0);
  const sums: (readonly [string, string])[] = [
    ...(discount > 0
      ? ([
          ['Prints', formatDollars(cents(listed))],
          ['Discount', `-${formatDollars(discount)}`],
        ] as const)
      : []),
    ...(shippingFee > 0
      ? ([
          ['Subtotal', formatDollars(subtotal)],
          ['Shipping', formatDollars(shippingFee)],
        ] as const)
      : []),
    ['Total', formatDollars(total)],
  ];
  const sumRow = ([label, amount]: readonly [string, string]): string =>
    `<tr><th scope="row" colspan="3">${label}</th><td class="n">${amount}</td></tr>`;
  return (
    '<table><thead><tr><th scope="col">Photo</th><th scope="col">Size</th><th scope="col" class="n">Prints</th><th scope="col" class="n">Price</th></tr></thead>' +
    `<tbody>${rows.join('')}</tbody><tfoot>${sums.map(sumRow).join('')}</tfoot></table>`
  );
};

/** The page behind the link in every mail: number, items, what is due, how far it is. */
export const orderPage = (facts: OrderPageFacts): Page => {
  const { entry, event, settings } = facts;
  const { headline } = STATUS_FACTS[entry.status].shownAs[entry.order.fulfillment];
  const about = [`Order ${entry.order.number}`, event?.name ?? ''].filter(Boolean).map(escapeHtml);
  return framePage(
    `Order ${entry.order.number}`,
    settings,
    `<section class="card"><p class="about">${about.join('<br>')}</p><h1>${headline}</h1>${steps(facts)}${below(facts)}</section>` +
      `<section class="card"><h2>Your prints</h2>${items(entry)}</section>`,
  );
};

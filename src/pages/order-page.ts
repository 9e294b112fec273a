import { escapeHtml } from '../domain/html';
import { cents, formatDollars } from '../domain/money';
import type { PhotoEvent } from '../workbook/events';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { Settings } from '../workbook/settings';
import { framePage, type Page } from './frame';

/** What the order page is made of. The customer's name, address, phone and email are not shown (design.md 4). */
export interface OrderPageFacts {
  readonly entry: LedgerEntry;
  readonly event: PhotoEvent | null;
  readonly settings: Settings;
  /** Where the parcel can be followed; blank without a number. */
  readonly trackingLink: string;
}

const steps = ({ status, order }: LedgerEntry): string => {
  const names = ['Ordered', 'Paid', order.fulfillment === 'ship' ? 'Shipped' : 'Picked up'];
  const reached = { pending: 1, paid: 2, shipped: 3, cancelled: 0 }[status];
  if (status === 'cancelled') return '<p class="due">This order is cancelled.</p>';
  const items = names.map((name, index) =>
    index < reached ? `<li class="done">${name}<span class="muted"> ✓</span></li>` : `<li>${name}</li>`,
  );
  return `<ol class="steps">${items.join('')}</ol>`;
};

const next = ({ entry, event, settings, trackingLink }: OrderPageFacts): string => {
  const { order, status } = entry;
  const pickup = [event?.pickupPlace, event?.pickupHours].filter(Boolean).join(', ');
  if (status === 'pending') {
    const how = event?.howToPay || settings.howToPay;
    return `<p class="due">Amount due: ${formatDollars(order.price.total)}</p><p>${escapeHtml(how)}</p>`;
  }
  if (status === 'paid') {
    return order.fulfillment === 'ship'
      ? '<p>Thank you for your payment. We are printing your photos and write to you when they are on their way.</p>'
      : `<p>Thank you for your payment. You can pick up your prints${pickup ? `: ${escapeHtml(pickup)}` : '; reply to our mail to ask where and when'}.</p>`;
  }
  if (status === 'shipped' && trackingLink) {
    return `<p>Your prints are on their way. <a href="${escapeHtml(trackingLink)}" rel="noopener">Follow the parcel</a></p>`;
  }
  if (status === 'shipped')
    return order.fulfillment === 'ship' ? '<p>Your prints are on their way.</p>' : '<p>Enjoy your prints!</p>';
  return entry.progress.paid
    ? '<p>We will refund what you paid.</p>'
    : '<p>Nothing was paid, so there is nothing more to do.</p>';
};

const items = ({ order }: LedgerEntry): string => {
  const { lines, discount, subtotal, shippingFee, total } = order.price;
  const rows = lines.map(
    (line) =>
      `<tr><td>${escapeHtml(line.photoNumber)}</td><td>${escapeHtml(line.size)}</td>` +
      `<td class="n">${line.quantity}</td><td class="n">${formatDollars(cents(line.unitPrice * line.quantity))}</td></tr>`,
  );
  const sums: [string, string][] = [
    ...(discount > 0 ? ([['Discount', `-${formatDollars(discount)}`]] as [string, string][]) : []),
    ...(shippingFee > 0
      ? ([
          ['Prints', formatDollars(subtotal)],
          ['Shipping', formatDollars(shippingFee)],
        ] as [string, string][])
      : []),
    ['Total', formatDollars(total)],
  ];
  return (
    '<table><thead><tr><th scope="col">Photo</th><th scope="col">Size</th><th scope="col" class="n">Prints</th><th scope="col" class="n">Price</th></tr></thead>' +
    `<tbody>${rows.join('')}</tbody><tfoot>${sums.map(([label, amount]) => `<tr><td colspan="3">${label}</td><td class="n">${amount}</td></tr>`).join('')}</tfoot></table>`
  );
};

const reach = ({ settings }: OrderPageFacts): string =>
  settings.replyTo
    ? `<p>Questions? Write to <a href="mailto:${escapeHtml(settings.replyTo)}">${escapeHtml(settings.replyTo)}</a>, or reply to any of our mails.</p>`
    : '<p>Questions? Reply to any of our mails.</p>';

/** The page behind the link in every mail: number, items, what is due, how far it is. */
export const orderPage = (facts: OrderPageFacts): Page => {
  const { entry, event, settings } = facts;
  const title = `Order ${entry.order.number}`;
  const from = event ? `<p class="muted">${escapeHtml(event.name)}</p>` : '';
  return framePage(
    title,
    settings.studioName,
    `<h1>${escapeHtml(title)}</h1>${from}<section class="card">${steps(entry)}${next(facts)}</section>` +
      `<section class="card"><h2>Your prints</h2>${items(entry)}</section><section class="card">${reach(facts)}</section>`,
  );
};

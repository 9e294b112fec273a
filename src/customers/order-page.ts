import { defuse } from '../domain/defuse';
import { escapeHtml } from '../domain/html';
import { cents, formatDollars } from '../domain/money';
import { isPriceUnknown } from '../domain/prices';
import { STATUS_FACTS } from '../domain/statuses';
import { priceSums } from '../email/price-sums';
import type { LedgerEntry } from '../workbook/ledger-row';
import { stepMoment } from '../workbook/step-moment';
import { framePage, orderName, type Page } from './frame';
import { below, headlineOf, type OrderPageFacts } from './order-standing';

const steps = ({ entry, formatDay }: OrderPageFacts): string => {
  const { status, order, progress } = entry;
  const { stepsDone } = STATUS_FACTS[status];
  if (stepsDone === 0) return '';
  const isShipped = order.fulfillment === 'ship';
  const all = [
    ['Ordered', order.createdAt],
    ['Paid', stepMoment(progress, order.createdAt, 'paid')],
    [isShipped ? 'Shipped' : 'Picked up', stepMoment(progress, order.createdAt, 'shipped')],
  ] as const;
  const items = all.map(([name, moment], index) => {
    if (index >= stepsDone) return `<li>${name}</li>`;
    const day = moment ? `<small>${escapeHtml(formatDay(moment))}</small>` : '';
    const current = index === stepsDone - 1 ? ' aria-current="step"' : '';
    return `<li class="done"${current}>${name}${day}</li>`;
  });
  return `<ol class="steps">${items.join('')}</ol>`;
};

/** The longest photo number that fits next to size, count and price on a phone. */
const LONG_PHOTO = 10;

const items = ({ order }: LedgerEntry): string => {
  const rows = order.price.lines.map((line) => {
    const photo = escapeHtml(defuse(line.photoNumber));
    const isLong = line.photoNumber.length > LONG_PHOTO;
    return (
      `${isLong ? `<tr class="photo"><td colspan="4">${photo}</td></tr><tr><td></td>` : `<tr><td>${photo}</td>`}` +
      `<td>${escapeHtml(line.size)}</td><td class="n">${line.quantity}</td>` +
      `<td class="n">${isPriceUnknown(order.price, line.unitPrice) ? '' : formatDollars(cents(line.unitPrice * line.quantity))}</td></tr>`
    );
  });
  const sumRow = ([label, amount]: readonly [string, string]): string =>
    `<tr><th scope="row" colspan="3">${label}</th><td class="n">${amount}</td></tr>`;
  return (
    '<table><thead><tr><th scope="col">Photo</th><th scope="col">Size</th><th scope="col" class="n">Prints</th><th scope="col" class="n">Price</th></tr></thead>' +
    `<tbody>${rows.join('')}</tbody><tfoot>${priceSums(order).map(sumRow).join('')}</tfoot></table>`
  );
};

/** The page linked in every email: number, items, amount due and progress. */
export const orderPage = (facts: OrderPageFacts): Page => {
  const { entry, event, settings } = facts;
  const about = [orderName(entry.order.number), escapeHtml(defuse(event?.name ?? ''))].filter(Boolean);
  return framePage(
    `Order ${entry.order.number}`,
    settings,
    `<section class="card"><p class="about">${about.join('<br>')}</p><h1>${headlineOf(facts)}</h1>${steps(facts)}${below(facts)}</section>` +
      `<section class="card"><h2>Your prints</h2>${items(entry)}</section>`,
  );
};

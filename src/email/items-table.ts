import { defuse } from '../domain/defuse';
import { escapeHtml } from '../domain/html';
import { cents, formatDollars } from '../domain/money';
import type { Price } from '../domain/order';
import { EMAIL_STYLE } from './email-style';

/** What stands below the items: only lines that say something. */
const sums = (price: Price): [string, string][] => {
  const before = cents(price.subtotal + price.discount);
  return [
    ...(price.discount > 0
      ? ([
          ['Prints', formatDollars(before)],
          ['Discount', `-${formatDollars(price.discount)}`],
        ] as [string, string][])
      : []),
    ['Subtotal', formatDollars(price.subtotal)],
    ...(price.shippingFee > 0 ? ([['Shipping', formatDollars(price.shippingFee)]] as [string, string][]) : []),
    ['Total', formatDollars(price.total)],
  ];
};

/** The items and sums of an order as plain text, one line each. */
export const itemsText = (price: Price): string =>
  [
    ...price.lines.map(
      (line) =>
        `Photo ${defuse(line.photoNumber)}, ${line.size}: ${line.quantity} x ${formatDollars(line.unitPrice)} = ${formatDollars(cents(line.unitPrice * line.quantity))}`,
    ),
    ...sums(price).map(([label, amount]) => `${label}: ${amount}`),
  ].join('\n');

const HEAD = `padding:0 10px 8px 0;font-size:13px;font-weight:normal;color:${EMAIL_STYLE.quiet}`;
const CELL = `padding:9px 10px 9px 0;border-top:1px solid ${EMAIL_STYLE.line}`;
const LAST = `padding:9px 0;border-top:1px solid ${EMAIL_STYLE.line}`;

/** Kept short: a mail program cuts a message beyond 102 kB, and an order may have 200 lines. */
const lineRow = (line: Price['lines'][number]): string =>
  `<tr><td style="${CELL}"><b>${escapeHtml(defuse(line.photoNumber))}</b></td><td style="${CELL}">${escapeHtml(line.size)}</td>` +
  `<td align="right" style="${CELL}">${line.quantity} × ${formatDollars(line.unitPrice)}</td>` +
  `<td align="right" style="${LAST}">${formatDollars(cents(line.unitPrice * line.quantity))}</td></tr>`;

const sumRow = ([label, amount]: [string, string], index: number, all: readonly unknown[]): string => {
  const line = index === 0 || index === all.length - 1 ? `;border-top:2px solid ${EMAIL_STYLE.ink}` : '';
  const weight = index === all.length - 1 ? `font-size:18px;font-weight:bold` : `font-weight:normal`;
  const style = `padding:${line ? 12 : 4}px 0 ${index === all.length - 2 ? 12 : 4}px;${weight}${line}`;
  return `<tr><th scope="row" colspan="3" align="left" style="${style}">${label}</th><td align="right" style="${style}">${amount}</td></tr>`;
};

const header = (text: string, align: 'left' | 'right', style = HEAD): string =>
  `<th scope="col" align="${align}" style="${style}">${text}</th>`;

/** The items and sums of an order as an HTML table that mail programs show well. */
export const itemsHtml = (price: Price): string =>
  '<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;font-size:15px;line-height:1.35">' +
  `<tr>${header('Photo', 'left')}${header('Size', 'left')}${header('Quantity', 'right')}${header('Price', 'right', HEAD.replace('10px', '0'))}</tr>` +
  `${price.lines.map(lineRow).join('')}${sums(price).map(sumRow).join('')}</table>`;

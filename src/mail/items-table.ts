import { cents, formatDollars } from '../domain/money';
import type { Price } from '../domain/order';
import { escapeHtml } from './template';

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
        `Photo ${line.photoNumber}, ${line.size}: ${line.quantity} x ${formatDollars(line.unitPrice)} = ${formatDollars(cents(line.unitPrice * line.quantity))}`,
    ),
    ...sums(price).map(([label, amount]) => `${label}: ${amount}`),
  ].join('\n');

const CELL = 'padding:8px 6px;border-bottom:1px solid #e6e3dd';

const lineRow = (line: Price['lines'][number]): string =>
  `<tr><td style="${CELL}">${escapeHtml(line.photoNumber)}</td><td style="${CELL}">${escapeHtml(line.size)}</td>` +
  `<td align="right" style="${CELL}">${line.quantity} × ${formatDollars(line.unitPrice)}</td>` +
  `<td align="right" style="${CELL}">${formatDollars(cents(line.unitPrice * line.quantity))}</td></tr>`;

const sumRow = ([label, amount]: [string, string], index: number, all: readonly unknown[]): string => {
  const style = `padding:6px${index === all.length - 1 ? ';font-weight:bold;font-size:18px' : ''}`;
  return `<tr><td colspan="3" align="right" style="${style}">${label}</td><td align="right" style="${style}">${amount}</td></tr>`;
};

/** The items and sums of an order as an HTML table that mail programs show well. */
export const itemsHtml = (price: Price): string =>
  '<table width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;font-size:15px">' +
  `<tr><th scope="col" align="left" style="${CELL}">Photo</th><th scope="col" align="left" style="${CELL}">Size</th>` +
  `<th scope="col" align="right" style="${CELL}">Quantity</th><th scope="col" align="right" style="${CELL}">Price</th></tr>` +
  `${price.lines.map(lineRow).join('')}${sums(price).map(sumRow).join('')}</table>`;

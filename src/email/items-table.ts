import { defuse } from '../domain/defuse';
import { escapeHtml } from '../domain/html';
import { cents, formatDollars } from '../domain/money';
import type { Order } from '../domain/order';
import { isPriceUnknown } from '../domain/prices';
import { EMAIL_STYLE } from './email-style';
import { wholeNumbers } from './page';
import { priceSums } from './price-sums';

/** The items and sums of an order as plain text, one line each. */
export const itemsText = (order: Order): string =>
  [
    ...order.price.lines.map(
      (line) =>
        `Photo ${defuse(line.photoNumber)}, ${line.size}: ${line.quantity}${isPriceUnknown(order.price, line.unitPrice) ? '' : ` x ${formatDollars(line.unitPrice)} = ${formatDollars(cents(line.unitPrice * line.quantity))}`}`,
    ),
    ...priceSums(order).map(([label, amount]) => `${label}: ${amount}`),
  ].join('\n');

const HEAD = `padding:0 0 8px;font-size:13px;font-weight:normal;color:${EMAIL_STYLE.quiet}`;
const CELL = `padding:9px 0;border-top:1px solid ${EMAIL_STYLE.line}`;
/** Beside an amount, which is never torn. */
const AMOUNT = 'padding-left:10px;white-space:nowrap';
/** A photo number of more characters has a line of its own, or it would be torn on a phone. */
const LONGEST_BESIDE = 12;

/**
 * Photo above, size and quantity below: four columns are too many for a phone. Kept short: an email program cuts a message
 * beyond 102 kB, and an order may have 200 lines.
 */
const lineRow = (
  { photoNumber, size, quantity, unitPrice }: Order['price']['lines'][number],
  isUnknown: boolean,
): string => {
  const photo = `<b>${wholeNumbers(escapeHtml(defuse(photoNumber)))}</b>`;
  const isLong = photoNumber.length > LONGEST_BESIDE;
  const [above, below] = isLong
    ? [`<tr><td colspan="2" style="${CELL};word-break:break-word">${photo}</td></tr>`, 'padding:0 0 9px']
    : ['', CELL];
  return (
    `${above}<tr><td style="${below}">${isLong ? '' : `${photo}<br>`}` +
    `${wholeNumbers(escapeHtml(size))}, ${quantity}${isUnknown ? '' : `&nbsp;×&nbsp;${formatDollars(unitPrice)}`}</td>` +
    `<td align="right" valign="top" style="${below};${AMOUNT}">${isUnknown ? '' : formatDollars(cents(unitPrice * quantity))}</td></tr>`
  );
};

const sumRow = ([label, amount]: readonly [string, string], index: number, all: readonly unknown[]): string => {
  const line = index === 0 || index === all.length - 1 ? `;border-top:2px solid ${EMAIL_STYLE.ink}` : '';
  const weight = index === all.length - 1 ? `font-size:18px;font-weight:bold` : `font-weight:normal`;
  const style = `padding:${line ? 12 : 4}px 0 ${index === all.length - 2 ? 12 : 4}px;${weight}${line}`;
  return `<tr><th scope="row" align="left" style="${style}">${label}</th><td align="right" style="${style};${AMOUNT}">${amount}</td></tr>`;
};

const header = (text: string, align: 'left' | 'right'): string =>
  `<th scope="col" align="${align}" class="q" style="${HEAD}">${text}</th>`;

/** The items and sums of an order as an HTML table that email programs show well. */
export const itemsHtml = (order: Order): string =>
  '<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;font-size:15px;line-height:1.35">' +
  `<tr>${header('Photo, size and quantity', 'left')}${header('Price', 'right')}</tr>` +
  `${order.price.lines.map((line) => lineRow(line, isPriceUnknown(order.price, line.unitPrice))).join('')}${priceSums(order).map(sumRow).join('')}</table>`;

import { escapeHtml } from '../../../domain/html';
import type { LineItem } from '../../../domain/order';
import type { BatchItem, Paperwork } from '../../batch-view';
import { qrCode } from './qr-code';
import { addressBox, place, type Sheet, textBox } from './sheet';

const LEFT = 45;
const RIGHT = 567;
const WIDTH = RIGHT - LEFT;
const ROW = 19;
const FIRST_ROW = 258;
/** Rows of items in each of two columns. */
const ROWS = 20;
const GAP = 30;
const COLUMN = (WIDTH - GAP) / 2;

/** The items of a slip by page: two columns a page. */
const slipPages = (items: readonly LineItem[]): LineItem[][] => {
  const pages: LineItem[][] = [];
  for (let from = 0; from < items.length; from += 2 * ROWS) pages.push(items.slice(from, from + 2 * ROWS));
  return pages.length > 0 ? pages : [[]];
};

/** The widest letters are about as wide as the type is high, so a long text starts smaller. */
const sized = (text: string, width: number): string => {
  const size = Math.min(10.5, width / (Math.max(text.length, 1) * 0.96));
  return `<span style="display:block;font-size:${size.toFixed(2)}pt;line-height:13pt;white-space:pre">${escapeHtml(text)}</span>`;
};

const cell = (x: number, y: number, width: number, html: string, look = ''): string =>
  `<div class="at" style="${place({ x, y, width, height: 13 })};${look}">${html}</div>`;

const itemRow = ({ photoNumber, size, quantity }: LineItem, index: number): string => {
  const x = LEFT + Math.floor(index / ROWS) * (COLUMN + GAP);
  const y = FIRST_ROW + (index % ROWS) * ROW;
  return [
    `<div class="todo" style="left:${x}pt;top:${y + 2.5}pt"></div>`,
    cell(x + 18, y, 118, sized(photoNumber, 118)),
    cell(x + 142, y, 60, sized(size, 60)),
    cell(x + 204, y, COLUMN - 204, sized(String(quantity), COLUMN - 204), 'text-align:right;font-weight:bold'),
    `<div class="rule" style="left:${x}pt;top:${y + 15.5}pt;width:${COLUMN}pt;height:0.4pt;background:#bbb"></div>`,
  ].join('');
};

const heads = (columns: number): string =>
  Array.from({ length: columns }, (_, index) => {
    const x = LEFT + index * (COLUMN + GAP);
    const head = (at: number, width: number, text: string, look = ''): string =>
      cell(x + at, FIRST_ROW - 20, width, `<span style="font-size:8pt;color:#444">${text}</span>`, look);
    return head(18, 118, 'Photo') + head(142, 60, 'Size') + head(204, COLUMN - 204, 'Prints', 'text-align:right');
  }).join('');

const money = ({ subtotal, discount, shippingFee, total }: BatchItem): string =>
  [
    discount ? `Subtotal ${subtotal} (${discount} saved)` : `Subtotal ${subtotal}`,
    `Shipping ${shippingFee}`,
    `Total ${total}`,
  ].join('     ');

/** The bottom of the last page: how many prints, what they cost, the thank-you text, and a contact. */
const foot = (item: BatchItem, { slipPrices, thanks, contact }: Paperwork): string => {
  const prints = item.items.reduce((sum, { quantity }) => sum + quantity, 0);
  return [
    `<div class="rule" style="left:${LEFT}pt;top:652pt;width:${WIDTH}pt;height:0.75pt"></div>`,
    textBox({ x: LEFT, y: 660, width: 120, height: 16 }, [prints === 1 ? '1 print' : `${prints} prints`], {
      size: 11,
      look: 'bold',
    }),
    textBox({ x: LEFT + 130, y: 660, width: WIDTH - 130, height: 16 }, slipPrices ? [money(item)] : [], {
      size: 10,
      look: 'right',
    }),
    textBox({ x: LEFT, y: 690, width: WIDTH, height: 34 }, thanks ? [thanks] : [], { size: 12, least: 9 }),
    textBox({ x: LEFT, y: 728, width: WIDTH, height: 24 }, contact ? [`Questions? ${contact}`] : [], {
      size: 9,
      least: 7,
    }),
  ].join('');
};

/** The packing slip of one order: one page, or as many as its items need. */
export const slipSheets = (item: BatchItem, paperwork: Paperwork, of: number, batch: number): Sheet[] => {
  const pages = slipPages(item.items);
  const event = paperwork.events[item.event];
  const eventName = event?.name ?? item.event;
  const isPickup = item.fulfillment === 'pickup';
  const pickup = [item.name, ...(item.phone ? [item.phone] : []), ...(event?.pickup ? [event.pickup] : [])];
  return pages.map((items, index): Sheet => {
    const page = pages.length > 1 ? `, page ${index + 1} of ${pages.length}` : '';
    const isLast = index === pages.length - 1;
    return {
      paper: 'letter',
      nudge: 'letter',
      title: `${item.place} ${item.number} ${item.name}${page}`,
      problems: item.problems,
      ids: [item.id],
      html: [
        addressBox(
          { x: LEFT, y: 40, width: 250, height: 66 },
          { lines: paperwork.returnLines },
          { size: 10, least: 7 },
        ),
        textBox({ x: 310, y: 40, width: 160, height: 14 }, ['Packing slip'], { size: 10, look: 'soft right' }),
        textBox({ x: 310, y: 56, width: 160, height: 24 }, [item.number], { size: 16, look: 'bold right' }),
        textBox({ x: 310, y: 82, width: 160, height: 14 }, [`${item.place} of ${of}, batch ${batch}${page}`], {
          size: 9,
          least: 6,
          look: 'soft right',
        }),
        textBox({ x: 310, y: 98, width: 160, height: 14 }, item.ordered ? [`Ordered ${item.ordered}`] : [], {
          size: 9,
          least: 6,
          look: 'soft right',
        }),
        qrCode(item.number, { x: RIGHT - 88, y: 32, width: 88, height: 88 }),
        `<div class="rule" style="left:${LEFT}pt;top:128pt;width:${WIDTH}pt;height:0.75pt"></div>`,
        textBox({ x: LEFT, y: 138, width: 250, height: 12 }, [isPickup ? 'Pickup by' : 'Ship to'], {
          size: 8,
          look: 'soft',
        }),
        isPickup
          ? textBox({ x: LEFT, y: 152, width: 290, height: 74 }, pickup, { size: 11, least: 8 })
          : addressBox({ x: LEFT, y: 152, width: 290, height: 74 }, item, { size: 11 }, item.place),
        textBox({ x: 350, y: 138, width: RIGHT - 350, height: 12 }, eventName ? ['Event'] : [], {
          size: 8,
          look: 'soft right',
        }),
        textBox({ x: 350, y: 152, width: RIGHT - 350, height: 30 }, eventName ? [eventName] : [], {
          size: 11,
          least: 7,
          look: 'right',
        }),
        heads(items.length > ROWS ? 2 : 1),
        ...items.map(itemRow),
        isLast
          ? foot(item, paperwork)
          : textBox({ x: LEFT, y: 660, width: WIDTH, height: 16 }, ['Continued on next page'], {
              size: 10,
              look: 'soft right',
            }),
      ].join(''),
    };
  });
};

import type { LedgerBook, OrdersBook, SheetRow } from '../core/ports';
import { textOf } from '../workbook/layout';
import { type Progress, progressOrNone } from '../workbook/ledger-row';
import { TRACKING_COLUMN } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import { asTyped } from './tracking-numbers';

type Numbers = Pick<Progress, 'typedNumber' | 'trackingNumber'>;

const plain = (number = ''): string => number.replace(/[\s-]/g, '').toUpperCase();

const keptOf = ({ typedNumber, trackingNumber }: Numbers): string => plain(typedNumber ?? trackingNumber);

/** The tracking number in staff's column of each row, by Order ID. */
export const shownNumbers = (rows: readonly SheetRow[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ cells }) => [textOf(cells['Order ID']), asTyped(cells[TRACKING_COLUMN])]));

/** What the Ledger keeps, by Order ID. */
export const keptNumbers = (ledger: readonly SheetRow[]): ReadonlyMap<string, Progress> =>
  new Map(ledger.map(({ cells }) => [textOf(cells['Order ID']), progressOrNone(cells)]));

/**
 * Orders whose row shows a number that is kept for another order, and that order's id: a sort or a shift of some columns
 * leaves them so. Two orders in one parcel are none: the second one's first number is what the first one's row still shows.
 */
export const movedNumbers = (
  shown: ReadonlyMap<string, string>,
  kept: ReadonlyMap<string, Numbers>,
): ReadonlyMap<string, string> => {
  const owners = new Map([...kept].map(([id, numbers]) => [keptOf(numbers), id]));
  return new Map(
    [...shown].flatMap(([id, typed]): [string, string][] => {
      const number = plain(typed);
      const owner = number ? owners.get(number) : undefined;
      const own = kept.get(id) ?? {};
      if (owner === undefined || [own.typedNumber, own.trackingNumber].some((each) => plain(each) === number))
        return [];
      return keptOf(own) || plain(shown.get(owner)) !== number ? [[id, owner]] : [];
    }),
  );
};

/** What staff read on the cell, one line. @param owner the number of the order that had it before. */
export const movedNote = (owner: string): string =>
  `This was ${owner}'s tracking number. Type it again if it's right here; otherwise correct or delete it. Until then, no email will include it.`;

/** A note without that line: what staff wrote stays. */
export const withoutMovedNote = (note: string): string =>
  note
    .split('\n')
    .filter((line) => !/^This was .*'s tracking number\. Type it again/.test(line))
    .join('\n');

/** {@link movedNumbers} of some orders, read from the sheet; without such a column, nothing is read. */
export const movedIn = (
  { orders, ledger }: { readonly orders: OrdersBook; readonly ledger: LedgerBook },
  view: WorkbookView,
  ids: readonly string[],
): ReadonlyMap<string, string> => {
  if (ids.length === 0 || !view.places.orders?.layout.columns.has(TRACKING_COLUMN)) return new Map();
  const shown = shownNumbers(orders.rows(view, 2, null));
  return ids.some((id) => shown.get(id)) ? movedNumbers(shown, keptNumbers(ledger.upToProgress(view))) : new Map();
};

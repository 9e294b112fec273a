import { isErased } from '../domain/erased';
import { numberText } from '../domain/text/for-people';
import { erasedEntry } from '../ledger/erased-entry';
import type { Source, SourceOrder } from './restore-source';

/**
 * What a backup offers, without customers who were erased since it was made: their orders come back with items, money and
 * statuses, not with whose they were. One of which the backup has a row alone is not offered at all.
 * @param wasErased by the order's id (core/erased-ids.ts): the Ledger here may have been lost since.
 */
export const leaveErased = (source: Source, wasErased: (id: string) => boolean): Source => {
  const orders = new Map<string, SourceOrder>();
  let erased = 0;
  for (const [id, order] of source.orders) {
    if (!wasErased(id) || (order.entry && isErased(order.entry.order))) orders.set(id, order);
    else {
      erased += 1;
      if (order.entry) orders.set(id, { id, entry: erasedEntry(order.entry), row: null });
    }
  }
  return { ...source, orders, erased };
};

/** How staff are informed; blank when there is none. */
export const erasedLine = ({ erased = 0 }: Source): string =>
  erased === 0
    ? ''
    : `${erased === 1 ? '1 order belongs to a customer who was' : `${numberText(erased)} orders belong to customers who were`} erased since this backup, so names, addresses and notes are left out.`;

import type { ShownDifference } from '../methods';
import type { ChosenOrder } from '../restore';

/** What staff choose in the dialog: rows that are missing, those that are changed as well, or single ones. */
export type Take = 'missing' | 'all' | 'chosen';

type Found = Pick<ShownDifference, 'id' | 'kind' | 'own'>;

/**
 * The orders that a choice means. With their own columns those are meant, too, in which nothing else differs, or nothing
 * but how far the order has come: that stays.
 */
export const meantBy = <Order extends Found>(
  found: readonly Order[],
  take: Take,
  own: boolean,
  ticked: ReadonlySet<string>,
): readonly Order[] => {
  if (take === 'chosen') return found.filter(({ id }) => ticked.has(id));
  if (take === 'missing') return found.filter(({ kind }) => kind === 'missing');
  return found.flatMap((order) => {
    if (order.kind === 'missing' || order.kind === 'changed') return [order];
    return own && order.own.length > 0 ? [{ ...order, kind: 'own columns' }] : [];
  });
};

/** What the server gets to know about them. @param own whether staff's own columns are restored, too. */
export const chosenOf = (orders: readonly Found[], own: boolean): ChosenOrder[] =>
  orders.map(({ id, kind }) => ({ id, kind, own }));

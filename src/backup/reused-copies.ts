import type { SheetRow } from '../core/ports';
import { textOf } from '../workbook/layout';
import { holdsMore, isKnownElsewhere, ownTexts } from './own-columns';
import type { Source, SourceOrder } from './restore-source';

/**
 * Rows over which another order's row was pasted, by the order that they belong to: staff's columns in them are not those of
 * the pasted one. A backup says whose they are; else the orders without a row take them in turn.
 */
export const reusedCopies = (
  orders: readonly SourceOrder[],
  owned: ReadonlyMap<string, { readonly row: SheetRow }>,
  copies: ReadonlyMap<string, readonly SheetRow[]>,
  source: Source,
): ReadonlyMap<string, SheetRow> => {
  const numberOf = ({ entry, row }: SourceOrder): string => entry?.order.number ?? textOf(row?.['Order Number']);
  const missing = orders
    .filter(({ id }) => !owned.has(id))
    .sort((one, other) => (numberOf(one) < numberOf(other) ? -1 : 1));
  const free = [...copies]
    .flatMap(([id, rows]) => {
      const own = owned.get(id)?.row;
      return own ? rows.filter((copy) => holdsMore(copy, own)) : [];
    })
    .sort((one, other) => one.at - other.at);
  const reused = new Map<string, SheetRow>();
  const take = (order: SourceOrder, copy: SheetRow | undefined): void => {
    if (!copy) return;
    reused.set(order.id, copy);
    free.splice(free.indexOf(copy), 1);
  };
  for (const order of missing) {
    const { row } = order;
    if (row)
      take(
        order,
        free.find(({ cells }) => ownTexts(cells) === ownTexts(row)),
      );
  }
  for (const order of missing)
    if (!reused.has(order.id))
      take(
        order,
        free.find((copy) => !isKnownElsewhere(copy, source)),
      );
  return reused;
};

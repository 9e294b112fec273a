import { STATUS_FACTS } from '../domain/statuses';
import { ForPeople } from '../rpc/rpc';
import { activityRow } from '../workbook/activity-row';
import { batchRow, entriesText } from '../workbook/batch-row';
import { serialOf } from '../workbook/date-serial';
import { eventCodeOf, readEvents } from '../workbook/events';
import { arrange, type Sort } from './arrange';
import { batchHeads, needBatches, openBatches, waitsIn } from './batches';
import { MOST_ORDERS } from './choose';
import { commitPrints } from './commit';
import { PRINT_FACTS, type PrintKind } from './kinds';
import { entriesById, type KnownOrder, knownOrders } from './known-orders';
import type { EnvelopeSize } from './papers';
import { printOrder, sumOf } from './print-order';
import type { PrintPorts } from './print-ports';

/** What staff have chosen. */
export interface BatchOrder {
  readonly kinds: readonly PrintKind[];
  readonly sort: Sort;
  readonly ids: readonly string[];
  /** The envelope of each order, in the order of `ids`. */
  readonly sizes: readonly EnvelopeSize[];
  /** The newest batch that the plan knew of. */
  readonly newest: number;
}

/** The batch that was made; or why none was: what has become of the orders since the person looked. */
export type MadeBatch = { readonly made: number } | { readonly taken: readonly string[] };

/** The most that one cell holds, with room to spare (docs/google.md G11). */
const LONGEST = 49_000;

/**
 * Stores a batch before anything is printed, so that nobody else prints its orders unknowingly. Nothing counts as
 * printed yet.
 */
export const makeBatch = (ports: PrintPorts, { kinds, sort, ids, sizes, newest }: BatchOrder): MadeBatch => {
  if (kinds.length === 0) throw new ForPeople('Please choose what to print.');
  if (ids.length === 0) throw new ForPeople('Please choose at least one order.');
  if (ids.length > MOST_ORDERS) throw new ForPeople(`One batch takes ${MOST_ORDERS} orders. Please choose fewer.`);
  const result = commitPrints<MadeBatch>(ports, (view) => {
    needBatches(view);
    const heads = batchHeads(ports, view);
    const open = openBatches(ports, view, heads).filter(({ number }) => number > newest);
    const known = knownOrders(ports, view);
    const byId = new Map(known.map((order) => [order.id, order]));
    const chosen = ids.flatMap((id) => byId.get(id) ?? []);
    const taken = chosen.flatMap((order) => {
      const why = changedSince(order, kinds, newest) ?? heldBy(order);
      return why ? [`${order.number} ${why}.`] : [];
    });
    function heldBy({ id, progress }: KnownOrder): string | null {
      const held = waitsIn(open, kinds, id, progress);
      return held ? `is in batch ${held.number} now, which ${held.by} made a moment ago` : null;
    }
    if (taken.length > 0) return { changes: [], value: { taken } };
    const entries = entriesById(ports, view, chosen);
    const events = readEvents(view.events);
    const codeOf = (code: string): string => eventCodeOf(events, code);
    const sizeOf = new Map(ids.map((id, index) => [id, sizes[index] ?? null]));
    const orders = chosen.flatMap(({ id }) => {
      const found = entries.get(id);
      return found ? [{ ...printOrder(found.entry, sizeOf.get(id) ?? null, codeOf), sum: sumOf(found.entry) }] : [];
    });
    const sums = new Map(orders.map(({ id, sum }) => [id, sum]));
    const sorted = arrange(orders, sort, kinds.includes('envelopes'));
    const number = highest(heads, known) + 1;
    const now = ports.clock.now();
    const by = ports.person || 'staff';
    const batch = {
      number,
      madeAt: now.toISOString(),
      by,
      kinds,
      sortedBy: sort,
      state: 'open',
      count: sorted.length,
      entries: sorted.map(({ id, size }) => ({ id, size, sum: sums.get(id) ?? '', isOut: false })),
    } as const;
    if (entriesText(batch.entries).length > LONGEST)
      throw new ForPeople('These are too many orders for one batch. Please choose fewer. Nothing was done.');
    const told = activityRow({
      when: serialOf(ports.clock.local(now)),
      event: 'batch made',
      by,
      detail: `Batch ${number}: ${kinds.map((kind) => PRINT_FACTS[kind].name.toLowerCase()).join(', ')} for ${sorted.length} orders, from ${sorted[0]?.number} to ${sorted[sorted.length - 1]?.number}. Not printed yet.`,
    });
    return {
      changes: [
        { change: 'append', tab: 'batches', row: batchRow(batch) },
        { change: 'append', tab: 'activity', row: told },
      ],
      value: { made: number },
    };
  });
  return result;
};

/** The last batch number: a deleted Batches tab does not make an old number come again. */
const highest = (heads: readonly { readonly number: number }[], known: readonly KnownOrder[]): number => {
  const printed = known.flatMap(({ progress }) => Object.values(progress.batch ?? {}).map(Number));
  return [...heads.map(({ number }) => number), ...printed].reduce((most, number) => Math.max(most, number || 0), 0);
};

/** Why an order is not what the person saw; null when it is. */
const changedSince = ({ status, progress }: KnownOrder, kinds: readonly PrintKind[], newest: number): string | null => {
  const { unprintable } = STATUS_FACTS[status];
  if (unprintable) return unprintable.since;
  const printed = kinds.find((kind) => Number(progress.batch?.[kind] ?? 0) > newest);
  return printed ? `has been printed in batch ${progress.batch?.[printed]} in the meantime` : null;
};

import { STATUS_FACTS } from '../domain/statuses';
import { count } from '../domain/text/for-people';
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
  /** The newest batch that the plan knew about. */
  readonly newest: number;
}

/** The new batch; or why there is none: how the orders have changed since they were shown. */
export type MadeBatch = { readonly made: number } | { readonly taken: readonly string[] };

/** The most that one cell holds, with room to spare (docs/google.md G11). */
const LONGEST = 49_000;

/**
 * Stores a batch before anything is printed, so that no one else prints its orders by accident. Nothing counts as printed
 * yet.
 */
export const makeBatch = (ports: PrintPorts, { kinds, sort, ids, sizes, newest }: BatchOrder): MadeBatch => {
  if (kinds.length === 0) throw new ForPeople('Choose what to print.');
  if (ids.length === 0) throw new ForPeople('Select at least one order.');
  if (ids.length > MOST_ORDERS) throw new ForPeople(`A batch can have up to ${MOST_ORDERS} orders. Select fewer.`);
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
      return held ? `is now in batch ${held.number}, just created by ${held.by}` : null;
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
      throw new ForPeople('Too many orders for one batch. Select fewer.');
    const told = activityRow({
      when: serialOf(ports.clock.local(now)),
      event: 'batch created',
      by,
      detail: `Batch ${number}: ${kinds.map((kind) => PRINT_FACTS[kind].name.toLowerCase()).join(', ')} for ${count(sorted.length, 'order')}, ${sorted[0]?.number} to ${sorted[sorted.length - 1]?.number}. Not printed yet.`,
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

/** The last batch number: numbers aren't reused even if the Batches tab is deleted. */
const highest = (heads: readonly { readonly number: number }[], known: readonly KnownOrder[]): number => {
  const printed = known.flatMap(({ progress }) => Object.values(progress.batch ?? {}).map(Number));
  return [...heads.map(({ number }) => number), ...printed].reduce((most, number) => Math.max(most, number || 0), 0);
};

/** How an order differs from what was shown; null if it doesn't. */
const changedSince = ({ status, progress }: KnownOrder, kinds: readonly PrintKind[], newest: number): string | null => {
  const { unprintable } = STATUS_FACTS[status];
  if (unprintable) return unprintable.since;
  const printed = kinds.find((kind) => Number(progress.batch?.[kind] ?? 0) > newest);
  return printed ? `was printed in batch ${progress.batch?.[printed]} in the meantime` : null;
};

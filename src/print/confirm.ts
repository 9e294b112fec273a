import { STATUS_FACTS } from '../domain/statuses';
import { activityRow } from '../workbook/activity-row';
import { type BatchEntry, type BatchState, entriesText } from '../workbook/batch-row';
import type { Change } from '../workbook/changes';
import { serialOf } from '../workbook/date-serial';
import type { LedgerEntry, Progress } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import { batchNumbered, cameOut, type StandingBatch } from './batches';
import { commitPrints } from './commit';
import { isFor, PRINT_FACTS, type PrintKind } from './kinds';
import { entriesById, knownOrders } from './known-orders';
import { sumOf } from './print-order';
import type { PrintPorts } from './print-ports';

type Found = ReturnType<typeof entriesById>;

const entriesOfBatch = (ports: PrintPorts, view: WorkbookView, batch: StandingBatch): Found => {
  const ids = new Set(batch.entries.map(({ id }) => id));
  return entriesById(
    ports,
    view,
    knownOrders(ports, view).filter(({ id }) => ids.has(id)),
  );
};

/** Where an order's prints differ right now from what the Ledger says: true, false, or nothing. */
type Now = (kind: string, id: string) => boolean | undefined;

/** Whether every print of the batch is done. */
const isDone = (batch: StandingBatch, entries: readonly BatchEntry[], found: Found, now: Now): boolean =>
  entries.every(({ id, isOut }) => {
    const entry = found.get(id)?.entry;
    if (isOut || !entry || STATUS_FACTS[entry.status].unprintable) return true;
    return batch.kinds.every(
      (kind) => !isFor(kind, entry.order.fulfillment) || (now(kind, id) ?? cameOut(batch, kind, entry.progress)),
    );
  });

const batchChange = (batch: StandingBatch, entries: readonly BatchEntry[], state: BatchState): Change => ({
  change: 'update',
  tab: 'batches',
  at: batch.at,
  row: { Batch: String(batch.number), State: state, Orders: entriesText(entries) },
});

/** The lab list says what to print, and that stays: it has no names or addresses that might be corrected. */
const isAddressed = (kind: string): boolean => PRINT_FACTS[kind as PrintKind]?.one !== null;

/** A finished print: its order, and the checksum of its content. */
export interface PrintedOrder {
  readonly id: string;
  readonly sum: string;
}

/** Prints of the same batch that were printed before the order was changed: they are due again. */
const outdated = (batch: StandingBatch, kind: PrintKind, progress: Progress): string[] =>
  batch.kinds.filter((each) => each !== kind && isAddressed(each) && progress.batch?.[each] === String(batch.number));

const without = (record: Readonly<Record<string, string>> | undefined, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([key]) => !keys.includes(key)));

/**
 * Stores that prints of one kind are done, per order with the batch, in one commit. It changes no status. It skips orders
 * that were canceled in the meantime and those that no longer match their print: these still have to be printed again.
 * Confirming twice has no further effect.
 */
export const confirmPrinted = (
  ports: PrintPorts,
  number: number,
  kind: PrintKind,
  orders: readonly PrintedOrder[],
): { readonly printed: number } =>
  commitPrints(ports, (view) => {
    const batch = batchNumbered(ports, view, number);
    const found = entriesOfBatch(ports, view, batch);
    const sums = new Map(orders.map(({ id, sum }) => [id, sum]));
    const now = ports.clock.now().toISOString();
    const when = serialOf(ports.clock.local(ports.clock.now()));
    const changes: Change[] = [];
    const done = new Set<string>();
    const reopened = new Set<string>();
    const keepsSum = !isAddressed(kind) && batch.kinds.some(isAddressed);
    const entries = batch.entries.map((entry, index): BatchEntry => {
      const { at, entry: order } = found.get(entry.id) ?? {};
      if (!sums.has(entry.id) || entry.isOut || !at || !order || !isPrintable(order, kind)) return entry;
      const sum = sumOf(order);
      if (isAddressed(kind) && sums.get(entry.id) !== sum) return entry;
      const isChanged = sum !== entry.sum && !keepsSum;
      if (cameOut(batch, kind, order.progress) && !isChanged) return entry;
      done.add(entry.id);
      const { progress } = order;
      const again = isChanged ? outdated(batch, kind, progress) : [];
      for (const each of again) reopened.add(`${each} ${entry.id}`);
      const printed = { ...without(progress.printed, again), [kind]: now };
      const inBatch = { ...without(progress.batch, again), [kind]: String(number) };
      const detail = `${PRINT_FACTS[kind].told} ${index + 1} of batch ${number} printed.`;
      changes.push(
        {
          change: 'update',
          tab: 'ledger',
          at,
          row: { Progress: JSON.stringify({ ...progress, printed, batch: inBatch }) },
        },
        {
          change: 'append',
          tab: 'activity',
          row: activityRow({
            when,
            orderId: entry.id,
            orderNumber: order.order.number,
            event: 'printed',
            by: ports.person || 'staff',
            detail,
          }),
        },
      );
      return isChanged ? { ...entry, sum } : entry;
    });
    if (changes.length === 0) return { changes, value: { printed: 0 } };
    const whole = isDone(batch, entries, found, (each, id) =>
      each === kind && done.has(id) ? true : reopened.has(`${each} ${id}`) ? false : undefined,
    );
    const state = whole ? 'printed' : batch.state === 'set aside' ? batch.state : 'open';
    return { changes: [...changes, batchChange(batch, entries, state)], value: { printed: done.size } };
  });

const isPrintable = ({ status, order }: LedgerEntry, kind: PrintKind): boolean =>
  !STATUS_FACTS[status].unprintable && isFor(kind, order.fulfillment);

/** Removes orders from a batch, or adds them again: removed ones are free for another batch. */
export const takeOut = (ports: PrintPorts, number: number, ids: readonly string[], isOut: boolean): null =>
  commitPrints(ports, (view) => {
    const batch = batchNumbered(ports, view, number);
    const wanted = new Set(ids);
    const entries = batch.entries.map((entry) => (wanted.has(entry.id) ? { ...entry, isOut } : entry));
    const found = entriesOfBatch(ports, view, batch);
    const whole = isDone(batch, entries, found, () => undefined);
    const state = batch.state === 'set aside' ? batch.state : whole ? 'printed' : 'open';
    return { changes: [batchChange(batch, entries, state)], value: null };
  });

/** Discards a batch: what hasn't been printed is free for another one. */
export const setAside = (ports: PrintPorts, number: number): null =>
  commitPrints(ports, (view) => {
    const batch = batchNumbered(ports, view, number);
    const told = activityRow({
      when: serialOf(ports.clock.local(ports.clock.now())),
      event: 'batch discarded',
      by: ports.person || 'staff',
      detail: `Batch ${number} discarded. You can print the rest in another batch.`,
    });
    return {
      changes: [batchChange(batch, batch.entries, 'set aside'), { change: 'append', tab: 'activity', row: told }],
      value: null,
    };
  });

import { parseOrderNumber } from '../domain/order-number';
import { isHandedOver, SHIPPING_COURSE, STATUS_FACTS } from '../domain/statuses';
import { selectedIds } from '../email/staff/selected-ids';
import { ForPeople } from '../rpc/rpc';
import { eventCodeOf, readEvents } from '../workbook/events';
import type { WorkbookView } from '../workbook/view';
import { byNumber } from './arrange';
import { batchHeads, needBatches, openBatches, type StandingBatch, waitsIn } from './batches';
import { isFor, PRINT_FACTS, type PrintKind } from './kinds';
import { entriesById, type KnownOrder, knownOrders, readStanding } from './known-orders';
import { readNumbers } from './order-numbers';
import { type PrintOrder, printOrder } from './print-order';
import type { PrintPorts } from './print-ports';

/** Which orders are meant: what is due, the person's selection, an event's code, order numbers, or ids. */
export const SOURCES = ['due', 'selection', 'event', 'numbers', 'orders'] as const;
export type Source = (typeof SOURCES)[number];

/** One order that can be printed. */
export interface PlannedPrint extends PrintOrder {
  readonly status: string;
  /** Whether it is printed unless staff say otherwise. */
  readonly isDue: boolean;
  /** Why it is not: "envelope printed 2026-10-02 10:15 in batch 3". Blank when there is nothing to say. */
  readonly note: string;
}

/** Orders that wait in a batch which nobody has confirmed. */
export interface WaitingBatch {
  readonly number: number;
  readonly by: string;
  /** Local date and time. */
  readonly madeAt: string;
  readonly count: number;
}

/** What would be printed. */
export interface PrintPlan {
  readonly orders: readonly PlannedPrint[];
  /** A sentence for each order that cannot be printed. */
  readonly skipped: readonly string[];
  readonly waiting: readonly WaitingBatch[];
  /** Due orders beyond what one batch takes. */
  readonly more: number;
  /** The newest batch that this plan knows of. */
  readonly newest: number;
}

/** Orders of one batch: what its cell holds, and what a person can put into envelopes in a day. */
export const MOST_ORDERS = 500;

/** What came of each kind so far, in words. */
const printedWords = (ports: PrintPorts, kinds: readonly PrintKind[], { progress }: KnownOrder): string[] =>
  kinds.flatMap((kind) => {
    const at = progress.printed?.[kind];
    const batch = progress.batch?.[kind];
    if (!at) return [];
    const when = localTime(ports, at);
    return [`${PRINT_FACTS[kind].name.toLowerCase()} printed ${when}${batch ? ` in batch ${batch}` : ''}`];
  });

/** An instant as staff read it: local, to the minute. */
export const localTime = (ports: Pick<PrintPorts, 'clock'>, iso: string): string =>
  Number.isNaN(Date.parse(iso)) ? iso : ports.clock.local(new Date(iso)).replace('T', ' ').slice(0, 16);

const isDue = (kinds: readonly PrintKind[], { status, fulfillment, progress }: KnownOrder): boolean =>
  STATUS_FACTS[status].isOpen && kinds.some((kind) => isFor(kind, fulfillment) && !progress.printed?.[kind]);

/** Which orders are asked for; `missing` names what was not found. */
const asked = (
  ports: PrintPorts,
  view: WorkbookView,
  known: readonly KnownOrder[],
  codeOf: (code: string) => string,
  source: Source,
  what: readonly string[],
): { readonly orders: readonly KnownOrder[]; readonly missing: readonly string[] } => {
  switch (source) {
    case 'due':
      return { orders: known, missing: [] };
    case 'event': {
      const code = codeOf(what[0] ?? '');
      const isOfEvent = ({ number }: KnownOrder): boolean => {
        const prefix = parseOrderNumber(number)?.prefix;
        return prefix !== undefined && codeOf(prefix) === code;
      };
      return { orders: known.filter(isOfEvent), missing: [] };
    }
    case 'numbers':
      return readNumbers(what.join('\n'), known);
    case 'selection':
    case 'orders': {
      const ids = new Set(source === 'orders' ? what : selected(ports, view));
      const found = known.filter(({ id }) => ids.delete(id));
      return { orders: found, missing: [...ids].map((id) => `No order with the id ${id} was accepted.`) };
    }
  }
};

const selected = (ports: PrintPorts, view: WorkbookView): readonly string[] => {
  const ids = selectedIds(ports, view);
  if (ids.length === 0) throw new ForPeople('Please select cells of one or more orders in the Orders tab first.');
  return ids;
};

/** What would be printed of some kinds: nothing is written. */
export const planPrints = (
  ports: PrintPorts,
  kinds: readonly PrintKind[],
  source: Source,
  what: readonly string[],
): PrintPlan => {
  const view = ports.workbook.read();
  needBatches(view);
  const heads = batchHeads(ports, view);
  const batches = { open: openBatches(ports, view, heads), heads };
  return readStanding(() => planOf(ports, view, batches, kinds, source, what));
};

const planOf = (
  ports: PrintPorts,
  view: WorkbookView,
  { open, heads }: { readonly open: readonly StandingBatch[]; readonly heads: readonly { readonly number: number }[] },
  kinds: readonly PrintKind[],
  source: Source,
  what: readonly string[],
): PrintPlan => {
  const known = knownOrders(ports, view);
  const events = readEvents(view.events);
  const codeOf = (code: string): string => eventCodeOf(events, code);
  const { orders, missing } = asked(ports, view, known, codeOf, source, what);
  const skipped = [...missing];
  const waiting = new Map<number, WaitingBatch>();
  const wanted: { order: KnownOrder; isDue: boolean; notes: string[] }[] = [];
  for (const order of [...orders].sort(byNumber)) {
    const { id, number, status, fulfillment, progress } = order;
    const held = waitsIn(open, kinds, id, progress);
    const due = isDue(kinds, order);
    if (held && due) {
      const { by, madeAt } = held;
      const count = (waiting.get(held.number)?.count ?? 0) + 1;
      waiting.set(held.number, { number: held.number, by, madeAt: localTime(ports, madeAt), count });
    }
    if (source === 'due') {
      if (due && !held) wanted.push({ order, isDue: true, notes: [] });
      continue;
    }
    const { unprintable } = STATUS_FACTS[status];
    if (unprintable) skipped.push(`${number} ${unprintable.is}.`);
    else if (!kinds.some((kind) => isFor(kind, fulfillment))) skipped.push(`${number} is to be picked up.`);
    else {
      const notes = [
        ...(isHandedOver(status) ? [SHIPPING_COURSE[fulfillment].end] : []),
        ...(held ? [`in open batch ${held.number}`] : []),
        ...printedWords(ports, kinds, order),
      ];
      wanted.push({ order, isDue: due && !held, notes });
    }
  }
  const taken = wanted.slice(0, MOST_ORDERS);
  const entries = entriesById(
    ports,
    view,
    taken.map(({ order }) => order),
  );
  return {
    orders: taken.flatMap(({ order, isDue: due, notes }) => {
      const found = entries.get(order.id);
      if (!found) {
        skipped.push(`${order.number} cannot be printed: its line in the Ledger cannot be read.`);
        return [];
      }
      return [{ ...printOrder(found.entry, null, codeOf), status: order.status, isDue: due, note: notes.join('; ') }];
    }),
    skipped,
    waiting: [...waiting.values()],
    more: wanted.length - taken.length,
    newest: heads.reduce((most, { number }) => Math.max(most, number), 0),
  };
};

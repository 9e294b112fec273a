import { shownTime } from '../core/shown-time';
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
  /** Whether it is printed unless staff deselect it. */
  readonly isDue: boolean;
  /** Why it isn't: "envelopes printed Oct 2, 10:15 AM in batch 3". Blank if there is nothing to say. */
  readonly note: string;
}

/** Orders that wait in an unconfirmed batch. */
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
  /** A sentence for each order that can't be printed. */
  readonly skipped: readonly string[];
  readonly waiting: readonly WaitingBatch[];
  /** Due orders that don't fit into one batch. */
  readonly more: number;
  /** The newest batch that this plan knows about. */
  readonly newest: number;
}

/** Orders per batch: as many as its cell can hold, and as staff can put into envelopes in a day. */
export const MOST_ORDERS = 500;

/** When each kind was printed, in words. */
const printedWords = (ports: PrintPorts, kinds: readonly PrintKind[], { progress }: KnownOrder): string[] =>
  kinds.flatMap((kind) => {
    const at = progress.printed?.[kind];
    const batch = progress.batch?.[kind];
    if (!at) return [];
    const when = localTime(ports, at);
    return [`${PRINT_FACTS[kind].name.toLowerCase()} printed ${when}${batch ? ` in batch ${batch}` : ''}`];
  });

/** An instant in words, in the sheet's time zone; a text that isn't one stays as it is. */
export const localTime = (ports: Pick<PrintPorts, 'clock'>, iso: string): string =>
  Number.isNaN(Date.parse(iso)) ? iso : shownTime(ports.clock, iso);

const isDue = (kinds: readonly PrintKind[], { status, fulfillment, progress }: KnownOrder): boolean =>
  STATUS_FACTS[status].isOpen && kinds.some((kind) => isFor(kind, fulfillment) && !progress.printed?.[kind]);

/** The requested orders; `missing` names what wasn't found. */
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
      return { orders: found, missing: [...ids].map((id) => `There is no order with the ID ${id}.`) };
    }
  }
};

const selected = (ports: PrintPorts, view: WorkbookView): readonly string[] => {
  const ids = selectedIds(ports, view);
  if (ids.length === 0) throw new ForPeople('Select one or more orders in the Orders tab first.');
  return ids;
};

/** What would be printed: nothing is written. */
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
    else if (!kinds.some((kind) => isFor(kind, fulfillment))) skipped.push(`${number} is a pickup order.`);
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
        skipped.push(`${order.number} can't be printed: its Ledger row is damaged.`);
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

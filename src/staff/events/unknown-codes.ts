import type { LedgerBook } from '../../core/ports';
import { numberPrefix, parseOrderNumber } from '../../domain/order-number';
import { type OrderStatus, parseOrderStatus, STATUS_FACTS } from '../../domain/statuses';
import { type PhotoEvent, readEvents } from '../../workbook/events';
import { textOf } from '../../workbook/layout';
import type { WorkbookView } from '../../workbook/view';

/** A code of orders that matches no event. */
export interface UnknownCode {
  readonly code: string;
  /** The orders with this code, newest first. */
  readonly ids: readonly string[];
  /** The code of an event with a similar spelling; blank if there is none. */
  readonly likely: string;
}

/** What the Ledger says about an order's event. */
export interface CodedOrder {
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatus | null;
  /** ISO 8601; blank if the Ledger doesn't say. */
  readonly acceptedAt: string;
  /** Blank for an imported order: its number says nothing about an event. */
  readonly fingerprint: string;
}

/** Orders that are older than this, and canceled ones, don't count. */
const DAYS = 60;
const DAY = 86_400_000;

/**
 * The unknown codes, from the prefixes of order numbers.
 * @param orders newest first.
 */
export const unknownCodes = (
  orders: readonly CodedOrder[],
  events: ReadonlyMap<string, PhotoEvent>,
  now: Date,
): UnknownCode[] => {
  const found = new Map<string, string[]>();
  for (const { id, number, status, acceptedAt, fingerprint } of orders) {
    const code = parseOrderNumber(number)?.prefix;
    if (!code || code === numberPrefix('') || events.has(code) || id === '') continue;
    if (fingerprint === '' || (status && STATUS_FACTS[status].money === 'off')) continue;
    if (!(now.getTime() - Date.parse(acceptedAt) < DAYS * DAY)) continue;
    found.set(code, [...(found.get(code) ?? []), id]);
  }
  return [...found].map(([code, ids]) => ({ code, ids, likely: likelyEvent(code, events) }));
};

/** The unknown codes, read from the Ledger. */
export const readUnknownCodes = (ledger: LedgerBook, view: WorkbookView, now: Date): UnknownCode[] => {
  const orders = ledger.upToProgress(view).map(
    ({ cells }): CodedOrder => ({
      id: textOf(cells['Order ID']),
      number: textOf(cells['Order Number']),
      status: parseOrderStatus(textOf(cells.Status)),
      acceptedAt: textOf(cells['Accepted At']),
      fingerprint: textOf(cells.Fingerprint),
    }),
  );
  return unknownCodes(orders, readEvents(view.events), now);
};

/** How many letters two codes may differ by to be considered similar. */
const NEAR = 2;

const likelyEvent = (code: string, events: ReadonlyMap<string, PhotoEvent>): string => {
  let [likely, least] = ['', NEAR + 1];
  for (const [key, event] of events) {
    const distance = distanceOf(code, key);
    if (distance < least && distance < key.length / 2) [likely, least] = [event.code, distance];
  }
  return likely;
};

/** Letters to change, add, remove or swap with their neighbor to turn one text into the other. */
const distanceOf = (a: string, b: string): number => {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
};

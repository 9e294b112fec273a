import type { LedgerBook } from '../../core/ports';
import { numberPrefix, parseOrderNumber } from '../../domain/order-number';
import { type OrderStatus, parseOrderStatus, STATUS_FACTS } from '../../domain/statuses';
import { type PhotoEvent, readEvents } from '../../workbook/events';
import { textOf } from '../../workbook/layout';
import type { WorkbookView } from '../../workbook/view';

/** A code that orders came with and no event has: "what is ASDRA26?" */
export interface UnknownCode {
  readonly code: string;
  /** The orders that came with it, the newest first. */
  readonly ids: readonly string[];
  /** The code of an event that is spelt almost like it; blank when none is. */
  readonly likely: string;
}

/** What the Ledger says of an order, as far as it tells of its event. */
export interface CodedOrder {
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatus | null;
  /** ISO 8601; blank when the Ledger does not say. */
  readonly acceptedAt: string;
  /** Blank for an order that stood in the sheet before the program: its number tells nothing of an event. */
  readonly fingerprint: string;
}

/** Nobody is asked about orders that are older than this, or cancelled. */
const DAYS = 60;
const DAY = 86_400_000;

/**
 * The codes to ask about, from the prefixes of order numbers.
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

/** The codes to ask about, read from the Ledger as it stands at one moment. */
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

/** How many letters a code may differ by to be taken for another one. */
const NEAR = 2;

const likelyEvent = (code: string, events: ReadonlyMap<string, PhotoEvent>): string => {
  let [likely, least] = ['', NEAR + 1];
  for (const [key, event] of events) {
    const distance = distanceOf(code, key);
    if (distance < least && distance < key.length / 2) [likely, least] = [event.code, distance];
  }
  return likely;
};

/** Letters to change, add, leave out or swap with their neighbour to make one text the other. */
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

import { cachedRead } from '../api/read-cache';
import { parseAmount } from '../domain/money';
import { ORDER_STATUSES, type OrderStatus, parseOrderStatus } from '../domain/statuses';
import type { Cache, Clock, Crypto, LedgerBook, Mailer, OrdersBook, OutboxBook, WorkbookReader } from '../ports';
import { textOf } from '../workbook/layout';
import type { Progress } from '../workbook/ledger-row';

/** What the overview is read from. */
export interface TodayPorts {
  readonly workbook: WorkbookReader;
  readonly orders: OrdersBook;
  readonly ledger: LedgerBook;
  readonly outbox: OutboxBook;
  readonly clock: Clock;
  readonly cache: Cache;
  readonly crypto: Crypto;
  readonly mailer: Mailer;
  readonly sends: boolean;
  readonly rejectedStates: () => readonly string[];
}

/** Something that wants a person: how many, and where to find them (order ids, or a tab). */
export interface TodayItem {
  readonly key: string;
  readonly count: number;
  readonly ids?: readonly string[];
  readonly tab?: 'Outbox' | 'Rejected';
}

/** The day at a glance. */
export interface Today {
  /** ISO 8601, UTC: when it was read. */
  readonly asOf: string;
  readonly statuses: readonly {
    readonly status: OrderStatus;
    readonly count: number;
    readonly cents: number;
    readonly ids: readonly string[];
  }[];
  readonly items: readonly TodayItem[];
  /** The newest orders and when they were accepted, newest first. */
  readonly newest: readonly { readonly id: string; readonly at: string }[];
  /** Mails that this account may still send today; null for other staff. */
  readonly mailsLeft: number | null;
}

/** Days after which an order is shown as waiting. Nothing is ever cancelled for it. */
const SHIP_DAYS = 3;
const PENDING_DAYS = 7;
const RATING_DAYS = 14;
const LOW_RATING = 2;
const DAY = 86_400_000;
/** What a jump can select. */
const MOST_IDS = 300;
const NEWEST = 100;

/** Reads the overview, at most every 30 seconds. */
export const readToday = (ports: TodayPorts): Today =>
  JSON.parse(
    cachedRead(ports.cache, ports.crypto, `today ${ports.sends}`, () => ({
      text: JSON.stringify(makeToday(ports)),
      keep: true,
    })),
  ) as Today;

const makeToday = (ports: TodayPorts): Today => {
  const view = ports.workbook.read();
  const now = ports.clock.now();
  const rows = ports.orders.rows(view, 2, null).filter(({ cells }) => textOf(cells['Order ID']) !== '');
  const [progress, accepted, ids, flags] = ['Progress', 'Accepted At', 'Order ID', 'Flag'].map((header) =>
    ports.ledger.column(view, header).map(textOf),
  ) as [string[], string[], string[], string[]];
  const ledger = new Map(
    ids.map((id, at) => [id, { progress: parse(progress[at]), accepted: accepted[at] ?? '', flag: flags[at] ?? '' }]),
  );
  const isOlder = (moment: string | undefined, days: number): boolean =>
    now.getTime() - Date.parse(moment ?? '') > days * DAY;
  const waiting = (shipping: string) =>
    idsOf(
      rows.filter(
        ({ cells }) =>
          cells.Status === 'paid' &&
          cells['Shipping Status'] === shipping &&
          isOlder(ledger.get(textOf(cells['Order ID']))?.progress.paid, SHIP_DAYS),
      ),
    );
  const pending = rows.filter(
    ({ cells }) => cells.Status === 'pending' && isOlder(ledger.get(textOf(cells['Order ID']))?.accepted, PENDING_DAYS),
  );
  const known = [...ledger].filter(([id]) => id !== '');
  const low = known.filter(
    ([
      ,
      {
        progress: { feedback },
      },
    ]) => feedback?.rating !== undefined && feedback.rating <= LOW_RATING && !isOlder(feedback.at, RATING_DAYS),
  );
  const odd = known.filter(([, { flag }]) => flag !== '');
  const mails = ports.outbox.all(view).map(({ cells }) => textOf(cells.State));
  const inState = (...states: readonly string[]): number => mails.filter((state) => states.includes(state)).length;
  const refused = ports.rejectedStates().filter((state) => !state.startsWith('replayed')).length;
  const orders = (key: string, found: readonly string[]): TodayItem => ({
    key,
    count: found.length,
    ids: found.slice(0, MOST_IDS),
  });
  return {
    asOf: now.toISOString(),
    statuses: ORDER_STATUSES.map((status) => {
      const found = rows.filter(({ cells }) => parseOrderStatus(textOf(cells.Status)) === status);
      const sum = found.reduce((total, { cells }) => total + (parseAmount(cells.Total) ?? 0), 0);
      return { status, count: found.length, cents: sum, ids: idsOf(found).slice(0, MOST_IDS) };
    }),
    items: [
      orders(
        'odd',
        odd.map(([id]) => id),
      ),
      { key: 'refused', count: refused, tab: 'Rejected' as const },
      { key: 'unsure', count: inState('unsure', 'failed'), tab: 'Outbox' as const },
      { key: 'held', count: inState('held'), tab: 'Outbox' as const },
      { key: 'waiting', count: inState('queued', 'waiting for quota'), tab: 'Outbox' as const },
      orders(
        'low',
        low.map(([id]) => id),
      ),
      orders('ship', waiting('to ship')),
      orders('pickup', waiting('to pick up')),
      orders('pending', idsOf(pending)),
    ].filter(({ count }) => count > 0),
    newest: known.slice(0, NEWEST).map(([id, { accepted: at }]) => ({ id, at })),
    mailsLeft: ports.sends ? ports.mailer.left() : null,
  };
};

const idsOf = (rows: readonly { readonly cells: Readonly<Record<string, unknown>> }[]): string[] =>
  rows.map(({ cells }) => String(cells['Order ID']).trim());

const parse = (text: string | undefined): Progress => {
  try {
    return JSON.parse(text || '{}') as Progress;
  } catch {
    return {};
  }
};

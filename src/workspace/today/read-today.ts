import { cachedRead } from '../../api/read-cache';
import { readMailDay } from '../../mail/mail-day';
import type {
  Cache,
  Clock,
  Crypto,
  LedgerBook,
  Mailer,
  OrdersBook,
  OutboxBook,
  Properties,
  RejectedBook,
  WorkbookReader,
} from '../../ports';
import { LAST_GOOD, readConfig } from '../../workbook/config';
import { layoutProblem } from '../../workbook/layout';
import type { Settings } from '../../workbook/settings';
import type { WorkbookView } from '../../workbook/view';
import type { TodayFacts } from './facts';
import { type Today, todayOf } from './today';

/** What the overview is read from. */
export interface TodayPorts {
  readonly workbook: WorkbookReader;
  readonly orders: OrdersBook;
  readonly ledger: LedgerBook;
  readonly outbox: OutboxBook;
  readonly properties: Properties;
  readonly clock: Clock;
  readonly cache: Cache;
  readonly crypto: Crypto;
  readonly mailer: Mailer;
  /** Whether the person is the operator, whose account sends the mails. */
  readonly sends: boolean;
  readonly rejected: Pick<RejectedBook, 'states'>;
}

/** Mails that the operator's account may still send. */
export interface Quota {
  /** Null when nobody has looked yet. */
  readonly left: number | null;
  /** So many of them are kept for alerts. */
  readonly reserve: number;
}

export type TodayAnswer = Today & { readonly quota: Quota };

/** Reads the overview, at most every 30 seconds for all who look at it. */
export const readToday = (ports: TodayPorts): TodayAnswer =>
  JSON.parse(
    cachedRead(ports.cache, ports.crypto, `today ${ports.sends}`, () => ({
      text: JSON.stringify(lookNow(ports)),
      keep: true,
    })),
  ) as TodayAnswer;

/** Everything as it stands now: seven reads, whatever the size of the sheet. */
export const factsNow = (
  ports: TodayPorts,
  view: WorkbookView,
): { readonly facts: TodayFacts; readonly settings: Settings } => {
  const properties = ports.properties.all();
  const { settings, events } = readConfig(view, properties[LAST_GOOD]);
  const { orders } = view.places;
  const facts: TodayFacts = {
    now: ports.clock.now(),
    problem: orders ? layoutProblem(orders.layout) : 'The Orders tab is missing.',
    orders: ports.orders.rows(view, 2, null),
    ledger: ports.ledger.upToProgress(view),
    mails: ports.outbox.states(view),
    rejected: ports.rejected.states(view),
    events,
    settings,
    properties,
  };
  return { facts, settings };
};

const lookNow = (ports: TodayPorts): TodayAnswer => {
  const { facts, settings } = factsNow(ports, ports.workbook.read());
  // Another person's account has a quota of its own, which says nothing: the operator's is known from the last sweep.
  const left = ports.sends ? ports.mailer.left() : (readMailDay(ports.properties)?.left ?? null);
  return { ...todayOf(facts), quota: { left, reserve: settings.mailReserve } };
};

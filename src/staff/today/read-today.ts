import type { Ports } from '../../core/all-ports';
import { cachedRead } from '../../core/read-cache';
import { shownTime } from '../../core/shown-time';
import { clockText } from '../../domain/text/for-people';
import { readEmailDay } from '../../email/email-day';
import { outboxFrom } from '../../email/read-emails';
import type { HealthLine } from '../../health/health-facts';
import { isPoint, linesAtHand } from '../../health/health-lines';
import { lastCheck } from '../../health/last-check';
import { addressIn, careTaken, emailsIn } from '../../health/read-health';
import { sheetProblems } from '../../health/sheet-problems';
import { turnedAwayLately } from '../../health/turned-away';
import { expectedRow } from '../../ledger/expected-row';
import { indexEntry } from '../../ledger/row-owner';
import { type Config, configOf } from '../../workbook/config';
import { layoutProblem, textOf } from '../../workbook/layout';
import { parseHead } from '../../workbook/ledger-row';
import type { WorkbookView } from '../../workbook/view';
import type { TodayFacts } from './facts';
import { type Today, todayOf } from './today';

/** What the overview is read from. */
export type TodayPorts = Pick<
  Ports,
  | 'workbook'
  | 'orders'
  | 'ledger'
  | 'outbox'
  | 'properties'
  | 'clock'
  | 'cache'
  | 'crypto'
  | 'mailer'
  | 'sends'
  | 'rejected'
>;

/** How many emails the operator's account may still send. */
export interface Quota {
  /** Null when it isn't known yet. */
  readonly left: number | null;
  /** How many of them are reserved for alerts. */
  readonly reserve: number;
}

/** What the dialog Health would say, as far as it's known: the labels of the lines that need attention. */
export interface HealthAtHand {
  readonly points: readonly string[];
  /** Whether the operator's whole check has ever run: it runs at night, and when the operator opens Health. */
  readonly isChecked: boolean;
}

/** The day as the sidebar shows it; times are in words, in the sheet's time zone (those in `newest` are ISO 8601). */
export type TodayAnswer = Today & { readonly quota: Quota; readonly health: HealthAtHand };

/** Reads the overview, at most every 30 seconds for all users together. */
export const readToday = (ports: TodayPorts): TodayAnswer =>
  JSON.parse(
    cachedRead(ports.cache, ports.crypto, `today ${ports.sends}`, () => ({
      text: JSON.stringify(lookNow(ports)),
      keep: true,
    })),
  ) as TodayAnswer;

/** Everything as it is now: seven reads, whatever the size of the sheet. */
export const factsNow = (
  ports: TodayPorts,
  view: WorkbookView,
): { readonly facts: TodayFacts; readonly config: Config } => {
  const properties = ports.properties.all();
  const config = configOf(ports, view);
  const { orders } = view.places;
  const problem = orders ? layoutProblem(orders.layout) : 'The Orders tab is missing.';
  const read = ofOneMoment(ports, view);
  const facts: TodayFacts = {
    now: ports.clock.now(),
    problem,
    ledger: read.ledger,
    // As long as columns are missing, the statuses come from the Ledger.
    orders:
      problem === ''
        ? read.orders
        : read.ledger.map(({ at, cells }) => ({ at, cells: expectedRow(indexEntry({ at, cells })) })),
    ...emailsNow(ports, view),
    rejected: ports.rejected.states(view),
    events: config.events,
    settings: config.settings,
    properties,
    turnedAway: turnedAwayLately(properties, ports.clock),
  };
  return { facts, config };
};

/** The states of all emails; the rows of held ones are read when there are any, for the reason. */
const emailsNow = ({ outbox }: TodayPorts, view: WorkbookView): Pick<TodayFacts, 'emails' | 'largeOrders'> => {
  const emails = outbox.states(view);
  const held = emails.indexOf('held');
  const from = held < 0 ? [] : outboxFrom(outbox, view, held + 2);
  const large = from.filter(({ state, reason }) => state === 'held' && reason === 'large-total');
  return { emails, largeOrders: large.map(({ orderId }) => orderId) };
};

const MOST_READS = 3;

/**
 * Orders and Ledger at the same moment: an order that lands between the two reads would look like one without a row. If
 * the Ledger's revision has changed, both are read again.
 */
const ofOneMoment = ({ orders, ledger }: TodayPorts, view: WorkbookView): Pick<TodayFacts, 'orders' | 'ledger'> => {
  let revision = view.head?.revision;
  for (let reads = 1; ; reads++) {
    const read = { orders: orders.rows(view, 2, null), ledger: ledger.upToProgress(view) };
    const now = parseHead(read.ledger[0]?.cells.Head)?.revision;
    if (now === revision || reads === MOST_READS) return read;
    revision = now;
  }
};

const lookNow = (ports: TodayPorts): TodayAnswer => {
  const view = ports.workbook.read();
  const { facts, config } = factsNow(ports, view);
  // Each account has its own limit; the operator's, which counts, is known from the last sweep.
  const left = ports.sends ? ports.mailer.remaining() : (readEmailDay(ports.properties)?.remaining ?? null);
  const shown = (moment: string): string => shownTime(ports.clock, moment);
  const today = todayOf(facts);
  return {
    ...today,
    asOf: clockText(ports.clock.local(facts.now)),
    backup: today.backup && shown(today.backup),
    sweep: today.sweep && shown(today.sweep),
    messages: today.messages.map((message) => ({ ...message, at: shown(message.at) })),
    quota: { left, reserve: config.settings.emailReserve },
    health: healthAtHand(facts, config, sheetProblems(view, config), ports.sends ? left : null),
  };
};

const healthAtHand = (
  { now, ledger: [newest], emails, properties }: TodayFacts,
  { settings }: Config,
  problems: readonly string[],
  emailsLeft: number | null,
): HealthAtHand => {
  const lines: readonly HealthLine[] = linesAtHand({
    now,
    local: (iso) => iso,
    lastIntake: textOf(newest?.cells['Accepted At']),
    ...careTaken(properties),
    emails: emailsIn(emails),
    testAddress: settings.testModeAddress,
    address: addressIn(settings, properties),
    emailsLeft,
    problems,
  });
  const last = lastCheck(properties);
  return {
    points: [...lines.filter(isPoint).map(({ label }) => label), ...(last ?? [])],
    isChecked: last !== null,
  };
};

import { SET_UP_FIRST } from '../../core/words';
import { type Fulfillment, parseOrderStatus, SHIPPING_COURSE, STATUS_FACTS } from '../../domain/statuses';
import { OPEN } from '../../intake/rejected';
import { indexEntry } from '../../ledger/row-owner';
import { oddRows } from '../../statuses/odd-rows';
import { textOf } from '../../workbook/layout';
import type { Progress } from '../../workbook/ledger-row';
import { unknownCodes } from '../events/unknown-codes';
import type { LedgerFacts, Seen, TodayFacts } from './facts';
import { isLate } from './upkeep';

/** Something that needs attention, in words, with how many there are and where they are. */
export interface TodayItem {
  readonly key: string;
  /** What it is, without the count: `Paid 3+ days ago, not shipped`. */
  readonly text: string;
  readonly count: number;
  /** Whether an order or an email may get lost because of it. */
  readonly isUrgent: boolean;
  /** Orders, the ones at the top of the sheet first; at most {@link MOST_IDS}. */
  readonly ids?: readonly string[];
  /** Rows of a tab (2 = the first below the header); at most {@link MOST_IDS}. */
  readonly tab?: 'Orders' | 'Outbox' | 'Rejected';
  readonly rows?: readonly number[];
  /** What to do about it, if selecting the rows isn't enough. */
  readonly help?: string;
}

/** What one click can select. */
export const MOST_IDS = 300;

const DAY = 86_400_000;

interface Where {
  readonly ids?: readonly string[];
  readonly tab?: TodayItem['tab'];
  readonly rows?: readonly number[];
}

const item = (key: string, text: string, isUrgent: boolean, { ids, tab, rows }: Where, help = ''): TodayItem => ({
  key,
  text,
  count: (ids?.length ?? 0) + (rows?.length ?? 0),
  isUrgent,
  ...(ids ? { ids: ids.slice(0, MOST_IDS) } : {}),
  ...(tab && rows ? { tab, rows: rows.slice(0, MOST_IDS) } : {}),
  ...(help ? { help } : {}),
});

/** Everything that needs attention, urgent items first. */
export const itemsOf = (facts: TodayFacts, known: readonly LedgerFacts[], seen: readonly Seen[]): TodayItem[] =>
  [
    ...problemItem(facts),
    ...sheetItems(facts, known, seen),
    ...largeItem(facts, seen),
    ...emailItems(facts),
    ...workItems(facts, seen),
    ...codeItems(facts),
    ...careItems(facts),
  ].filter(({ count }) => count > 0);

/** As long as columns are missing, the rest can't be trusted, so this comes first. */
const problemItem = ({ problem }: TodayFacts): TodayItem[] =>
  problem === '' ? [] : [{ key: 'headers', text: problem, count: 1, isUrgent: true, help: SET_UP_FIRST }];

const REBUILD = 'CPS Orders > Data > Rebuild missing rows brings them back.';

const sheetItems = ({ orders, ledger, rejected }: TodayFacts, known: readonly LedgerFacts[], seen: readonly Seen[]) => {
  const present = new Set(seen.map(({ id }) => id));
  const odd = oddRows(orders, ledger.map(indexEntry));
  const oddIds = new Set(odd.map(({ id }) => id));
  const flagged = seen.filter((order) => order.known?.flag && !oddIds.has(order.id)).map(({ id }) => id);
  const missing = known.filter(({ id }) => id !== '' && !present.has(id)).map(({ id }) => id);
  const refused = rejected.flatMap((state, index) => (state.toLowerCase() === OPEN ? [index + 2] : []));
  return [
    item('odd', 'Rows to check', true, { ids: flagged, tab: 'Orders', rows: odd.map(({ at }) => at) }),
    item('missing', 'Orders without a row', true, { ids: missing }, REBUILD),
    item('refused', 'Rejected orders', true, { tab: 'Rejected', rows: refused }),
  ];
};

const EMAIL_ITEMS = [
  ['unsure', 'Emails that may have been sent', ['unsure'], true],
  ['failed', "Emails that couldn't be sent", ['failed'], true],
  ['held', 'Emails on hold', ['held'], false],
  ['waiting', 'Emails waiting to go out', ['queued', 'waiting for quota'], false],
] as const;

const CHECK = 'Check the order, then release its receipt (Emails > Waiting emails) or cancel the order.';

/** Orders whose receipt is on hold until staff check the total; canceled orders don't count. */
const largeItem = ({ largeOrders }: TodayFacts, seen: readonly Seen[]): TodayItem[] => {
  const isOn = ({ status }: Seen) => status === null || STATUS_FACTS[status].money !== 'off';
  const ids = seen.filter((order) => isOn(order) && largeOrders.includes(order.id)).map(({ id }) => id);
  return [item('large', 'Orders with an unusually high total', true, { ids }, CHECK)];
};

const emailItems = ({ emails }: TodayFacts): TodayItem[] =>
  EMAIL_ITEMS.map(([key, text, states, isUrgent]) => {
    const rows = emails.flatMap((state, index) => ((states as readonly string[]).includes(state) ? [index + 2] : []));
    return item(key, text, isUrgent, { tab: 'Outbox', rows });
  });

/** Whether the order's address has been printed: a label does what an envelope does. */
const hasAddress = (printed: Progress['printed']): boolean =>
  printed?.envelopes !== undefined || printed?.labels !== undefined;

const workItems = ({ now, settings }: TodayFacts, seen: readonly Seen[]): TodayItem[] => {
  const waits = (fulfillment: Fulfillment) => (order: Seen) =>
    order.status !== null && STATUS_FACTS[order.status].isOpen && order.shipping === SHIPPING_COURSE[fulfillment].start;
  const owes = ({ status }: Seen) => status !== null && STATUS_FACTS[status].money === 'owed';
  const isOlder = (moment: string | undefined, most: number): boolean =>
    now.getTime() - Date.parse(moment ?? '') > most * DAY;
  // An imported row has no moment of payment: it has waited at least since it was imported.
  const paidLongAgo = (most: number) => (order: Seen) =>
    isOlder(order.known?.progress.paid ?? order.known?.accepted, most);
  const ids = (...tests: ((order: Seen) => boolean)[]) =>
    seen.filter((order) => tests.every((test) => test(order))).map(({ id }) => id);
  const { shipDays, handOverDays, payDays } = settings;
  const toShip = waits('ship');
  return [
    item('envelope', 'Paid, envelope not printed', false, {
      ids: ids(toShip, ({ known }) => known !== null && !hasAddress(known.progress.printed)),
    }),
    item('ship', `Paid ${shipDays}+ days ago, not shipped`, false, { ids: ids(toShip, paidLongAgo(shipDays)) }),
    item('pickup', `Paid ${handOverDays}+ days ago, not picked up`, false, {
      ids: ids(waits('pickup'), paidLongAgo(handOverDays)),
    }),
    item('pending', `Unpaid for ${payDays}+ days`, false, {
      ids: ids(owes, (order) => isOlder(order.known?.accepted, payDays)),
    }),
  ];
};

/** Codes of orders that match no event. */
const codeItems = ({ now, ledger, events }: TodayFacts): TodayItem[] => {
  const orders = ledger.map(({ cells }) => ({
    id: textOf(cells['Order ID']),
    number: textOf(cells['Order Number']),
    status: parseOrderStatus(textOf(cells.Status)),
    acceptedAt: textOf(cells['Accepted At']),
    fingerprint: textOf(cells.Fingerprint),
  }));
  return unknownCodes(orders, events, now).map(({ code, ids, likely }) =>
    item(
      `code ${code}`,
      `Unknown event code ${code}`,
      false,
      { ids },
      `${likely ? `Did they mean ${likely}? ` : ''}${ANSWER}`,
    ),
  );
};

const ANSWER = 'Add or correct it in CPS Orders > Events and prices > Events.';

const careItems = ({ properties, now, turnedAway }: TodayFacts): TodayItem[] => {
  const { sweep, backup, trouble } = isLate(properties, now);
  const one = (key: string, text: string, help: string): TodayItem => ({ key, text, count: 1, isUrgent: true, help });
  return [
    ...(turnedAway ? [awayItem(turnedAway)] : []),
    ...(sweep ? [one('sweep', "The 5-minute check hasn't run for an hour", `${WAITS} ${HEALTH}`)] : []),
    ...(trouble ? [one('backup', 'The last backup failed', `${trouble} ${HEALTH}`)] : []),
    ...(backup && !trouble ? [one('backup', 'The last backup is more than two days old', HEALTH)] : []),
  ];
};

const awayItem = ({ count, last }: NonNullable<TodayFacts['turnedAway']>): TodayItem => ({
  key: 'away',
  text: `Requests turned away, most recently ${last}`,
  count,
  isUrgent: false,
  help: "The platform will send them again. If one doesn't come back, the operator gets an email.",
});

const WAITS = "Waiting emails aren't being sent.";
const HEALTH = 'Let the operator know: CPS Orders > Health says what to do.';

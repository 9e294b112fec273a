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

/** Something that wants a person, in words, with how many there are and where they stand. */
export interface TodayItem {
  readonly key: string;
  /** What it is, without the count: `Paid, and not shipped for 3 days`. */
  readonly text: string;
  readonly count: number;
  /** Whether an order or an email may be lost over it. */
  readonly isUrgent: boolean;
  /** Orders, the ones at the top of the sheet first; at most {@link MOST_IDS}. */
  readonly ids?: readonly string[];
  /** Rows of a tab (2 = the first below the header); at most {@link MOST_IDS}. */
  readonly tab?: 'Orders' | 'Outbox' | 'Rejected';
  readonly rows?: readonly number[];
  /** What to do about it, where a jump does not tell. */
  readonly help?: string;
}

/** What one jump can select. */
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

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** Everything that wants a person, the urgent first; nothing that is not there. */
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

/** While columns are missing nothing else here can be believed: that is said first. */
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
    item('odd', 'Rows that look odd', true, { ids: flagged, tab: 'Orders', rows: odd.map(({ at }) => at) }),
    item('missing', 'Orders without a row', true, { ids: missing }, REBUILD),
    item('refused', 'Refused orders', true, { tab: 'Rejected', rows: refused }),
  ];
};

const EMAIL_ITEMS = [
  ['unsure', 'Emails that may have left', ['unsure'], true],
  ['failed', 'Emails that could not be sent', ['failed'], true],
  ['held', 'Emails held', ['held'], false],
  ['waiting', 'Emails waiting to leave', ['queued', 'waiting for quota'], false],
] as const;

const CHECK = 'Check the order, then release its receipt (What waits) or cancel the order.';

/** Orders whose receipt waits until staff have looked at the total; one that was called off has nothing to wait for. */
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
  // A row that was taken over has no moment of payment: it has waited at least since the program knows it.
  const paidLongAgo = (most: number) => (order: Seen) =>
    isOlder(order.known?.progress.paid ?? order.known?.accepted, most);
  const ids = (...tests: ((order: Seen) => boolean)[]) =>
    seen.filter((order) => tests.every((test) => test(order))).map(({ id }) => id);
  const { shipDays, handOverDays, payDays } = settings;
  const toShip = waits('ship');
  return [
    item('envelope', 'Paid, and no envelope printed', false, {
      ids: ids(toShip, ({ known }) => known !== null && !hasAddress(known.progress.printed)),
    }),
    item('ship', `Paid, and not shipped for ${days(shipDays)}`, false, { ids: ids(toShip, paidLongAgo(shipDays)) }),
    item('pickup', `Paid, and not picked up for ${days(handOverDays)}`, false, {
      ids: ids(waits('pickup'), paidLongAgo(handOverDays)),
    }),
    item('pending', `Not paid for ${days(payDays)}`, false, {
      ids: ids(owes, (order) => isOlder(order.known?.accepted, payDays)),
    }),
  ];
};

/** Codes that orders came with and no event has: each is asked about. */
const codeItems = ({ now, ledger, events }: TodayFacts): TodayItem[] => {
  const orders = ledger.map(({ cells }) => ({
    id: textOf(cells['Order ID']),
    number: textOf(cells['Order Number']),
    status: parseOrderStatus(textOf(cells.Status)),
    acceptedAt: textOf(cells['Accepted At']),
    fingerprint: textOf(cells.Fingerprint),
  }));
  return unknownCodes(orders, events, now).map(({ code, ids, likely }) =>
    item(`code ${code}`, `What is ${code}?`, false, { ids }, `${likely ? `Is it ${likely}? ` : ''}${ANSWER}`),
  );
};

const ANSWER = 'CPS Orders > Events and prices > Events takes the answer.';

const careItems = ({ properties, now, turnedAway }: TodayFacts): TodayItem[] => {
  const { sweep, backup, trouble } = isLate(properties, now);
  const one = (key: string, text: string, help: string): TodayItem => ({ key, text, count: 1, isUrgent: true, help });
  return [
    ...(turnedAway ? [awayItem(turnedAway)] : []),
    ...(sweep ? [one('sweep', 'The 5-minute check has not run for an hour', `${WAITS} ${HEALTH}`)] : []),
    ...(trouble ? [one('backup', 'The last backup failed', `${trouble} ${HEALTH}`)] : []),
    ...(backup && !trouble ? [one('backup', 'The last backup is more than two days old', HEALTH)] : []),
  ];
};

const awayItem = ({ count, last }: NonNullable<TodayFacts['turnedAway']>): TodayItem => ({
  key: 'away',
  text: `Requests turned away, the last at ${last}`,
  count,
  isUrgent: false,
  help: 'The platform sends them again. If one does not come back, the operator gets an email.',
});

const WAITS = 'What waits is not sent.';
const HEALTH = 'Please tell the operator: CPS Orders > Health says what to do.';

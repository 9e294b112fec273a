import { knownBackups } from '../backup/known-backups';
import { parseCopyName } from '../backup/names';
import { hereOf } from '../backup/restore-source';
import { headIn } from '../backup/snapshot';
import { serialOfDay } from '../core/day-serial';
import { rememberErased } from '../core/erased-ids';
import { forgetAnswers, overwriteAnswers } from '../core/kept-answers';
import { NOT_STORED, OTHERS_WRITE } from '../core/words';
import type { Moment, Planned } from '../core/work';
import { isErased } from '../domain/erased';
import { timeText } from '../domain/text/for-people';
import { ForPeople } from '../rpc/rpc';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { TABS } from '../workbook/tabs';
import { erasedRows } from './erase-changes';
import { erasedEmails, isLeaving } from './erased-emails';
import { clearOrders, type ErasePorts, type Found, findCustomer, type KeyedTrace } from './find-customer';
import { cleanProperties, propertiesElsewhere } from './kept-properties';
import { linesAbout, scrubLines, type TabCount } from './lines';
import { type Elsewhere, elsewhereOf } from './named-cells';
import { type CustomersOrder, type Person, personOf } from './scrub';
import { cleanScratch, emptyTraces, scrubNotes } from './write-traces';

/** Something that may be the customer's, as staff see it. */
export interface ToDecide extends Pick<KeyedTrace, 'key' | 'what' | 'where' | 'why' | 'isLikely'> {
  readonly text: string;
}

/** What will be erased, or was. */
export interface ErasePlan {
  readonly orders: readonly { readonly number: string; readonly name: string; readonly status: string }[];
  /** Lines that name the customer, by tab. */
  readonly lines: readonly TabCount[];
  /** Addresses besides the given one that emails about these orders went to. */
  readonly addresses: readonly string[];
  /** What is not surely theirs, one by one. */
  readonly decide: readonly ToDecide[];
  /** Places that name the customer and that the program does not write to: staff have to see to them. */
  readonly elsewhere: readonly Elsewhere[];
  /** Backups that may still hold the data. */
  readonly backups: readonly { readonly id: string; readonly name: string; readonly url: string }[];
  /** Whether the folder of backups was looked through: only the operator's is. */
  readonly isFolderListed: boolean;
  /** What was chosen and had changed since it was shown. */
  readonly missed: readonly string[];
}

const LONGEST_SHOWN = 300;

const planOf = (ports: ErasePorts, { orders, person, traces }: Found): ErasePlan => {
  const emails = erasedEmails(ports.outbox.all(ports.workbook.read()), person).length;
  return {
    orders: orders.map(({ entry: { order, status } }) => ({ number: order.number, name: order.customer.name, status })),
    lines: [...(emails > 0 ? [{ tab: TABS.outbox.name, count: emails }] : []), ...linesAbout(ports.texts, person)],
    addresses: [...person.emails].filter((each) => each !== person.email.toLowerCase()),
    decide: traces.map(({ key, what, where, why, isLikely, text, shown = text }) => ({
      ...{ key, what, where, why, isLikely },
      text: shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown,
    })),
    elsewhere: [...elsewhereOf(ports.texts, person), ...propertiesElsewhere(ports, person)],
    backups: backupsWith(ports, orders),
    isFolderListed: ports.sends,
    missed: [],
  };
};

/** Looks for a customer everywhere; changes nothing. @throws ForPeople while it is open whose order a row is. */
export const planErase = (ports: ErasePorts, email: string): ErasePlan =>
  planOf(ports, findCustomer(ports, email, new Set()));

/**
 * Copies of the sheet that were made since the first of these orders, and all of which nobody knows when: the folder itself
 * is looked through, for a copy that was renamed or is damaged holds the data all the same.
 */
const backupsWith = (
  { properties, clock, copies, sends }: ErasePorts,
  orders: readonly CustomersOrder[],
): ErasePlan['backups'] => {
  const moments = orders.map(({ entry }) => entry.order.createdAt);
  const isKnown = moments.length > 0 && moments.every((moment) => moment !== '');
  const first = isKnown ? clock.local(new Date([...moments].sort()[0] ?? '')) : '';
  const shown = (at: string): string => timeText(at, clock.local(clock.now()));
  const listed = sends
    ? copies.list().map(({ id, name }) => {
        const parsed = parseCopyName(name);
        const isPlain = parsed?.state === 'checked';
        return { id, at: parsed?.at ?? '', name: parsed && isPlain ? shown(parsed.at) : name };
      })
    : knownBackups(properties.all()).map(({ id, at }) => {
        const local = clock.local(new Date(at));
        return { id, at: local, name: shown(local) };
      });
  return listed
    .filter(({ at }) => at === '' || at >= first)
    .map(({ id, name }) => ({ id, name, url: `https://docs.google.com/spreadsheets/d/${id}` }));
};

/** What staff have decided. */
export interface Decided {
  /** Keys of what else is the customer's. */
  readonly chosen: readonly string[];
  /** Ids of backups that go to the trash. */
  readonly backups: readonly string[];
}

/**
 * Erases a customer on request: name, contact and address in all tabs that the program writes, emails that wait, and what
 * staff have chosen besides; items, money, statuses and dates stay, so the figures do not change. The orders and emails
 * change in one commit; a second run finishes what a first one could not.
 */
export const eraseCustomer = (ports: ErasePorts, email: string, decided: Decided): ErasePlan => {
  const chosen = new Set(decided.chosen);
  const found = findCustomer(ports, email, chosen);
  const plan = planOf(ports, found);
  const picked = found.traces.filter(({ key }) => chosen.has(key));
  if (plan.orders.length + plan.lines.length + picked.length + decided.backups.length === 0) {
    const tabs = plan.elsewhere.map(({ tab }) => tab).join(', ');
    throw new ForPeople(
      tabs
        ? `${email} was found only in places that CPS Orders doesn't write to: ${tabs}. Nothing was changed.`
        : `Nothing was found for ${email}. Nothing was changed.`,
    );
  }
  rememberAll(ports, found.orders);
  // Lines first: once the orders are erased nobody knows any more what the customer was called. Requests may come in
  // in the meantime: each of these rows is checked before it is written.
  scrubAll(ports, found.person);
  const missed = emptyTraces(ports.texts, picked, found.person);
  const done = ports.change({
    by: 'erase a customer',
    wait: 20_000,
    plan: (moment) => planErasing(ports, moment, email, found),
  });
  if (done.outcome !== 'landed') throw new ForPeople(done.outcome === 'locked' ? OTHERS_WRITE : NOT_STORED);
  const { person, orders } = done.values[0];
  overwriteAnswers(
    ports,
    orders.map(({ entry }) => entry.order.id),
  );
  forgetAnswers(ports);
  cleanProperties(ports, person);
  // What came in between.
  scrubAll(ports, person);
  scrubNotes(ports.texts, person);
  cleanScratch(ports.texts, person);
  trash(ports, decided.backups);
  return { ...plan, ...afterwards(plan, decided), missed: missed.map(({ where }) => where) };
};

/** What is left to decide and to see to, after what was decided was done. */
const afterwards = ({ decide, backups }: ErasePlan, decided: Decided): Pick<ErasePlan, 'decide' | 'backups'> => ({
  decide: decide.filter(({ key }) => !decided.chosen.includes(key)),
  backups: backups.filter(({ id }) => !decided.backups.includes(id)),
});

/** These orders, and those of customers who were erased before anything was remembered. */
const rememberAll = (ports: ErasePorts, orders: readonly CustomersOrder[]): void => {
  const { ledger } = hereOf(ports.snapshots.read(ports.liveId));
  const before = [...ledger].flatMap(([id, { entry }]) => (entry && isErased(entry.order) ? [id] : []));
  rememberErased(ports, [...before, ...orders.map(({ entry }) => entry.order.id)]);
};

const trash = ({ copies, sends }: ErasePorts, ids: readonly string[]): void => {
  const listed = sends && ids.length > 0 ? copies.list() : [];
  for (const { id } of listed) if (ids.includes(id)) copies.trash(id);
};

const scrubAll = ({ texts }: ErasePorts, person: Person): void => {
  if (!scrubLines(texts, person))
    throw new ForPeople('Rows moved while they were being erased, so some data is left. Please erase again.');
};

/** Orders and emails as they change, and who is erased; null where the sheet changed while it was read. */
const planErasing = (
  ports: ErasePorts,
  moment: Moment,
  email: string,
  { besides, chosenOrders }: Found,
): Planned<{ readonly person: Person; readonly orders: readonly CustomersOrder[] }> | null => {
  const snapshot = ports.snapshots.read(ports.liveId);
  if ((headIn(snapshot)?.revision ?? 0) !== moment.head.revision) return null;
  const orders = clearOrders(snapshot, email, chosenOrders);
  const person = personOf(orders, email, besides);
  return { changes: changesOf(ports, moment, orders, person), value: { person, orders } };
};

const changesOf = (
  ports: ErasePorts,
  { view, now, when }: Moment,
  orders: readonly CustomersOrder[],
  person: Person,
): Change[] => {
  const serial = (iso: string) => serialOfDay(ports.clock, iso);
  const emails = ports.outbox.all(view);
  if (isLeaving(emails, person, Date.parse(now)))
    throw new ForPeople('An email to this customer is being sent right now. Please try again in a few minutes.');
  const detail = `A customer with ${orders.length} ${orders.length === 1 ? 'order' : 'orders'} was erased on request. Items, money and statuses were kept.`;
  const formulasAt = (row: number): ReadonlyMap<string, string> => ports.texts.formulas(TABS.orders.name, row);
  return [
    ...orders.flatMap((order) => erasedRows(order, person, serial, formulasAt)),
    ...erasedEmails(emails, person),
    {
      change: 'append',
      tab: 'activity',
      row: activityRow({ when, event: 'erased', by: ports.person || 'staff', detail }),
    },
  ];
};

import { knownBackups } from '../backup/known-backups';
import type { RestorePorts } from '../backup/restore';
import { headIn } from '../backup/snapshot';
import { serialOfDay } from '../core/day-serial';
import type { Snapshot } from '../core/file-ports';
import { forgetAnswers } from '../core/kept-answers';
import type { StaffPorts } from '../core/staff-ports';
import { NOT_STORED, OTHERS_WRITE, RESTORE } from '../core/words';
import type { Moment, Planned } from '../core/work';
import { ForPeople } from '../rpc/rpc';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { TABS } from '../workbook/tabs';
import { erasedRows, namedInOthers, ordersOf, unclearRows } from './erase-changes';
import { erasedMails, isLeaving } from './erased-mails';
import { linesAbout, linesElsewhere, scrubLines, type TabCount } from './lines';
import { type CustomersOrder, type Person, personOf } from './scrub';

export type ErasePorts = RestorePorts & Pick<StaffPorts, 'texts'>;

/** What would be erased. */
export interface ErasePlan {
  readonly orders: readonly { readonly number: string; readonly name: string; readonly status: string }[];
  /** Lines that name the customer, by tab. */
  readonly lines: readonly TabCount[];
  /** Lines that name the customer where the program does not write: a person has to see to them. */
  readonly elsewhere: readonly TabCount[];
  /** Backups that were made since the first of these orders: they still hold the data. */
  readonly backups: readonly { readonly name: string; readonly url: string }[];
}

/** Looks for a customer everywhere; changes nothing. @throws ForPeople while it is open whose order a row is. */
export const planErase = (ports: ErasePorts, email: string): ErasePlan => {
  const snapshot = ports.snapshots.read(ports.liveId);
  const orders = clearOrders(snapshot, email);
  const person = personOf(orders, email);
  const mails = erasedMails(ports.outbox.all(ports.workbook.read()), person).length;
  const others = namedInOthers(snapshot, person);
  return {
    orders: orders.map(({ entry: { order, status } }) => ({ number: order.number, name: order.customer.name, status })),
    lines: [...(mails > 0 ? [{ tab: TABS.outbox.name, count: mails }] : []), ...linesAbout(ports.texts, person)],
    elsewhere: [
      ...(others > 0 ? [{ tab: TABS.orders.name, count: others }] : []),
      ...linesElsewhere(ports.texts, person),
    ],
    backups: backupsWith(ports, orders),
  };
};

/** The customer's orders. @throws ForPeople while a row leaves open whose order it is. */
const clearOrders = (snapshot: Snapshot, email: string): readonly CustomersOrder[] => {
  const orders = ordersOf(snapshot, email);
  const unclear = unclearRows(snapshot, orders, email);
  if (unclear.length === 0) return orders;
  const [rows, they] = unclear.length === 1 ? ['Row', 'it'] : ['Rows', 'them'];
  throw new ForPeople(
    `${rows} ${unclear.join(', ')} of ${TABS.orders.name}: the email is that of another order, or the row is flagged. Please put ${they} right first (${RESTORE}). Nothing was changed.`,
  );
};

const backupsWith = ({ properties, clock }: ErasePorts, orders: readonly CustomersOrder[]): ErasePlan['backups'] => {
  const first = orders.map(({ entry }) => entry.order.createdAt).sort()[0] ?? '';
  return knownBackups(properties.all())
    .filter(({ at }) => first === '' || at >= first)
    .map(({ id, at }) => ({
      name: clock.local(new Date(at)).slice(0, 16).replace('T', ' '),
      url: `https://docs.google.com/spreadsheets/d/${id}`,
    }));
};

/**
 * Erases a customer on request: name, contact and address in all tabs that the program writes, mails that wait; items,
 * money, statuses and dates stay, so the figures do not change. The orders and mails change in one commit; a second run
 * finishes what a first one could not.
 */
export const eraseCustomer = (ports: ErasePorts, email: string): ErasePlan => {
  const plan = planErase(ports, email);
  if (plan.orders.length + plan.lines.length === 0) {
    const tabs = plan.elsewhere.map(({ tab }) => tab).join(', ');
    throw new ForPeople(
      tabs
        ? `${email} stands only where the program does not write: ${tabs}. Nothing was changed.`
        : `Nothing here names ${email}. Nothing was changed.`,
    );
  }
  // Lines first: once the orders are erased nobody knows any more what the customer was called. Posts may come in
  // meanwhile: each of these rows is checked before it is written.
  scrubAll(ports, personOf(ordersOf(ports.snapshots.read(ports.liveId), email), email));
  const done = ports.change({
    by: 'erase a customer',
    wait: 20_000,
    plan: (moment) => planErasing(ports, moment, email),
  });
  if (done.outcome !== 'landed') throw new ForPeople(done.outcome === 'locked' ? OTHERS_WRITE : NOT_STORED);
  forgetAnswers(ports);
  // What came in between.
  scrubAll(ports, done.values[0]);
  return plan;
};

const scrubAll = ({ texts }: ErasePorts, person: Person): void => {
  if (!scrubLines(texts, person))
    throw new ForPeople('Rows moved while they were being erased: not all is done. Please erase once more.');
};

/** Orders and mails as they change, and who is erased; null where the sheet changed while it was read. */
const planErasing = (ports: ErasePorts, moment: Moment, email: string): Planned<Person> | null => {
  const snapshot = ports.snapshots.read(ports.liveId);
  if ((headIn(snapshot)?.revision ?? 0) !== moment.head.revision) return null;
  const orders = clearOrders(snapshot, email);
  const person = personOf(orders, email);
  return { changes: changesOf(ports, moment, orders, person), value: person };
};

const changesOf = (
  ports: ErasePorts,
  { view, now, when }: Moment,
  orders: readonly CustomersOrder[],
  person: Person,
): Change[] => {
  const serial = (iso: string) => serialOfDay(ports.clock, iso);
  const mails = ports.outbox.all(view);
  if (isLeaving(mails, person, Date.parse(now)))
    throw new ForPeople('A mail to this customer is leaving at this moment. Please erase again in some minutes.');
  const detail = `A customer with ${orders.length} ${orders.length === 1 ? 'order' : 'orders'} was erased on request. Items, money and statuses were kept.`;
  const formulasAt = (row: number): ReadonlyMap<string, string> => ports.texts.formulas(TABS.orders.name, row);
  return [
    ...orders.flatMap((order) => erasedRows(order, person, serial, formulasAt)),
    ...erasedMails(mails, person),
    {
      change: 'append',
      tab: 'activity',
      row: activityRow({ when, event: 'erased', by: ports.person || 'staff', detail }),
    },
  ];
};

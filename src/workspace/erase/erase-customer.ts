import { newGeneration } from '../../api/read-cache';
import { knownBackups } from '../../backup/known-backups';
import type { RestorePorts } from '../../backup/restore';
import { headIn } from '../../backup/snapshot';
import { headOf } from '../../intake/ledger-lookup';
import { NOT_STORED, OTHERS_WRITE } from '../../lifecycle/words';
import { activityRow } from '../../workbook/activity-row';
import type { Change } from '../../workbook/changes';
import { LAST_GOOD, readConfig } from '../../workbook/config';
import { serialOf } from '../../workbook/date-serial';
import { textOf } from '../../workbook/layout';
import { outboxEntry } from '../../workbook/outbox-row';
import type { TabKey } from '../../workbook/tabs';
import type { WorkbookView } from '../../workbook/view';
import { ForPeople } from '../rpc';
import { type CustomersOrder, erasedRows, ordersOf } from './erase-changes';
import { personalTexts, scrubbed, scrubbedRow } from './scrub';

/** Rows of any tab as texts. */
export interface TabTexts {
  /** Every tab of the spreadsheet. */
  names(): readonly string[];
  /** The rows below the header; what is no text is blank. */
  rows(tab: string): readonly (readonly string[])[];
  /** Writes one cell as text; the row counts from 1 (the header), the column from 0. */
  write(tab: string, row: number, column: number, text: string): void;
}

export interface ErasePorts extends RestorePorts {
  readonly texts: TabTexts;
}

/** What would be erased. */
export interface ErasePlan {
  readonly orders: readonly { readonly number: string; readonly name: string; readonly status: string }[];
  /** Lines that name the customer, by tab. */
  readonly lines: readonly { readonly tab: string; readonly count: number }[];
  /** Backups that were made since the first of these orders: they still hold the data. */
  readonly backups: readonly { readonly name: string; readonly url: string }[];
}

const COMMITTED: readonly string[] = ['Orders', 'Ledger'];

/** Looks for a customer everywhere; changes nothing. */
export const planErase = (ports: ErasePorts, email: string): ErasePlan => {
  const orders = ordersOf(ports.snapshots.read(ports.liveId), email);
  const person = personOf(orders, email);
  const lines = ports.texts.names().flatMap((tab) => {
    if (COMMITTED.includes(tab)) return [];
    const count = ports.texts.rows(tab).filter((cells) => person.scrub(cells) !== null).length;
    return count > 0 ? [{ tab, count }] : [];
  });
  return {
    orders: orders.map(({ entry: { order, status } }) => ({ number: order.number, name: order.customer.name, status })),
    lines,
    backups: backupsWith(ports, orders),
  };
};

const personOf = (orders: readonly CustomersOrder[], email: string) => {
  const personal = personalTexts(
    orders.map(({ entry }) => entry.order),
    email,
  );
  const keys = new Set(orders.flatMap(({ entry: { order } }) => [order.id, order.number]));
  return { personal, keys, scrub: (cells: readonly string[]) => scrubbedRow(cells, personal, keys, email) };
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

const MOST_TRIES = 3;

/**
 * Erases a customer on request: name, contact and address in all tabs, mails that wait; items, money, statuses and
 * dates stay, so the figures do not change. The orders change in one commit; lines of other tabs follow, and a second
 * run finishes what a first one could not.
 */
export const eraseCustomer = (ports: ErasePorts, email: string): ErasePlan => {
  const plan = planErase(ports, email);
  if (plan.orders.length + plan.lines.length === 0)
    throw new ForPeople(`Nothing here names ${email}. Nothing was changed.`);
  if (!ports.lock.tryLock(20_000)) throw new ForPeople(OTHERS_WRITE);
  try {
    const person = personOf(ordersOf(ports.snapshots.read(ports.liveId), email), email);
    // Lines first: once the orders are erased nobody knows any more what the customer was called.
    for (const tab of ports.texts.names()) if (!COMMITTED.includes(tab)) scrubTab(ports, tab, person.scrub);
    commitOrders(ports, email);
  } finally {
    ports.lock.release();
  }
  newGeneration(ports.cache, ports.crypto);
  return plan;
};

const scrubTab = (
  { texts }: ErasePorts,
  tab: string,
  scrub: (cells: readonly string[]) => readonly string[] | null,
): void => {
  texts.rows(tab).forEach((cells, index) => {
    scrub(cells)?.forEach((text, column) => {
      if (text !== cells[column]) texts.write(tab, index + 2, column, text);
    });
  });
};

const commitOrders = (ports: ErasePorts, email: string): void => {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const view = ports.workbook.read();
    const { settings } = readConfig(view, ports.properties.all()[LAST_GOOD]);
    const head = headOf(ports.ledger, view, ports.ledger.newest(view, settings.postsPerMinute), () =>
      ports.orders.numbers(view),
    );
    const snapshot = ports.snapshots.read(ports.liveId);
    if ((headIn(snapshot)?.revision ?? 0) !== head.revision) continue;
    const orders = ordersOf(snapshot, email);
    const { outcome } = ports.committer.commit(view, changesOf(ports, view, orders, email), head);
    if (outcome === 'landed') return;
    if (outcome !== 'stale') break;
  }
  throw new ForPeople(NOT_STORED);
};

const changesOf = (
  ports: ErasePorts,
  view: WorkbookView,
  orders: readonly CustomersOrder[],
  email: string,
): Change[] => {
  const serial = (iso: string): number => serialOf(ports.clock.local(new Date(iso)));
  const { personal, keys } = personOf(orders, email);
  const mails = ports.outbox.all(view).flatMap(({ at, cells }): Change[] => {
    const { orderId, state } = outboxEntry(at, cells);
    if (!keys.has(orderId)) return [];
    const waits = !['sent', 'cancelled', 'failed'].includes(state);
    const row = { To: '', Error: scrubbed(textOf(cells.Error), personal), ...(waits ? { State: 'cancelled' } : {}) };
    return [{ change: 'update', tab: 'outbox' as TabKey, at, row }];
  });
  const when = serial(ports.clock.now().toISOString());
  const detail = `A customer with ${orders.length} ${orders.length === 1 ? 'order' : 'orders'} was erased on request. Items, money and statuses were kept.`;
  return [
    ...orders.flatMap((order) => erasedRows(order, personal, serial)),
    ...mails,
    {
      change: 'append',
      tab: 'activity',
      row: activityRow({ when, event: 'erased', by: ports.person || 'staff', detail }),
    },
  ];
};

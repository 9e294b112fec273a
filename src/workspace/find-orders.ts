import { entryOf } from '../intake/ledger-lookup';
import type { Clock, LedgerBook, OrdersBook, OutboxBook, WorkbookReader } from '../ports';
import { type Cell, textOf } from '../workbook/layout';
import { type OutboxEntry, outboxEntry } from '../workbook/outbox-row';
import { ForPeople } from './rpc';

/** What looking for orders needs from the world. */
export interface FindPorts {
  readonly workbook: WorkbookReader;
  readonly orders: OrdersBook;
  readonly ledger: LedgerBook;
  readonly outbox: OutboxBook;
  readonly clock: Pick<Clock, 'local'>;
  /** What the Activity tab says of an order, oldest first. */
  readonly timeline: (orderId: string) => readonly TimelineLine[];
}

/** One line of an order's story; `when` as the sheet shows it. */
export interface TimelineLine {
  readonly when: string;
  readonly by: string;
  readonly detail: string;
}

/** An order in a list of finds: its cells by header, as texts. */
export type FoundOrder = Readonly<Record<string, string>>;

const MOST_FOUND = 30;
const SHOWN = ['Order ID', 'Order Number', 'Customer Name', 'Email', 'Status', 'Shipping Status', 'Total'] as const;

type Cells = Readonly<Record<string, Cell>>;

/** Whether an order is meant: part of number, name or email; the whole id; the last digits of the phone; a whole photo number. */
const isMeant = (cells: Cells, words: string): boolean => {
  const has = (header: string): boolean => textOf(cells[header]).toLowerCase().includes(words);
  const digits = words.replace(/[\s()+.-]/g, '');
  const phone = textOf(cells.Phone).replace(/\D/g, '');
  return (
    ['Order Number', 'Customer Name', 'Email'].some(has) ||
    textOf(cells['Order ID']).toLowerCase() === words ||
    (/^\d{3,}$/.test(digits) && phone.endsWith(digits)) ||
    textOf(cells.Items)
      .toLowerCase()
      .split(/,\s*/)
      .some((item) => item.split(' ')[0] === words)
  );
};

/** Orders that the words may mean, the newest first. */
export const findOrders = (
  ports: FindPorts,
  query: string,
): { readonly found: readonly FoundOrder[]; readonly more: number } => {
  const words = query.trim().toLowerCase();
  const all = words === '' ? [] : ports.orders.rows(ports.workbook.read(), 2, null);
  const found = all.filter(({ cells }) => textOf(cells['Order ID']) !== '' && isMeant(cells, words)).reverse();
  return {
    found: found
      .slice(0, MOST_FOUND)
      .map(({ cells }) => Object.fromEntries(SHOWN.map((header) => [header, textOf(cells[header])]))),
    more: Math.max(0, found.length - MOST_FOUND),
  };
};

/** One order with its story and its mails. */
export const orderCard = (ports: FindPorts, orderId: string) => {
  const view = ports.workbook.read();
  const entry = entryOf(ports.ledger.find(view, 'Order ID', orderId));
  if (!entry) throw new ForPeople('The program has not accepted an order with this id.');
  const { order, status, shipping, flag, progress } = entry;
  const at = ({ sentAt, createdAt }: OutboxEntry): string => {
    const moment = sentAt ?? createdAt;
    return moment === null ? '' : ports.clock.local(new Date(moment)).replace('T', ' ').slice(0, 16);
  };
  const mails = ports.outbox
    .all(view)
    .map((row) => outboxEntry(row.at, row.cells))
    .filter((mail) => mail.orderId === orderId)
    .map((mail) => ({ kind: mail.kind, to: mail.to, state: mail.state, error: mail.error, at: at(mail) }));
  return {
    order,
    status,
    shipping,
    flag,
    feedback: progress.feedback ?? null,
    mails,
    timeline: ports.timeline(orderId),
  };
};

import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrintPlan } from '../../src/print/choose';
import type { ReportSummary } from '../../src/reports/methods';
import type { OrderCard } from '../../src/staff/order-card/card';
import { link, WEB_APP } from '../customers/pages-shop';
import { visitorOf } from '../customers/visitor';
import { MINUTE, PICKUP, setting } from '../ledger/guard-shop';
import { callRpc, openedPage } from '../support/rpc';
import { openShop, PAUL } from '../support/shop';

/** Puts the pages into a folder that holds scripts only: the one by which a story calls the program, and the customer's. */
export const withPages = (folder: string): string => {
  for (const page of ['order-card', 'customer-page']) copyFileSync(`dist/${page}.html`, join(folder, `${page}.html`));
  return folder;
};

const DAY = 24 * 60 * MINUTE;
/** Six orders: shipped, picked up, paid, not paid, canceled before payment, canceled right after it. */
const ORDERS = { shipped: PAUL, picked: PICKUP, paid: PAUL, unpaid: PAUL, off: PAUL, refunded: PICKUP };
const IDS = Object.keys(ORDERS) as (keyof typeof ORDERS)[];

/** What everybody sees at the end of the story. */
export interface Life {
  /** Status, Shipping Status. */
  readonly rows: Readonly<Record<string, string>>;
  /** Kinds and states of the emails. */
  readonly emails: Readonly<Record<string, string>>;
  readonly summary: unknown;
  /** Headline and steps done of the customers' pages. */
  readonly pages: Readonly<Record<string, string>>;
  /** What envelopes would be printed for, and why not for the others. */
  readonly prints: readonly string[];
  readonly report: readonly string[];
  /** What may be done next, and what a step back would do. */
  readonly cards: Readonly<Record<string, string>>;
}

const ALL = [
  'rows',
  'emails',
  'summary',
  'pages',
  'prints',
  'report',
  'cards',
] as const satisfies readonly (keyof Life)[];

/**
 * The lives of some orders in a shop whose status emails wait five minutes.
 * @param script a folder of the built product.
 * @param parts what is looked at; the others are empty.
 */
export const life = async (script = 'dist', parts: readonly (keyof Life)[] = ALL): Promise<Life> => {
  const sees = (part: keyof Life): boolean => parts.includes(part);
  const shop = await openShop({ script });
  const { office } = shop;
  office.world.webAppUrl = WEB_APP;
  for (const [index, orderId] of IDS.entries())
    await shop.post({ ...ORDERS[orderId], orderId, email: `c${index}@example.com` });
  await setting(shop, 'Status email delay in minutes', '5');
  const rowOf = (id: string) => shop.rows('Orders').findIndex((row) => row['Order ID'] === id) + 2;
  const type = (id: string, typed: string, column = 'L') => shop.type(`${column}${rowOf(id)}`, typed);
  for (const id of ['shipped', 'picked', 'paid', 'refunded']) await type(id, ' Paid');
  await type('refunded', 'Canceled');
  await type('off', 'void');
  await office.advance(11 * MINUTE);
  await type('shipped', 'shipped');
  await type('picked', 'picked up', 'Q');
  await office.advance(11 * MINUTE);
  // Six mornings later, without the sweeps in between.
  office.world.clock.advance(6 * DAY);
  for (let sweeps = 0; sweeps < 2; sweeps++) await office.call('App.sweep');

  const by = async (read: (id: string) => unknown): Promise<Record<string, string>> =>
    Object.fromEntries(await Promise.all(IDS.map(async (id) => [id, await read(id)] as const))) as Record<
      string,
      string
    >;
  await office.menu({ item: 'Find order', user: 'operator' });
  const token = openedPage(office)?.token ?? '';
  const call = async <T>(...asked: readonly unknown[]): Promise<T> => {
    const { ok, value, error } = await callRpc(office, 'operator', token, ...asked);
    if (!ok) throw new Error(error);
    return value as T;
  };
  const outbox = shop.rows('Outbox');
  const { summary } = await shop.get('route=orders/summary');
  const plan = sees('prints')
    ? await call<PrintPlan>('print.plan', ['envelopes'], 'orders', IDS)
    : { orders: [], skipped: [] };
  const report = sees('report') ? await call<ReportSummary>('report.make', { period: 'all' }) : { rows: [] };
  const visitor = visitorOf(shop);
  const pages: Record<string, string> = {};
  const cards: Record<string, string> = {};
  for (const id of IDS) {
    const html = sees('pages') ? await visitor.open(link(shop, 'order', '', id)) : '';
    if (html) pages[id] = `${/<h1>(.*?)<\/h1>/.exec(html)?.[1]} ${html.split('<li class="done"').length - 1}`;
    if (!sees('cards')) continue;
    const { steps, stepBack } = await call<OrderCard>('orders.card', id);
    cards[id] = `${steps.join(', ')}; ${/\w+ back to \w+/.exec(stepBack)?.[0] ?? 'no step back'}`;
  }
  return {
    rows: await by((id) => {
      const { Status, 'Shipping Status': shipping } = shop.rows('Orders')[rowOf(id) - 2] ?? {};
      return `${Status}, ${shipping}`;
    }),
    emails: await by((id) =>
      outbox
        .filter((email) => email['Order ID'] === id && email.Kind !== 'receipt')
        .map(({ Kind, State }) => `${Kind} ${State}`)
        .join(', '),
    ),
    summary,
    pages,
    prints: [...plan.orders.map(({ id, isDue, note }) => `${id} ${isDue} ${note}`), ...plan.skipped],
    report: report.rows.flatMap(({ heading, cells }) => (heading ? [] : [cells.join(' ')])),
    cards,
  };
};

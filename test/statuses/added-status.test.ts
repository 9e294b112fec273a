import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PrintPlan } from '../../src/print/choose';
import type { ReportSummary } from '../../src/reports/methods';
import type { OrderCard } from '../../src/staff/order-card/card';
import type { Today } from '../../src/staff/today/today';
import { link, WEB_APP } from '../customers/pages-shop';
import { visitorOf } from '../customers/visitor';
import { flagged, MINUTE } from '../ledger/guard-shop';
import { mutatedBundle, removeMutants } from '../support/mutated-bundle';
import { closeOffices } from '../support/office';
import { callRpc, openedPage } from '../support/rpc';
import { openShop, PAUL, type Shop } from '../support/shop';
import { withPages } from './life-story';

const AFTER_THE_TABLE = 'export interface ShippingFacts {';
/** Further statuses, in the table and nowhere else: unpaid orders can be put on hold, paid ones go to the lab. */
const ON_HOLD = `
(ORDER_STATUSES as any).splice(1, 0, 'on hold', 'at the lab');
(STATUS_FACTS.pending.next as any).push('on hold');
(STATUS_FACTS as any)['on hold'] = {
  next: ['paid', 'cancelled'], alsoWritten: ['hold'], money: 'owed', isOpen: false,
  unprintable: { is: 'is on hold', since: 'is on hold now' }, shipping: 'as before', moments: [], stage: 'waiting',
  stepsDone: 1, shownAs: both('Your order is on hold', { say: 'We write before we go on.' }),
};
(STATUS_FACTS.paid.next as any).push('at the lab');
(STATUS_FACTS as any)['at the lab'] = {
  ...STATUS_FACTS.paid, next: ['shipped'], isOpen: false, shownAs: both('We print your photos', 'nothing'),
};
${AFTER_THE_TABLE}`;

let shop: Shop;
let call: <T>(...asked: readonly unknown[]) => Promise<T>;

const rowOf = (id: string) => shop.rows('Orders').findIndex((row) => row['Order ID'] === id) + 2;
const statusOf = (id: string) => shop.rows('Orders')[rowOf(id) - 2]?.Status;

beforeAll(async () => {
  const mutation = { file: 'domain/statuses.ts', text: AFTER_THE_TABLE, instead: ON_HOLD };
  shop = await openShop({ script: withPages(await mutatedBundle(mutation)) });
  const { office } = shop;
  office.world.webAppUrl = WEB_APP;
  for (const orderId of ['held', 'paid', 'new']) await shop.post({ ...PAUL, orderId, email: `${orderId}@example.com` });
  await office.menu({ item: 'Find order', user: 'operator' });
  const token = openedPage(office)?.token ?? '';
  call = async <T>(...asked: readonly unknown[]): Promise<T> => {
    const { ok, value, error } = await callRpc(office, 'operator', token, ...asked);
    if (!ok) throw new Error(error);
    return value as T;
  };
  await shop.type(`L${rowOf('held')}`, ' On  HOLD ');
  await shop.type(`L${rowOf('paid')}`, 'paid');
}, 2 * MINUTE);
afterAll(async () => {
  await closeOffices();
  removeMutants();
});

describe('a status that is added to the table', () => {
  test('is typed, tidied and kept, and guarded like the others', async () => {
    expect(statusOf('held')).toBe('on hold');
    expect(shop.rows('Ledger').map(({ Status }) => Status)).toEqual(['pending', 'paid', 'on hold']);
    await shop.type(`L${rowOf('paid')}`, 'on hold');
    expect(statusOf('paid')).toBe('paid');
    expect(shop.notes('Orders')[`L${rowOf('paid')}`]).toContain("This order is paid, so it can't be marked on hold");
  });

  test('is in every sum', async () => {
    const { summary } = await shop.get('route=orders/summary');
    expect(summary).toMatchObject({ totalOrders: 3, pendingCount: 1, onHoldCount: 1, paidCount: 1 });
    expect(summary).toMatchObject({ completedCount: 1, totalRevenue: 40, pendingRevenue: 80 });
    expect((await shop.get('route=orders/on%20hold')).orders).toHaveLength(1);
    const { rows, agrees } = await call<ReportSummary>('report.make', { period: 'all' });
    const lines = rows.map(({ cells }) => cells.join(' '));
    for (const line of ['Orders 3', 'Paid or shipped, orders 1', 'Pending, orders 2', 'Pending, amount $80.00'])
      expect(lines).toContain(line);
    expect(agrees).toBe(true);
    const { statuses } = await call<Today>('today.read');
    expect(statuses.map(({ status, count }) => `${status} ${count}`)).toContain('on hold 1');
  });

  test('is not printed, and shown on the customer’s page', async () => {
    const { orders, skipped } = await call<PrintPlan>('print.plan', ['envelopes'], 'orders', ['held', 'paid', 'new']);
    expect(orders.map(({ id }) => id)).toEqual(['paid']);
    expect(skipped).toContain('ASDAR26-0001 is on hold.');
    const html = await visitorOf(shop).open(link(shop, 'order', '', 'held'));
    expect(html).toContain('<h1>Your order is on hold</h1>');
    expect(html).toContain('<p>We write before we go on.</p>');
    expect(html).not.toContain('Nothing is due');
  });

  test('is offered on the order card, marked there and taken back', async () => {
    const card = (id: string) => call<OrderCard>('orders.card', id);
    expect((await card('new')).steps).toEqual(['paid', 'paid and shipped', 'cancelled', 'on hold']);
    expect((await card('held')).steps).toEqual(['paid', 'paid and shipped', 'cancelled']);
    await call('orders.mark', 'new', 'on hold', '');
    await call('orders.mark', 'new', 'paid', '');
    expect((await card('new')).stepBack).toContain('paid back to on hold');
    await call('orders.stepBack', 'new', 'paid');
    expect(statusOf('new')).toBe('on hold');
    expect((await card('held')).stepBack).toContain('on hold back to pending');
    await call('orders.stepBack', 'held', 'on hold');
    expect(statusOf('held')).toBe('pending');
    for (let sweeps = 0; sweeps < 3; sweeps++) await shop.office.advance(5 * MINUTE);
    expect(flagged(shop)).toEqual([]);
  });

  test('leaves the moments behind it as they were: the day of the payment is not the day after it', async () => {
    const paidAt = () =>
      JSON.parse(String(shop.rows('Ledger').find((row) => row['Order ID'] === 'paid')?.Progress)).paid;
    const before = paidAt();
    expect(before).not.toBe(new Date(shop.office.world.clock.now()).toISOString());
    await shop.type(`L${rowOf('paid')}`, 'at the lab');
    expect(statusOf('paid')).toBe('at the lab');
    expect(paidAt()).toBe(before);
  });
});

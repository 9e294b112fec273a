import { afterEach, expect, test } from '@jest/globals';
import type { FaultKind } from 'local-apps-script';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';
import { sendUntilOk } from '../support/platform';
import { openShop, PAUL, type Shop } from '../support/shop';

afterEach(closeOffices);

const TEN_MINUTES = 600_000;
const ORDER = { ...PAUL, orderId: 'web-2' };

/** A shop with one earlier order. */
const busyShop = async (): Promise<Shop> => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'web-1', email: 'first@example.com' });
  return shop;
};

interface Call {
  readonly service: string;
  /** Which call of this service it is within the execution, counting from 1. */
  readonly nth: number;
}

/** The service calls of an accepted order with its receipt, in order. */
const callsOfAnOrder = async (): Promise<Call[]> => {
  const shop = await busyShop();
  const { world } = shop.office;
  const names: string[] = [];
  const perform = world.perform.bind(world);
  world.perform = (name, args, actor, since) => {
    if (actor.execution !== 'host' && world.kindOf(name) !== 'navigation') names.push(name);
    return perform(name, args, actor, since);
  };
  expect(await shop.post(ORDER)).toMatchObject({ ok: true });
  return names.map((service, index) => ({
    service,
    nth: names.slice(0, index + 1).filter((name) => name === service).length,
  }));
};

/** What must be true of the order, no matter how often it was sent and what failed. */
const expectOneOrder = (shop: Shop, { mayBeUnsure }: { readonly mayBeUnsure: boolean }): void => {
  const of = (tab: string) => shop.rows(tab).filter((row) => row['Order ID'] === 'web-2');
  expect(of('Orders')).toMatchObject([{ 'Order Number': 'ASDAR26-0002', Status: 'pending' }]);
  expect(of('Ledger')).toMatchObject([{ 'Order Number': 'ASDAR26-0002', Flag: '' }]);
  const [email, ...others] = of('Outbox');
  expect(others).toEqual([]);
  const receipts = shop.emails().filter(({ to }) => to === 'paul@example.com');
  if (mayBeUnsure && email?.State === 'unsure') expect(receipts.length).toBeLessThanOrEqual(1);
  else expect([email?.State, receipts.length]).toEqual(['sent', 1]);
};

/** The calls of the email itself: after a fault here it may be uncertain whether it was sent. */
const isEmailing = ({ service }: Call, index: number, calls: readonly Call[]): boolean =>
  service === 'MailApp.sendEmail' ||
  (service.startsWith('Range.set') && index > calls.findIndex((call) => call.service.endsWith('batchUpdate')));

const KINDS: readonly FaultKind[] = ['before', 'after', 'kill-before', 'kill-after', 'late'];

test.each(KINDS)(
  'a fault of kind %s at any service call of a request leaves one order and one receipt',
  async (kind) => {
    const calls = await callsOfAnOrder();
    expect(calls.length).toBeGreaterThan(10);
    const all = [...calls.entries()];
    const commits = all.filter(([, { service }]) => service.endsWith('batchUpdate'));
    for (const [index, call] of kind === 'late' ? commits : sampled(all, 6, KINDS.indexOf(kind))) {
      const shop = await busyShop();
      shop.office.addFault({ ...call, kind });
      const { answer } = await sendUntilOk(shop, ORDER);
      shop.office.clearFaults();
      expect(answer).toMatchObject({ ok: true, orderId: 'web-2', orderNumber: 'ASDAR26-0002' });
      await shop.office.advance(TEN_MINUTES);
      try {
        expectOneOrder(shop, { mayBeUnsure: isEmailing(call, index, calls) });
      } catch (error) {
        throw Object.assign(new Error(`${kind} at ${call.service} (${call.nth})\n${(error as Error).message}`));
      }
      await closeOffices();
    }
  },
  300_000,
);

test('a late commit doesn’t land once another order has been stored', async () => {
  const shop = await busyShop();
  shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'late' });
  expect(await shop.post(ORDER)).toMatchObject({ ok: false, code: 'BUSY', retry: true });
  const other = await shop.post({ ...PAUL, orderId: 'web-3', email: 'third@example.com' });
  await shop.office.advance(TEN_MINUTES);
  await sendUntilOk(shop, ORDER);
  await shop.office.advance(TEN_MINUTES);
  const numbers = shop.rows('Ledger').map((row) => row['Order Number']);
  expect(new Set(numbers).size).toBe(3);
  expect(shop.rows('Orders').map((row) => row['Order ID'])).toEqual(
    expect.arrayContaining(['web-1', 'web-2', 'web-3']),
  );
  expect(shop.rows('Orders')).toHaveLength(3);
  expect(numbers).toContain(other.orderNumber ?? 'none');
  expect(
    shop
      .emails()
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['first@example.com', 'paul@example.com', 'third@example.com']);
});
